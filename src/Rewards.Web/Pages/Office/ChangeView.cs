using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>A change in a table.</summary>
/// <param name="Score">The score that moved.</param>
/// <param name="Change">How; null where there is nothing to compare with.</param>
public sealed record ChangeView(Score Score, Change? Change);
