namespace Rewards.Domain.Sweepstakes;

/// <summary>An entry that takes no part: settled as the entries were frozen, with a reason, and never changed.</summary>
public sealed class EntryExclusion
{
    /// <summary>The longest <see cref="Reason"/>.</summary>
    public const int ReasonLength = 64;

    /// <summary>Who entered works for the chain.</summary>
    public const string Employee = "INELIGIBLE_EMPLOYEE";

    /// <summary>Who entered lives with somebody who cannot win.</summary>
    public const string Household = "INELIGIBLE_HOUSEHOLD";

    private EntryExclusion()
    {
    }

    /// <summary>Excludes an entry.</summary>
    /// <param name="entryId">16 bytes.</param>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="reason">Coded, as a disposition's (docs/draw-protocol.md §10).</param>
    /// <param name="at">UTC.</param>
    public EntryExclusion(byte[] entryId, int sweepstakesId, string reason, DateTime at)
    {
        EntryId = entryId;
        SweepstakesId = sweepstakesId;
        Reason = reason;
        At = at;
    }

    /// <summary>16 bytes; unique.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>Of which.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Coded.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
