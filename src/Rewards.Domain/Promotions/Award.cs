namespace Rewards.Domain.Promotions;

/// <summary>What became of a promotion for one response.</summary>
public enum AwardStatus
{
    /// <summary>The shopper has it.</summary>
    Granted = 1,

    /// <summary>It needs a person; it can be claimed with the reference until <see cref="Award.HeldUntil"/>.</summary>
    Held = 2,

    /// <summary>Not given; <see cref="Award.Reason"/> says why.</summary>
    Declined = 3,

    /// <summary>Given to the shopper, and posted once the till has confirmed the receipt.</summary>
    Pending = 4,
}

/// <summary>Why an award was given or not; the key of its sentence in every language.</summary>
public enum AwardReason
{
    /// <summary>For the feedback itself.</summary>
    ThankYou = 1,

    /// <summary>First in the promotion's period of days; days.</summary>
    FirstInPeriod = 2,

    /// <summary>By chance; one in so many.</summary>
    Drawn = 3,

    /// <summary>First in the calendar month.</summary>
    FirstInMonth = 4,

    /// <summary>The one that a shopper is given.</summary>
    Once = 5,

    /// <summary>The shopper's first feedback.</summary>
    FirstEver = 6,

    /// <summary>The shopper gave feedback before.</summary>
    CameBack = 7,

    /// <summary>By the dollar; the receipt's whole dollars.</summary>
    ForDollars = 8,

    /// <summary>The shopper had as many as there are in the period of days; how many, days.</summary>
    HadOneInPeriod = 20,

    /// <summary>By chance, not this time; one in so many.</summary>
    NotDrawn = 21,

    /// <summary>The promotion's budget is spent.</summary>
    BudgetSpent = 22,

    /// <summary>The receipt is not one the promotion is for: of awards from before every condition had its own reason.</summary>
    ConditionsNotMet = 23,

    /// <summary>No sweepstakes is open.</summary>
    NoSweepstakesOpen = 24,

    /// <summary>The promotion is for other stores.</summary>
    OtherStore = 25,

    /// <summary>The promotion is for other departments.</summary>
    OtherDepartment = 26,

    /// <summary>The receipt's total is too low; the least, in cents.</summary>
    TotalTooLow = 27,

    /// <summary>The receipt's total is not known.</summary>
    TotalUnknown = 28,

    /// <summary>The receipt has no whole dollar.</summary>
    LessThanADollar = 29,

    /// <summary>The promotion is for other days of the week.</summary>
    OtherWeekday = 30,

    /// <summary>The promotion is for other hours; the first hour, and the one it ends at.</summary>
    OtherHour = 31,

    /// <summary>The promotion is for another survey.</summary>
    OtherSurvey = 32,

    /// <summary>The promotion is for feedback in another language.</summary>
    OtherLanguage = 33,

    /// <summary>The promotion is for feedback that comes another way.</summary>
    OtherChannel = 34,

    /// <summary>The promotion is for a shopper's first feedback.</summary>
    NotFirst = 35,

    /// <summary>The promotion is for shoppers who gave feedback before.</summary>
    NotReturning = 36,

    /// <summary>Whether it is for this shopper is not known, since no one was named.</summary>
    NobodyKnown = 37,

    /// <summary>Another promotion of its group was given.</summary>
    NotStacked = 38,

    /// <summary>The shopper had as many as there are in the calendar month; how many.</summary>
    HadInMonth = 39,

    /// <summary>The shopper had as many as there are; how many.</summary>
    HadAlready = 40,

    /// <summary>The store has given as many as there are; how many.</summary>
    StoreLimit = 41,

    /// <summary>The register has given as many as there are; how many.</summary>
    RegisterLimit = 42,

    /// <summary>The promotion has given as many as there are in its period; how many.</summary>
    PromotionLimit = 43,

    /// <summary>The promotion was stopped a moment before.</summary>
    NotRunning = 44,

    /// <summary>What had earned it was returned to the store.</summary>
    Refunded = 45,

    /// <summary>The shopper has entered the sweepstakes as often as its rules allow a person; how many.</summary>
    PersonEntriesSpent = 46,

