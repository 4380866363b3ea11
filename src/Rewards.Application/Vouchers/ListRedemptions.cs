using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application.Vouchers;

/// <summary>The redemptions of a store's business day, newest first, and what they come to.</summary>
public sealed class ListRedemptions(RewardsDb db, Vault vault)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists a page.</summary>
    /// <param name="storeNumber">The store.</param>
    /// <param name="day">In its time zone.</param>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RedemptionsOfDay> RunAsync(int storeNumber, DateOnly day, int page, CancellationToken cancellationToken)
    {
        var ofDay = db.Redemptions.Where(r => r.StoreNumber == storeNumber && r.BusinessDay == day);
        var redeemed = await ofDay.GroupBy(_ => 1)
            .Select(g => new DaySum(g.Count(), g.Sum(r => (long)r.AmountCents))).SingleOrDefaultAsync(cancellationToken);
        var undone = await db.Reversals.Where(x => ofDay.Any(r => r.Id == x.RedemptionId)).GroupBy(_ => 1)
            .Select(g => new DaySum(g.Count(), g.Sum(x => (long)x.AmountCents))).SingleOrDefaultAsync(cancellationToken);
        var pages = Math.Max(1, ((redeemed?.Count ?? 0) + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await ofDay.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((shown - 1) * PageSize).Take(PageSize)
            .ToLinesAsync(db, vault, cancellationToken);
        return new RedemptionsOfDay(day, redeemed ?? DaySum.Nothing, undone ?? DaySum.Nothing, lines, shown, pages);
    }
}

/// <summary>A page of a day.</summary>
/// <param name="Day">In the store's time zone.</param>
/// <param name="Redeemed">All of the day, those undone among them.</param>
/// <param name="Undone">Those of the day that were undone.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
public sealed record RedemptionsOfDay(
    DateOnly Day, DaySum Redeemed, DaySum Undone, IReadOnlyList<RedemptionLine> Lines, int Page, int Pages)
{
    /// <summary>What the store is owed, in cents.</summary>
    public long NetCents => Redeemed.Cents - Undone.Cents;
}

/// <summary>How many, and what they come to.</summary>
/// <param name="Count">How many.</param>
/// <param name="Cents">In cents.</param>
public sealed record DaySum(int Count, long Cents)
{
    /// <summary>None.</summary>
    public static DaySum Nothing { get; } = new(0, 0);

    /// <summary>Several together.</summary>
    public static DaySum Of(IEnumerable<DaySum> sums) => sums.Aggregate(Nothing, (a, b) => new DaySum(a.Count + b.Count, a.Cents + b.Cents));
}
