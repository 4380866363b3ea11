namespace Rewards.Domain.Receipts;

/// <summary>A purchase as the till knows it.</summary>
public sealed class Receipt
{
    /// <summary>The longest list of departments, joined by <c>|</c>.</summary>
    public const int DepartmentsLength = 400;

    /// <summary>The longest number of a household.</summary>
    public const int HouseholdLength = 20;

    private Receipt()
    {
    }

    /// <summary>Takes a receipt in.</summary>
    /// <param name="key">Store, business day, register and transaction: what makes it the one it is.</param>
    /// <param name="purchasedAt">Store-local wall-clock time, null where only the code is known.</param>
    /// <param name="totalCents">What was paid, in cents; null where only the code is known.</param>
    /// <param name="lineItems">Number of lines; null where only the code is known.</param>
    /// <param name="departments">The touchpoints visited, joined by <c>|</c>; empty where unknown.</param>
    /// <param name="household">The chain's number of the household, where it is known.</param>
    /// <param name="loyaltyCard">The card that was shown at the till, if one was.</param>
    public Receipt(
        ReceiptKey key, DateTime? purchasedAt, long? totalCents, int? lineItems, string departments, string? household, string? loyaltyCard = null)
    {
        Id = key.Id;
        StoreNumber = key.StoreNumber;
        BusinessDay = key.BusinessDay;
        PurchasedAt = purchasedAt;
        TotalCents = totalCents;
        LineItems = lineItems;
        Departments = departments;
        Household = household;
        LoyaltyCard = loyaltyCard;
    }

    /// <summary>A receipt of which only its code is known (<c>Receipts:RequireRegistration</c> off).</summary>
    public static Receipt FromCode(ReceiptKey key) => new(key, null, null, null, "", null);

    /// <summary><see cref="ReceiptKey.Id"/>: store, business day, register and transaction in one number.</summary>
    public long Id { get; private set; }

    /// <summary>The store's number; also in <see cref="Id"/>, here for SQL to group by.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>The day in the store's own time zone; also in <see cref="Id"/>.</summary>
    public DateOnly BusinessDay { get; private set; }

    /// <summary>Store-local wall-clock time of the purchase.</summary>
    public DateTime? PurchasedAt { get; private set; }

    /// <summary>What was paid, in cents.</summary>
    public long? TotalCents { get; private set; }

    /// <summary>What went back of it so far, in cents; at most <see cref="TotalCents"/>. Its own concurrency token.</summary>
    public long RefundedCents { get; private set; }

    /// <summary>Number of lines.</summary>
    public int? LineItems { get; private set; }

    /// <summary>The touchpoints visited, joined by <c>|</c>.</summary>
    public string Departments { get; private set; } = "";

    /// <summary>
    /// The chain's number of the household. Used for retention only: nobody is entered or credited by it without asking.
    /// </summary>
    public string? Household { get; private set; }

    /// <summary>The card that was shown at the till (docs/decisions/0010-a-card-is-not-an-address.md).</summary>
    public string? LoyaltyCard { get; private set; }

    /// <summary>Notes a refund; saving it fails where another was saved since it was read.</summary>
    /// <param name="cents">What went back.</param>
    public void Refund(long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, (TotalCents ?? 0) - RefundedCents);
        RefundedCents += cents;
    }
}