    /// <summary>The shopper's household has entered the sweepstakes as often as its rules allow one; how many.</summary>
    HouseholdEntriesSpent = 47,
}

/// <summary>What one response earned by one promotion, or did not, and why. One a response and promotion (a unique index).</summary>
public sealed class Award
{
    private Award()
    {
    }

    /// <summary>Takes a decision down.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="responseId">The response.</param>
    /// <param name="promotionId">The promotion.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="heldUntil">UTC; only of a held one.</param>
    /// <param name="shopperId">The person, if any.</param>
    /// <param name="at">UTC.</param>
    public Award(Guid id, Guid responseId, int promotionId, AwardDecision decision, DateTime? heldUntil, Guid? shopperId, DateTime at)
    {
        Id = id;
        ResponseId = responseId;
        PromotionId = promotionId;
        Kind = decision.Kind;
        Status = decision.Status;
        Amount = decision.Amount;
        ByTotal = decision.ByTotal;
        ForCents = decision.ForCents;
        Tell(decision.Why);
        HeldUntil = heldUntil;
        ShopperId = shopperId;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>The response it is for.</summary>
    public Guid ResponseId { get; private set; }

    /// <summary>The promotion it is by.</summary>
    public int PromotionId { get; private set; }

    /// <summary>What it gives.</summary>
    public AwardKind Kind { get; private set; }

    /// <summary>What became of it.</summary>
    public AwardStatus Status { get; private set; }

    /// <summary>Points, entries, or cents; 0 where declined.</summary>
    public int Amount { get; private set; }

    /// <summary>Whether <see cref="Amount"/> is for each dollar of the receipt: then a part refunded takes a part of it.</summary>
    public bool ByTotal { get; private set; }

    /// <summary>
    /// What had been paid for the receipt and not gone back when it was decided, in cents: what <see cref="Amount"/> is for. Null where
    /// that was not known.
    /// </summary>
    public long? ForCents { get; private set; }

    /// <summary>Why.</summary>
    public AwardReason Reason { get; private set; }

    /// <summary>What stands in the reason's sentence: a count, an hour or cents, as the reason says.</summary>
    public long? ReasonNumber { get; private set; }

    /// <summary>What stands in the reason's sentence: the length of a period in days, or the hour it ends.</summary>
    public int? ReasonDays { get; private set; }

    /// <summary>Why, with what stands in its sentence.</summary>
    public Why Why() => new(Reason, ReasonNumber, ReasonDays);

    /// <summary>Until when a held one can be claimed, UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Whose it is; null where no person was left.</summary>
    public Guid? ShopperId { get; private set; }

    /// <summary>When it was given, or decided, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Gives a held award to a person, as decided anew at the claim.</summary>
    public void Claim(AwardDecision decision, Guid shopperId, DateTime at)
    {
        if (Status != AwardStatus.Held)
        {
            throw new InvalidOperationException("Only a held award is claimed; the use case looks first.");
        }

        Status = decision.Status;
        Amount = decision.Amount;
        Tell(decision.Why);
        ShopperId = shopperId;
        At = at;
    }

    /// <summary>Lets a granted award wait until the till has confirmed its receipt.</summary>
    public void Wait() => Turn(AwardStatus.Granted, AwardStatus.Pending);

    /// <summary>Gives a pending award.</summary>
    public void Confirm() => Turn(AwardStatus.Pending, AwardStatus.Granted);

    /// <summary>Declines what was given, before it was posted: its whole receipt went back.</summary>
    public void Cancel()
    {
        Turn(Status == AwardStatus.Pending ? AwardStatus.Pending : AwardStatus.Granted, AwardStatus.Declined);
        Amount = 0;
        Tell(new Why(AwardReason.Refunded));
    }

    private void Turn(AwardStatus from, AwardStatus to) =>
        Status = Status == from ? to : throw new InvalidOperationException($"An award that is {Status} does not become {to}.");

    private void Tell(Why why) => (Reason, ReasonNumber, ReasonDays) = (why.Reason, why.Number, why.Days);
}
