namespace Rewards.Domain.Sweepstakes;

/// <summary>Whether one person can win more than once in a draw; the value is the protocol's (docs/draw-protocol.md §5).</summary>
public enum DedupMode
{
    /// <summary>Every entry counts for itself.</summary>
    None = 0,

    /// <summary>
    /// One prize a person: of a person's entries only the best ranked one wins or stands in line as an alternate.
    /// </summary>
    OnePrizeAPerson = 1,
}
