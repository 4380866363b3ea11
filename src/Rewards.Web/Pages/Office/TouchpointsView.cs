using Rewards.Application.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Touchpoints as they are shown.</summary>
/// <param name="Scores">In order.</param>
/// <param name="NameOf">A touchpoint's name in the page's language.</param>
/// <param name="Link">What is behind a touchpoint.</param>
/// <param name="IsOpen">Whether the table is open from the start.</param>
public sealed record TouchpointsView(
    IReadOnlyList<TouchpointScore> Scores, Func<string, string> NameOf, Func<string, string> Link, bool IsOpen = false);
