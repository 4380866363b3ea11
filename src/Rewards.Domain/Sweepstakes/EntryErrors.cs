namespace Rewards.Domain.Sweepstakes;

/// <summary>No sweepstakes takes entries at present.</summary>
public sealed record SweepstakesNoneOpen() : Error("sweepstakes-none-open", ErrorKind.Conflict);

/// <summary>The name of an entrant is missing, or is none.</summary>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record EntrantNameInvalid(int Longest) : Error("entrant-name-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "name";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>The e-mail address of an entrant is missing, or is none.</summary>
public sealed record EntrantEmailInvalid() : Error("entrant-email-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>The entrant did not say that they are old enough and agree to the rules.</summary>
/// <param name="Age">Years, at least.</param>
public sealed record EntryTermsUnaccepted(int Age) : Error("entry-terms-unaccepted", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "agree";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Age];
}

/// <summary>The sweepstakes is void where the entrant lives.</summary>
/// <param name="State">Its name.</param>
public sealed record EntryStateVoid(string State) : Error("entry-state-void", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "state";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [State];
}

/// <summary>The person has entered on this page today: one a day.</summary>
public sealed record EnteredToday() : Error("entered-today", ErrorKind.Conflict);

/// <summary>The person has as many entries as the rules allow, by all ways together.</summary>
/// <param name="Entries">How many.</param>
public sealed record PersonEntriesSpent(int Entries) : Error("person-entries-spent", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Entries];
}

/// <summary>Those who live at the person's address have as many entries as the rules allow a household, by all ways together.</summary>
/// <param name="Entries">How many.</param>
public sealed record HouseholdEntriesSpent(int Entries) : Error("household-entries-spent", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Entries];
}

/// <summary>Neither an e-mail address nor a postal address says who cannot win.</summary>
public sealed record ExclusionEmpty() : Error("exclusion-empty", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>The note is more than a line, or too long.</summary>
public sealed record ExclusionNoteInvalid() : Error("exclusion-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [ExcludedPerson.NoteLength];
}

/// <summary>Nobody is written down by that name, or no more.</summary>
public sealed record ExclusionUnknown() : Error("exclusion-unknown", ErrorKind.NotFound);
