using Rewards.Domain.Surveys;

namespace Rewards.Domain.Promotions;

/// <summary>Which shoppers a promotion is for.</summary>
public enum ShopperKind
{
    /// <summary>Everyone, also who leaves no address and no card.</summary>
    Any = 1,

    /// <summary>Whose first feedback this is.</summary>
    First = 2,

    /// <summary>Who gave feedback before.</summary>
    Returning = 3,
}

/// <summary>What a limit counts by.</summary>
public enum LimitScope
{
    /// <summary>The shopper: by what was given to them, looking back from today.</summary>
    Shopper = 1,

    /// <summary>The receipt's store.</summary>
    Store = 2,

    /// <summary>The receipt's register within its store.</summary>
    Register = 3,

    /// <summary>All of the promotion.</summary>
    Promotion = 4,
}

/// <summary>At most so many awards in a period; the whole of the promotion where neither days nor month are said.</summary>
/// <param name="Scope">What is counted by.</param>
/// <param name="Count">At most so many.</param>
/// <param name="Days">
/// The period's length. Of a shopper it looks back from today; of all else it is one of a row that begins with the promotion's
/// first day.
/// </param>
/// <param name="Month">Whether the period is the calendar month, in the programme's time zone.</param>
public sealed record PromotionLimit(LimitScope Scope, int Count, int? Days = null, bool Month = false)
{
    /// <summary>The most days that a limit may look back.</summary>
    public const int MostDays = 366;

    /// <summary>At most one in so many days a shopper.</summary>
    public static PromotionLimit OncePerShopper(int days) => new(LimitScope.Shopper, 1, days);

    /// <summary>Whether it counts what others are given as well, and so is kept in a row that all of them move.</summary>
    public bool IsShared => Scope != LimitScope.Shopper;

    /// <summary>Days; 0 for the whole of the promotion, -1 for months: part of a counter's key.</summary>
    public int Period => Month ? -1 : Days ?? 0;

    /// <summary>The first day of the period that a day is in, counted in rows from the promotion's first day.</summary>
    /// <param name="today">In the programme's time zone.</param>
    /// <param name="startsOn">The promotion's first day.</param>
    public DateOnly PeriodStart(DateOnly today, DateOnly startsOn) =>
        Month ? new DateOnly(today.Year, today.Month, 1)
        : Days is { } days ? today.AddDays(-((today.DayNumber - startsOn.DayNumber) % days))
        : startsOn;

    /// <summary>The first day that a shopper's limit looks at.</summary>
    /// <param name="today">In the programme's time zone.</param>
    /// <param name="startsOn">The promotion's first day.</param>
    public DateOnly LooksBackTo(DateOnly today, DateOnly startsOn) =>
        Month ? new DateOnly(today.Year, today.Month, 1)
        : Days is { } days ? today.AddDays(1 - days)
        : startsOn;
}

/// <summary>
/// When a promotion applies and what it gives: data, stored as JSON. The shopper's answers are not among its conditions, and
/// are not handed to it: the reward never depends on them. A condition that is null is none.
/// </summary>
/// <param name="Amount">Points, entries, or the voucher's value in cents; 0 where it is by the dollar.</param>
/// <param name="PerDollar">Points for each whole dollar of the receipt; 0 where the amount is fixed.</param>
/// <param name="AtMost">The most points by the dollar for one receipt; null for <see cref="MostAmount"/>.</param>
/// <param name="Stores">Only these.</param>
/// <param name="Departments">Only receipts with one of these.</param>
/// <param name="MinimumTotalCents">Only receipts of at least so much.</param>
/// <param name="Weekdays">Only feedback given on these, by the store's clock.</param>
/// <param name="FromHour">Only feedback given from this hour on, 0 to 23, by the store's clock.</param>
/// <param name="ToHour">Only before this hour, 1 to 24; less than or equal to <paramref name="FromHour"/>: over midnight.</param>
/// <param name="Surveys">Only feedback by these surveys' keys.</param>
/// <param name="Shopper">Whom it is for.</param>
/// <param name="Languages">Only feedback in these, two letters.</param>
/// <param name="Channels">Only feedback that came this way.</param>
/// <param name="OneIn">Given to one response in so many, by chance; 1 for all.</param>
/// <param name="Limits">All of them hold.</param>
/// <param name="VoucherDays">How many days a voucher is good; 0 where it is none.</param>
/// <param name="VoucherOnlyAtThisStore">Whether a voucher is good only at the receipt's store.</param>
/// <param name="VoucherStores">The stores a voucher is good at; null for all.</param>
/// <param name="VoucherMinimumPurchaseCents">What has to be bought for a voucher to be taken; null for anything.</param>
/// <param name="VoucherSingleUse">Whether what is left of a voucher after its first use is lost.</param>
public sealed record PromotionRule(
    int Amount,
    int PerDollar = 0,
    int? AtMost = null,
    IReadOnlyList<int>? Stores = null,
    IReadOnlyList<string>? Departments = null,
    long? MinimumTotalCents = null,
    IReadOnlyList<DayOfWeek>? Weekdays = null,
    int? FromHour = null,
    int? ToHour = null,
    IReadOnlyList<string>? Surveys = null,
    ShopperKind Shopper = ShopperKind.Any,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyList<Channel>? Channels = null,
    int OneIn = 1,
    IReadOnlyList<PromotionLimit>? Limits = null,
    int VoucherDays = 0,
    bool VoucherOnlyAtThisStore = false,
    IReadOnlyList<int>? VoucherStores = null,
    int? VoucherMinimumPurchaseCents = null,
    bool VoucherSingleUse = false)
{
    /// <summary>More is never given to one response: points, entries or cents.</summary>
    public const int MostAmount = 100_000;

    private const int CentsOfADollar = 100;

    /// <summary>Whether any receipt and any shopper meets it, so that its amount can be promised before anything is known; limits and chance aside.</summary>
    public bool IsForEveryone =>
        PerDollar == 0 && Shopper == ShopperKind.Any && MinimumTotalCents is null && FromHour is null && ToHour is null
        && Stores is null && Departments is null && Weekdays is null && Surveys is null && Languages is null && Channels is null;

    /// <summary>What is given for a receipt; 0 for nothing, null where it depends on a total that is not known.</summary>
    public int? AmountFor(long? totalCents) =>
        PerDollar == 0 ? Amount
        : totalCents is { } cents ? (int)Math.Clamp((decimal)Dollars(cents) * PerDollar, 0, AtMost ?? MostAmount)
        : null;

    /// <summary>The whole dollars of a total.</summary>
    public static long Dollars(long totalCents) => Math.Max(0, totalCents / CentsOfADollar);

    /// <summary>The limits that <see cref="PromotionLimit.IsShared"/>.</summary>
    public IEnumerable<PromotionLimit> SharedLimits() => (Limits ?? []).Where(l => l.IsShared);

    /// <summary>The limits of what one shopper is given.</summary>
    public IEnumerable<PromotionLimit> ShopperLimits() => (Limits ?? []).Where(l => !l.IsShared);
}
