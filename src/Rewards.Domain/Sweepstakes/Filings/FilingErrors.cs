namespace Rewards.Domain.Sweepstakes.Filings;

/// <summary>There is no such task in the calendar.</summary>
public sealed record FilingUnknown() : Error("filing-unknown", ErrorKind.NotFound);

/// <summary>Somebody else changed it at the same time, or before.</summary>
public sealed record FilingChanged() : Error("filing-changed", ErrorKind.Conflict);

/// <summary>A note that is too long, or not one line of text.</summary>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record FilingNoteInvalid(int Longest) : Error("filing-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}
