namespace Rewards.Domain.Promotions;

/// <summary>What a promotion gives.</summary>
public enum AwardKind
{
    /// <summary>Points in the shopper's fuel ledger.</summary>
    FuelPoints = 1,

    /// <summary>An entry into the open sweepstakes.</summary>
    SweepstakesEntry = 2,

    /// <summary>A gift voucher.</summary>
    Voucher = 3,
}

/// <summary>
/// When a promotion applies and what it gives: data, stored as JSON. The shopper's answers are not among its conditions, and
/// are not handed to it: the reward never depends on them.
/// </summary>
/// <param name="Amount">Points, entries, or the voucher's value in cents.</param>
/// <param name="Stores">Only these; null for all.</param>
/// <param name="Departments">Only receipts with one of these; null for all.</param>
/// <param name="MinimumTotalCents">Only receipts of at least so much; null for all.</param>
/// <param name="OncePerShopperInDays">At most one in so many days a shopper; null for no such limit.</param>
/// <param name="OneIn">Given to one response in so many, by chance; 1 for all.</param>
/// <param name="VoucherDays">How many days a voucher is good; 0 where it is none.</param>
/// <param name="VoucherOnlyAtThisStore">Whether a voucher is good only at the receipt's store.</param>
public sealed record PromotionRule(
    int Amount,
    IReadOnlyList<int>? Stores = null,
    IReadOnlyList<string>? Departments = null,
    long? MinimumTotalCents = null,
    int? OncePerShopperInDays = null,
    int OneIn = 1,
    int VoucherDays = 0,
    bool VoucherOnlyAtThisStore = false);

/// <summary>
/// What marketing offers for a response. <see cref="SpentCents"/> and <see cref="AwardedCount"/> move only by a guarded update
/// that cannot pass the budget.
/// </summary>
public sealed class Promotion
{
    private Promotion()
    {
    }

    /// <summary>Starts a promotion.</summary>
    /// <param name="key">Lower-case words joined by hyphens; unique.</param>
    /// <param name="kind">What it gives.</param>
    /// <param name="name">As the office calls it.</param>
    /// <param name="rule">The <see cref="PromotionRule"/> as JSON.</param>
    /// <param name="startsOn">First day, in the programme's time zone.</param>
    /// <param name="endsOn">Last day; null for no end.</param>
    /// <param name="budgetCents">What may be given in all, in cents; null for no limit.</param>
    public Promotion(string key, AwardKind kind, string name, string rule, DateOnly startsOn, DateOnly? endsOn, long? budgetCents)
    {
        Key = key;
        Kind = kind;
        Name = name;
        Rule = rule;
        StartsOn = startsOn;
        EndsOn = endsOn;
        BudgetCents = budgetCents;
        IsActive = true;
    }

    /// <summary>Given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>Lower-case words joined by hyphens; unique.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it gives.</summary>
    public AwardKind Kind { get; private set; }

    /// <summary>As the office calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The <see cref="PromotionRule"/> as JSON.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>First day, in the programme's time zone.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day; null for no end.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Whether it is running at all.</summary>
    public bool IsActive { get; private set; }

    /// <summary>What may be given in all, in cents; null for no limit.</summary>
    public long? BudgetCents { get; private set; }

    /// <summary>What was given so far, in cents; only of promotions with a budget.</summary>
    public long SpentCents { get; private set; }

    /// <summary>How many awards were given so far; only of promotions with a budget.</summary>
    public long AwardedCount { get; private set; }
}
