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

/// <summary>A description or an announced value that is too long, or has characters that nobody can type again.</summary>
/// <param name="Name">The field.</param>
public sealed record BeaconTextInvalid(string Name) : Error("beacon-text-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Drawing.TextLength];
}

/// <summary>The time of the announcement is missing or is no time.</summary>
public sealed record AnnouncementTimeInvalid() : Error("announcement-time-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "announcementAt";
}

/// <summary>The value would be announced so late that the time looks mistyped; a commitment cannot be taken back.</summary>
/// <param name="Latest">UTC.</param>
public sealed record AnnouncementTooLate(DateTime Latest) : Error("announcement-too-late", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "announcementAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Latest];
}

/// <summary>The rules or the prizes are not those that were committed to: nothing is drawn.</summary>
public sealed record SweepstakesTermsChanged() : Error("sweepstakes-terms-changed", ErrorKind.Conflict);

/// <summary>No address for free entries is set, so no sweepstakes is opened: it would be one with a purchase only.</summary>
public sealed record FreeEntryAddressMissing() : Error("free-entry-address-missing", ErrorKind.Conflict);

/// <summary>There is no such proposal of that step.</summary>
public sealed record DrawProposalUnknown() : Error("draw-proposal-unknown", ErrorKind.NotFound);

/// <summary>That step has been proposed and waits for another officer.</summary>
public sealed record DrawProposalWaiting() : Error("draw-proposal-waiting", ErrorKind.Conflict);

/// <summary>The proposal was confirmed, declined or taken back.</summary>
public sealed record DrawProposalDecided() : Error("draw-proposal-decided", ErrorKind.Conflict);

/// <summary>Who proposed a step does not decide it.</summary>
public sealed record DrawProposalBySamePerson() : Error("draw-proposal-by-same-person", ErrorKind.Forbidden);

/// <summary>Only who proposed a step takes the proposal back.</summary>
public sealed record DrawProposalOfAnother() : Error("draw-proposal-of-another", ErrorKind.Forbidden);

/// <summary>Whoever declines says why.</summary>
public sealed record DrawProposalReasonInvalid() : Error("draw-proposal-reason-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "reason";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [OfficerProposal.ReasonLength];
}

/// <summary>What was brought is no answer of drand's.</summary>
public sealed record BeaconRoundUnreadable() : Error("beacon-round-unreadable", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "announced";
}

/// <summary>It is another round than was committed to: nothing is drawn.</summary>
/// <param name="Round">The one that was committed to.</param>
/// <param name="Brought">The one that was brought.</param>
public sealed record BeaconRoundOther(long Round, long Brought) : Error("beacon-round-other", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "announced";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Round, Brought];
}

/// <summary>The signature is not that of the round, by drand's key: nothing is drawn.</summary>
public sealed record BeaconSignatureWrong() : Error("beacon-signature-wrong", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "announced";
}

/// <summary>None of the mirrors had the round.</summary>
/// <param name="Said">Which said what.</param>
public sealed record BeaconUnavailable(string Said) : Error("beacon-unavailable", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Said];
}

/// <summary>No whole number in the range.</summary>
/// <param name="Where">The field.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public sealed record SweepstakesNumberInvalid(string Where, long Least, long Most) : Error("sweepstakes-number-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least, Most];
}

/// <summary>Nothing, more than one line, or too many characters.</summary>
/// <param name="Where">The field.</param>
/// <param name="Most">The most characters.</param>
public sealed record SweepstakesTextInvalid(string Where, int Most) : Error("sweepstakes-text-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Something in the list of states is no state.</summary>
public sealed record SweepstakesStateUnknown() : Error("sweepstakes-state-unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "voidIn";
}

/// <summary>No prize, or more than a draw can have.</summary>
/// <param name="Most">The most prizes.</param>
public sealed record SweepstakesPrizesInvalid(int Most) : Error("sweepstakes-prizes-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "prize1-count";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Another officer saved the template since it was opened.</summary>
public sealed record SweepstakesTemplateChanged() : Error("sweepstakes-template-changed", ErrorKind.Conflict);
/// <summary>Nobody has the prize: its number is none, or nobody is left in line.</summary>
public sealed record PrizeClaimUnknown() : Error("prize-claim-unknown", ErrorKind.NotFound);

/// <summary>The prize was handed over, or is lost already.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record PrizeClaimSettled(PrizeClaimStatus Status) : Error("prize-claim-settled", ErrorKind.Conflict);

/// <summary>No reason was chosen.</summary>
public sealed record DispositionReasonMissing() : Error("disposition-reason-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>The winner has answered, or still has time: that reason is not so.</summary>
public sealed record DispositionReasonUntrue() : Error("disposition-reason-untrue", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>Who was shown a winner's link neither accepts the answer nor hands the prize over.</summary>
public sealed record PrizeBySamePerson() : Error("prize-by-same-person", ErrorKind.Forbidden);

/// <summary>A proposal to take the prize waits: it is decided first.</summary>
public sealed record PrizeProposalWaits() : Error("prize-proposal-waits", ErrorKind.Conflict);

/// <summary>What speaks for a disposition is said in words.</summary>
public sealed record EvidenceNoteInvalid() : Error("evidence-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [DispositionEvidence.NoteLength];
}

/// <summary>A file that is too long, or neither a PDF nor a PNG or JPEG picture.</summary>
/// <param name="MostMegabytes">What is taken, in millions of bytes.</param>
public sealed record AttachedFileInvalid(int MostMegabytes) : Error("attached-file-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "file";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [MostMegabytes];
}

/// <summary>There is no such file on record.</summary>
public sealed record EvidenceUnknown() : Error("evidence-unknown", ErrorKind.NotFound);
