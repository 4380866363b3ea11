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
}

/// <summary>Why an award was given or not; the key of its sentence in every language.</summary>
public enum AwardReason
{
    /// <summary>For the feedback itself.</summary>
    ThankYou = 1,

    /// <summary>First in the promotion's period of days.</summary>
    FirstInPeriod = 2,

    /// <summary>By chance, one in so many.</summary>
    Drawn = 3,

    /// <summary>The shopper had one in the period of days.</summary>
    HadOneInPeriod = 20,

    /// <summary>By chance, not this time.</summary>
    NotDrawn = 21,

    /// <summary>The promotion's budget is spent.</summary>
    BudgetSpent = 22,

    /// <summary>The receipt is not one the promotion is for.</summary>
    ConditionsNotMet = 23,

    /// <summary>No sweepstakes is open.</summary>
    NoSweepstakesOpen = 24,
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
        Reason = decision.Reason;
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

    /// <summary>Why.</summary>
    public AwardReason Reason { get; private set; }

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
        Reason = decision.Reason;
        ShopperId = shopperId;
        At = at;
    }
}
