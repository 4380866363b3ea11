namespace Rewards.Domain.Audit;

/// <summary>What someone did that moves value, or lets others move it.</summary>
public enum AuditAct
{
    /// <summary>A promotion began to run.</summary>
    PromotionPublished = 1,

    /// <summary>A promotion stopped for a while.</summary>
    PromotionPaused = 2,

    /// <summary>A promotion went on.</summary>
    PromotionResumed = 3,

    /// <summary>A promotion stopped for good.</summary>
    PromotionEnded = 4,

    /// <summary>The budget of a promotion that runs was raised.</summary>
    PromotionBudgetRaised = 5,

    /// <summary>A key of the interface was made.</summary>
    ApiKeyMade = 10,

    /// <summary>A key of the interface was ended.</summary>
    ApiKeyRevoked = 11,

    /// <summary>A voucher was made void.</summary>
    VoucherVoided = 20,

    /// <summary>A voucher was made void, and another was issued for it.</summary>
    VoucherReissued = 21,

    /// <summary>Points were to be given or taken by hand.</summary>
    AdjustmentProposed = 30,

    /// <summary>They were.</summary>
    AdjustmentApproved = 31,

    /// <summary>They were not.</summary>
    AdjustmentDeclined = 32,

    /// <summary>Whoever proposed it took it back.</summary>
    AdjustmentWithdrawn = 33,

    /// <summary>Someone got an account.</summary>
    StaffAdded = 40,

    /// <summary>Someone changed the own password.</summary>
    PasswordChanged = 41,

    /// <summary>Someone signs in with a second step from now on.</summary>
    SecondStepAdded = 42,

    /// <summary>Someone signs in without the second step from now on.</summary>
    SecondStepRemoved = 43,

    /// <summary>Someone added a passkey.</summary>
    PasskeyAdded = 44,

    /// <summary>Someone removed a passkey.</summary>
    PasskeyRemoved = 45,

    /// <summary>The entries of a sweepstakes were frozen.</summary>
    DrawFrozen = 50,

    /// <summary>A draw was committed to.</summary>
    DrawCommitted = 51,

    /// <summary>A draw was run.</summary>
    DrawRun = 52,

    /// <summary>A step of a draw was proposed, for another officer to take.</summary>
    DrawStepProposed = 53,

    /// <summary>Another officer was against it.</summary>
    DrawStepDeclined = 54,

    /// <summary>Whoever proposed it took it back.</summary>
    DrawStepWithdrawn = 55,

    /// <summary>Free entries that came by mail were typed, and handed to another person.</summary>
    MailInSubmitted = 58,

    /// <summary>Another person checked them: what was accepted is entries.</summary>
    MailInChecked = 59,

    /// <summary>Somebody said what came of a redemption without network that was no more than an exception.</summary>
    OfflineExceptionResolved = 60,

    /// <summary>A loyalty card that was seen was linked to a shopper.</summary>
    CardLinked = 61,

    /// <summary>Someone has looked at an alert.</summary>
    AlertAcknowledged = 62,

    /// <summary>Another system is told of what is given and redeemed.</summary>
    WebhookMade = 70,

    /// <summary>It is not told for a while.</summary>
    WebhookPaused = 71,

    /// <summary>It is told again.</summary>
    WebhookResumed = 72,

    /// <summary>It is told no more.</summary>
    WebhookEnded = 73,

    /// <summary>Someone looked into dates of the audit that do not fit, and found why: they count as explained up to a link.</summary>
    AuditDatesExplained = 80,

    /// <summary>A winner without an e-mail address was told by hand: the link was shown.</summary>
    PrizeTold = 100,

    /// <summary>The answer of a winner was opened.</summary>
    PrizeRevealed = 101,

    /// <summary>The answer of a winner was checked, and the prize is to be handed over.</summary>
    PrizeAccepted = 102,

    /// <summary>A prize was handed over.</summary>
    PrizeFulfilled = 103,

    /// <summary>The winners of a month were downloaded with what they answered.</summary>
    WinnersExported = 104,

    /// <summary>The figures of tax forms were downloaded.</summary>
    TaxExported = 105,

    /// <summary>Answers of winners that need not be kept any longer were deleted.</summary>
    PrizesForgotten = 106,

    /// <summary>What a state asks for a sweepstakes was said to be done.</summary>
    FilingDone = 90,

    /// <summary>What the months to come are opened with was written.</summary>
    TemplateSaved = 95,

    /// <summary>Somebody was written down who cannot win.</summary>
    PersonExcluded = 96,

    /// <summary>Somebody who could not win can again.</summary>
    PersonReadmitted = 97,

    /// <summary>It was opened again.</summary>
    FilingReopened = 91,

    /// <summary>A prize was taken from whom it was offered to; it went on to the next in line, if anybody was left.</summary>
    PrizeDisposed = 110,

    /// <summary>That was proposed, for another officer to confirm.</summary>
    DispositionProposed = 111,

    /// <summary>Another officer was against it.</summary>
    DispositionDeclined = 112,

    /// <summary>Whoever proposed it took it back.</summary>
    DispositionWithdrawn = 113,

    /// <summary>Someone opened the file that speaks for it.</summary>
    EvidenceOpened = 114,
}

/// <summary>
/// That someone did something: for acts that are no row of a ledger. Written in the act's own transaction; never changed or
/// deleted.
/// </summary>
public sealed class AuditEvent
{
    /// <summary>The longest <see cref="Detail"/>.</summary>
    public const int DetailLength = 1000;

    private AuditEvent()
    {
    }

    /// <summary>Takes an act down.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="act">What was done.</param>
    /// <param name="actorId">By which member of staff; null for the command line and for what the portal does itself.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">What else matters, as JSON: an object of texts.</param>
    /// <param name="at">UTC.</param>
    public AuditEvent(Guid id, AuditAct act, Guid? actorId, AuditSubject subject, string detail, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(detail.Length, DetailLength);
        Id = id;
        Act = act;
        ActorId = actorId;
        SubjectId = subject.Id;
        SubjectNumber = subject.Number;
        Detail = detail;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>What was done.</summary>
    public AuditAct Act { get; private set; }

    /// <summary>By which member of staff; null for the command line and for what the portal does itself.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>To which key, voucher, adjustment or member of staff.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>To which promotion or sweepstakes.</summary>
    public int? SubjectNumber { get; private set; }

    /// <summary>What else matters, as JSON: an object of texts.</summary>
    public string Detail { get; private set; } = "{}";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>What an act was done to: one of them.</summary>
/// <param name="Id">A key, voucher, adjustment or member of staff.</param>
/// <param name="Number">A promotion or sweepstakes.</param>
public readonly record struct AuditSubject(Guid? Id, int? Number)
{
    /// <summary>A key, voucher, adjustment or member of staff.</summary>
    public static AuditSubject Of(Guid id) => new(id, null);

    /// <summary>A promotion or sweepstakes.</summary>
    public static AuditSubject Of(int number) => new(null, number);
}
