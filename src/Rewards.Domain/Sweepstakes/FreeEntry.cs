namespace Rewards.Domain.Sweepstakes;

/// <summary>By which way a free entry came.</summary>
public enum FreeEntryWay
{
    /// <summary>On the portal's own page.</summary>
    Online = 1,

    /// <summary>On a card by mail, typed in the office.</summary>
    Mail = 2,
}

/// <summary>
/// How a free entry came about. The entry itself is like any other: its way makes no difference to its chance.
/// </summary>
public sealed class FreeEntry
{
    private FreeEntry()
    {
    }

    /// <summary>Takes it down.</summary>
    /// <param name="id">Of what was sent: the same form sent again has the same, and there is one entry.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="way">By which way.</param>
    /// <param name="at">UTC.</param>
    public FreeEntry(Guid id, SweepstakesEntry entry, FreeEntryWay way, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Id = id;
        EntryId = entry.Id;
        SweepstakesId = entry.SweepstakesId;
        ShopperId = entry.ShopperId;
        Way = way;
        EnteredOn = entry.EnteredOn;
        At = at;
    }

    /// <summary>Of what was sent; nobody else can make it up.</summary>
    public Guid Id { get; private set; }

    /// <summary>The entry; unique.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>Into which.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Who.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>By which way.</summary>
    public FreeEntryWay Way { get; private set; }

    /// <summary>As the entry has it.</summary>
    public DateOnly EnteredOn { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; private set; }
}
