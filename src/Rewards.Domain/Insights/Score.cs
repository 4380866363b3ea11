namespace Rewards.Domain.Insights;

/// <summary>A score with its 95 % interval and the number of valid answers it rests on (docs/metrics.md).</summary>
/// <param name="Value">The score itself: −100 to 100 for NPS, 0 to 100 (per cent) for CSAT and shares.</param>
/// <param name="Low">The interval's lower end, in the score's unit.</param>
/// <param name="High">The interval's upper end, in the score's unit.</param>
/// <param name="Answers">Valid answers; skipped and not-applicable ones are out.</param>
public sealed record Score(double Value, double Low, double High, int Answers)
{
    /// <summary>Under this many answers a store is not ranked.</summary>
    public const int FewestToRank = 30;

    /// <summary>Under this many answers the score is not shown, only "not enough answers yet".</summary>
    public const int FewestToShow = 10;

    /// <summary>Whether there are answers enough to compare this score with others.</summary>
    public bool IsRanked => Answers >= FewestToRank;

    /// <summary>Whether there are answers enough to show this score at all.</summary>
    public bool IsShown => Answers >= FewestToShow;
}
