namespace Rewards.Domain.Sweepstakes;

/// <summary>Where a prize stands with the person it was offered to.</summary>
public enum PrizeClaimStatus
{
    /// <summary>Offered; the answer, or what belongs to it, is not there yet.</summary>
    Offered = 1,

    /// <summary>Answered and signed; waits for the office to look at it.</summary>
    Answered = 2,

    /// <summary>The office has checked age, residence and affidavit: the prize is to be handed over.</summary>
    Accepted = 3,

    /// <summary>Handed over.</summary>
    Fulfilled = 4,

    /// <summary>Lost to the next alternate by a disposition.</summary>
    Lost = 5,
}

/// <summary>
/// A prize offered to a person: to its winner as drawn, and after each disposition to the next alternate (docs/draw-protocol.md §10).
/// Of a prize the last claim is the one that counts; none is ever taken away.
/// </summary>
public sealed class PrizeClaim
{
    /// <summary>The longest <see cref="SealedAnswer"/>, in bytes.</summary>
    public const int AnswerLength = 8000;

    /// <summary>The longest <see cref="FulfilNote"/>, in UTF-16 units.</summary>
    public const int NoteLength = 300;

    private PrizeClaim()
    {
    }

    /// <summary>Offers a prize.</summary>
    /// <param name="id">Made at the edge; also the id of the mail that tells of it.</param>
    /// <param name="sweepstakesId">Of which sweepstakes.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="turn">1 for the winner as drawn, 2 for the first alternate who is called for it, and so on.</param>
    /// <param name="entryId">The entry.</param>
    /// <param name="shopperId">The person.</param>
    /// <param name="offeredAt">UTC.</param>
    /// <param name="answerBy">Until when it can be answered, UTC; null until the person is told by hand.</param>
    public PrizeClaim(Guid id, int sweepstakesId, int prize, int turn, byte[] entryId, Guid shopperId, DateTime offeredAt, DateTime? answerBy)
    {
        Id = id;
        SweepstakesId = sweepstakesId;
        Prize = prize;
        Turn = turn;
        EntryId = entryId;
        ShopperId = shopperId;
        OfferedAt = offeredAt;
        AnswerBy = answerBy;
        Status = PrizeClaimStatus.Offered;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which sweepstakes.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>The line of <c>prizes.txt</c>, from 1.</summary>
    public int Prize { get; private set; }

    /// <summary>1 for the winner as drawn, one more for each alternate called for the same prize.</summary>
    public int Turn { get; private set; }

    /// <summary>The entry; 16 bytes.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>The person.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OfferedAt { get; private set; }

    /// <summary>Until when it can be answered, UTC, exclusive; null until a person without an e-mail address is told by hand.</summary>
    public DateTime? AnswerBy { get; private set; }

    /// <summary>Where it stands.</summary>
    public PrizeClaimStatus Status { get; private set; }

    /// <summary>When the person was told by hand, UTC; null where they were told by mail, or not yet.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>When the person answered, UTC; signed or not.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who the person says they are and what they signed, sealed; null until they answer, and once it is no longer kept.</summary>
    public byte[]? SealedAnswer { get; private set; }

    /// <summary>Whether the person does not want the prize: two officers then pass it on.</summary>
    public bool Declines { get; private set; }

    /// <summary>When the affidavit was signed or handed in, UTC.</summary>
    public DateTime? AffidavitAt { get; private set; }

    /// <summary>SHA-256 of what was signed: the text in the language shown, and the signature or the file.</summary>
    public byte[]? AffidavitHash { get; private set; }

    /// <summary>How the person wants to stand on the list of winners.</summary>
    public WinnerConsent Consent { get; private set; }

    /// <summary>The name on the list of winners, from when the prize is accepted; null where there is none to be.</summary>
    public string? PublicName { get; private set; }

    /// <summary>The town on the list of winners.</summary>
    public string? PublicTown { get; private set; }

    /// <summary>When the office had checked the answer, UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>By which officer.</summary>
    public Guid? CheckedBy { get; private set; }

    /// <summary>When the prize was handed over, UTC.</summary>
    public DateTime? FulfilledAt { get; private set; }

    /// <summary>By which officer.</summary>
    public Guid? FulfilledBy { get; private set; }

    /// <summary>What was handed over is worth, in cents: what counts for the tax form of its year.</summary>
    public int GivenCents { get; private set; }

    /// <summary>The voucher that it was handed over as; null where it was by hand. Unique.</summary>
    public Guid? VoucherId { get; private set; }

    /// <summary>How it was handed over, in the officer's words.</summary>
    public string? FulfilNote { get; private set; }

    /// <summary>When the answer and what belongs to it was deleted, since it need not be kept any longer, UTC.</summary>
    public DateTime? ForgottenAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the person can still answer, or hand in what belongs to the answer.</summary>
    /// <param name="now">UTC.</param>
    public bool IsOpenAt(DateTime now) => Status == PrizeClaimStatus.Offered && now < AnswerBy;

    /// <summary>Takes down that the person was told by hand, without an e-mail address or where the mail did not go out: from now on they have the rules' days.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="answerBy">UTC, exclusive.</param>
    public void Tell(DateTime at, DateTime answerBy)
    {
        Must(Status == PrizeClaimStatus.Offered && ToldAt is null);
        (ToldAt, AnswerBy) = (at, answerBy);
        Version++;
    }

    /// <summary>Takes the answer of the person: signed, or with the affidavit still to come on paper.</summary>
    /// <param name="sealedAnswer">Who they are and what they signed, sealed to <see cref="Id"/>.</param>
    /// <param name="consent">How they want to stand on the list of winners.</param>
    /// <param name="affidavitHash">SHA-256 of what was signed; null where it comes on paper.</param>
    /// <param name="at">UTC.</param>
    public void Answer(byte[] sealedAnswer, WinnerConsent consent, byte[]? affidavitHash, DateTime at)
    {
        Must(IsOpenAt(at) && AnsweredAt is null);
        (SealedAnswer, Consent, AnsweredAt) = (sealedAnswer, consent, at);
        if (affidavitHash is null)
        {
            Version++;
        }
        else
        {
            Sign(affidavitHash, at);
        }
    }

    /// <summary>Takes the affidavit that was signed on paper; further pages of it may follow while nobody has checked them.</summary>
    /// <param name="affidavitHash">SHA-256 of the text and the file.</param>
    /// <param name="at">UTC.</param>
    public void Sign(byte[] affidavitHash, DateTime at)
    {
        Must(MayHandInAt(at));
        (AffidavitHash, AffidavitAt) = (affidavitHash, at);
        MoveTo(PrizeClaimStatus.Answered);
    }

    /// <summary>Whether a page of the affidavit is taken: after the answer, in time, before the office has checked it.</summary>
    /// <param name="now">UTC.</param>
    public bool MayHandInAt(DateTime now) =>
        AnsweredAt is not null && !Declines && now < AnswerBy && Status is (PrizeClaimStatus.Offered or PrizeClaimStatus.Answered);

    /// <summary>Takes down that the person does not want the prize.</summary>
    /// <param name="at">UTC.</param>
    public void Decline(DateTime at)
    {
        Must(IsOpenAt(at));
        (Declines, AnsweredAt) = (true, AnsweredAt ?? at);
        MoveTo(PrizeClaimStatus.Answered);
    }

    /// <summary>Takes down that the office has checked age, residence, affidavit and employment.</summary>
    /// <param name="by">The officer.</param>
    /// <param name="at">UTC.</param>
    /// <param name="publicName">For the list of winners, as the person consented; null for none.</param>
    /// <param name="publicTown">The same.</param>
    public void Accept(Guid by, DateTime at, string? publicName, string? publicTown)
    {
        Must(MayBeAccepted);
        (CheckedBy, CheckedAt, PublicName, PublicTown) = (by, at, publicName, publicTown);
        MoveTo(PrizeClaimStatus.Accepted);
    }

    /// <summary>Whether the office can accept it: answered, signed, and wanted.</summary>
    public bool MayBeAccepted => Status == PrizeClaimStatus.Answered && !Declines && AffidavitAt is not null;

    /// <summary>Takes down that the prize was handed over.</summary>
    /// <param name="by">The officer.</param>
    /// <param name="at">UTC.</param>
    /// <param name="givenCents">What it is worth.</param>
    /// <param name="voucherId">The voucher; null by hand.</param>
    /// <param name="note">How; null for a voucher.</param>
    public void Fulfil(Guid by, DateTime at, int givenCents, Guid? voucherId, string? note)
    {
        Must(Status == PrizeClaimStatus.Accepted);
        (FulfilledBy, FulfilledAt, GivenCents, VoucherId, FulfilNote) = (by, at, givenCents, voucherId, note);
        MoveTo(PrizeClaimStatus.Fulfilled);
    }

    /// <summary>Forgets who the person is: it has ended and need not be kept any longer. What was signed stays as its hash.</summary>
    /// <param name="at">UTC.</param>
    public void Forget(DateTime at)
    {
        Must(Status is PrizeClaimStatus.Fulfilled or PrizeClaimStatus.Lost);
        (SealedAnswer, ForgottenAt) = (null, at);
        Version++;
    }

    /// <summary>Whether it can still be lost: neither handed over nor lost before.</summary>
    public bool MayBeLost => Status is PrizeClaimStatus.Offered or PrizeClaimStatus.Answered or PrizeClaimStatus.Accepted;

    /// <summary>
    /// Why it cannot be lost for a reason: <c>prize-claim-settled</c>, or <c>disposition-reason-untrue</c>, since nobody has failed to answer, or to
    /// sign, while there is time; null where it can.
    /// </summary>
    /// <param name="code">The coded reason (<see cref="DispositionReason"/>).</param>
    /// <param name="now">UTC.</param>
    public Error? RefusalToLose(string code, DateTime now)
    {
        var isLate = Status == PrizeClaimStatus.Offered && AnswerBy <= now;
        return !MayBeLost ? new PrizeClaimSettled(Status)
            : code switch
            {
                DispositionReason.NoResponse => isLate && AnsweredAt is null,
                DispositionReason.AffidavitLate => isLate && AnsweredAt is not null,
                _ => true,
            }
            ? null
            : new DispositionReasonUntrue();
    }

    /// <summary>Takes down that it was lost by a disposition; the use case has looked whether it may be.</summary>
    public void Lose() => MoveTo(PrizeClaimStatus.Lost);

    private static void Must(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException("Not in this state; the use case looks first.");
        }
    }

    private void MoveTo(PrizeClaimStatus status)
    {
        Status = status;
        Version++;
    }
}

/// <summary>How a winner wants to stand on the list of winners.</summary>
public enum WinnerConsent
{
    /// <summary>Not by name: only the entry, as whatever the law demands besides.</summary>
    EntryOnly = 1,

    /// <summary>First name, the first letter of the last name, and town.</summary>
    FirstNameAndTown = 2,

    /// <summary>Full name and town.</summary>
    FullName = 3,
}
