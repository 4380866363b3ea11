namespace Rewards.Domain.FuelPoints;

/// <summary>Why points moved.</summary>
public enum PostingKind
{
    /// <summary>By an award.</summary>
    Earned = 1,

    /// <summary>For cheaper fuel.</summary>
    Spent = 2,

    /// <summary>Their month is over: what was left, or owed, is written off.</summary>
    Expired = 3,

    /// <summary>A spending was undone.</summary>
    Reversed = 4,

    /// <summary>What had earned them was returned to the store.</summary>
    TakenBack = 5,

    /// <summary>By two people in the office.</summary>
    Adjusted = 6,
}

/// <summary>What made points move: one of them, or none where their month ended.</summary>
/// <param name="AwardId">The award that earned them.</param>
/// <param name="RedemptionId">The redemption that spent them, or that was undone.</param>
/// <param name="RefundId">The refund that took them back.</param>
/// <param name="AdjustmentId">The adjustment.</param>
public readonly record struct PostingCause(Guid? AwardId = null, Guid? RedemptionId = null, Guid? RefundId = null, Guid? AdjustmentId = null)
{
    /// <summary>By an award.</summary>
    public static PostingCause Award(Guid id) => new(AwardId: id);

    /// <summary>By a redemption, or by its undoing.</summary>
    public static PostingCause Redemption(Guid id) => new(RedemptionId: id);

    /// <summary>By a refund.</summary>
    public static PostingCause Refund(Guid id) => new(RefundId: id);

    /// <summary>By an adjustment.</summary>
    public static PostingCause Adjustment(Guid id) => new(AdjustmentId: id);
}

/// <summary>
/// One line of a shopper's ledger, made by <see cref="FuelLedger.Post"/> only. Nothing is changed or deleted. Shopper, lot and
/// <see cref="Sequence"/> are unique together: of two that write the next line of a lot, one does. The last line of a lot has its
/// balance, however long the ledger is.
/// </summary>
public sealed class FuelPointPosting
{
    private FuelPointPosting()
    {
    }

    internal FuelPointPosting(
        Guid id, Guid shopperId, LotEnd before, PostingKind kind, int points, PostingCause cause, DateTime postedAt)
    {
        Id = id;
        ShopperId = shopperId;
        LotNumber = before.Lot.Number;
        Sequence = before.Sequence + 1;
        Kind = kind;
        Points = points;
        BalanceAfter = checked(before.Balance + points);
        AwardId = cause.AwardId;
        FuelRedemptionId = cause.RedemptionId;
        RefundId = cause.RefundId;
        AdjustmentId = cause.AdjustmentId;
        PostedAt = postedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary><see cref="Lot.Number"/>: yyyymm.</summary>
    public int LotNumber { get; private set; }

    /// <summary>1, 2, … within shopper and lot, without a gap.</summary>
    public int Sequence { get; private set; }

    /// <summary>Why they moved.</summary>
    public PostingKind Kind { get; private set; }

    /// <summary>Whole points, negative where they go.</summary>
    public int Points { get; private set; }

    /// <summary>What the lot holds after this line; below zero only by what was taken back.</summary>
    public int BalanceAfter { get; private set; }

    /// <summary>The award that earned them; unique.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>The redemption that spent them, or that was undone; unique with lot and kind.</summary>
    public Guid? FuelRedemptionId { get; private set; }

    /// <summary>The refund that took them back; unique with the lot.</summary>
    public Guid? RefundId { get; private set; }

    /// <summary>The adjustment; unique with the lot.</summary>
    public Guid? AdjustmentId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime PostedAt { get; private set; }
}
