namespace Rewards.Domain.Sweepstakes;

/// <summary>There is no such prize, or the link is not that of it.</summary>
public sealed record PrizeUnknown() : Error("prize-unknown", ErrorKind.NotFound);

/// <summary>The days to answer are over, or the prize has gone to somebody else.</summary>
public sealed record PrizeAnswerLate() : Error("prize-answer-late", ErrorKind.Conflict);

/// <summary>The prize stands elsewhere by now.</summary>
/// <param name="Status">Where.</param>
public sealed record PrizeStepOutOfOrder(PrizeClaimStatus Status) : Error("prize-step-out-of-order", ErrorKind.Conflict);

/// <summary>Whoever is signed in as a colleague does not answer for a winner.</summary>
public sealed record PrizeAnswerByStaff() : Error("prize-answer-by-staff", ErrorKind.Forbidden);

/// <summary>No date of birth, or none that can be.</summary>
public sealed record BirthDateInvalid() : Error("birth-date-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "birth";
}

/// <summary>The winner was too young when they entered.</summary>
/// <param name="Age">Years, at least.</param>
public sealed record WinnerTooYoung(int Age) : Error("winner-too-young", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "birth";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Age];
}

/// <summary>A telephone number that is none.</summary>
public sealed record PhoneInvalid() : Error("phone-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "phone";
}

/// <summary>Nothing was said of how to stand on the list of winners.</summary>
public sealed record WinnerConsentMissing() : Error("winner-consent-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "consent";
}

/// <summary>The affidavit is not signed: the name typed is not the legal name, or the box is not ticked.</summary>
public sealed record AffidavitUnsigned() : Error("affidavit-unsigned", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "signature";
}

/// <summary>As many files as one prize may have were handed in.</summary>
public sealed record ClaimFilesSpent() : Error("claim-files-spent", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "file";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [ClaimFile.Most];
}

/// <summary>The winner has an e-mail address: they are told by mail.</summary>
public sealed record PrizeToldByMail() : Error("prize-told-by-mail", ErrorKind.Conflict);

/// <summary>Not everything that an officer has to check was ticked.</summary>
public sealed record PrizeUnchecked() : Error("prize-unchecked", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "checks";
}

/// <summary>It is not said how a prize was handed over, or at too great a length.</summary>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record PrizeNoteInvalid(int Longest) : Error("prize-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>A voucher for a prize is worth something, and no more than the prize.</summary>
/// <param name="Most">What the rules say the prize is worth.</param>
public sealed record PrizeVoucherWrong(Money Most) : Error("prize-voucher-wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amount";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}
