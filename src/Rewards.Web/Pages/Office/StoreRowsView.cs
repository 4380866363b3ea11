using Rewards.Application.Insights;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Stores as rows of a table.</summary>
/// <param name="Stores">In order.</param>
/// <param name="Filter">What is looked at.</param>
/// <param name="All">The NPS of all stores together, to compare with.</param>
public sealed record StoreRowsView(IReadOnlyList<StoreScores> Stores, OfficeFilter Filter, Score? All);
