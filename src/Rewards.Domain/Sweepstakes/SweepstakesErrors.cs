namespace Rewards.Domain.Sweepstakes;

/// <summary>There is no such sweepstakes.</summary>
public sealed record SweepstakesUnknown() : Error("sweepstakes-unknown", ErrorKind.NotFound);

/// <summary>It still takes entries, or some may be on their way.</summary>
/// <param name="From">When its entries can be frozen, UTC.</param>
public sealed record SweepstakesNotOver(DateTime From) : Error("sweepstakes-not-over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [From];
}

/// <summary>That step was taken before, or the one before it was not.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record SweepstakesStepOutOfOrder(SweepstakesStatus Status) : Error("sweepstakes-step-out-of-order", ErrorKind.Conflict);

/// <summary>Nobody entered.</summary>
public sealed record SweepstakesWithoutEntries() : Error("sweepstakes-without-entries", ErrorKind.Conflict);

/// <summary>The value would be announced less than an hour after the commitment.</summary>
/// <param name="Earliest">UTC.</param>
public sealed record AnnouncementTooSoon(DateTime Earliest) : Error("announcement-too-soon", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "announcementAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Earliest];
}

/// <summary>The value has not been announced yet.</summary>
/// <param name="At">When it is, UTC.</param>
public sealed record AnnouncementNotDue(DateTime At) : Error("announcement-not-due", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [At];
}

/// <summary>No description of where the value comes from, or no value.</summary>
/// <param name="Name">The field.</param>
public sealed record BeaconTextMissing(string Name) : Error("beacon-text-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>The entries are not those that were frozen: nothing is drawn.</summary>
public sealed record EntriesChanged() : Error("entries-changed", ErrorKind.Conflict);
