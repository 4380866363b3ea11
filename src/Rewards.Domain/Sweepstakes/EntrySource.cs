namespace Rewards.Domain.Sweepstakes;

/// <summary>How an entry came about; the value is the protocol's (docs/draw-protocol.md §1).</summary>
public enum EntrySource
{
    /// <summary>Not a source: no entry carries it.</summary>
    None = 0,

    /// <summary>Earned by answering a survey.</summary>
    Survey = 1,

    /// <summary>A free entry (AMOE): no purchase, same chances.</summary>
    FreeEntry = 2,
}
