using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>A score over time as it is shown.</summary>
/// <param name="Of">Which score.</param>
/// <param name="Timeline">Its points.</param>
/// <param name="Link">The page about the days of a point.</param>
public sealed record TimelineView(TimelineScore Of, Timeline Timeline, Func<Period, string> Link);

/// <summary>What is drawn over time.</summary>
public enum TimelineScore
{
    /// <summary>Net Promoter Score.</summary>
    Nps,

    /// <summary>Customer satisfaction.</summary>
    Csat,
}
