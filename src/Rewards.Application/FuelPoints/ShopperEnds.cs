using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.FuelPoints;

/// <summary>A shopper with where both live lots end, found by one query: a seek for each value, however long the ledger is.</summary>
internal sealed record ShopperEnds(Shopper Shopper, int? OlderSequence, int? OlderBalance, int? NewerSequence, int? NewerBalance)
{
    private static readonly CompiledQuery<Func<RewardsDb, Guid, int, int, Task<ShopperEnds?>>> _byId = By<Guid>(nameof(Shopper.Id));
    private static readonly CompiledQuery<Func<RewardsDb, string, int, int, Task<ShopperEnds?>>> _byCard = By<string>(nameof(Shopper.LoyaltyCard));

    /// <summary>Of a shopper; null where there is none.</summary>
    public static Task<ShopperEnds?> OfAsync(RewardsDb db, Guid shopperId, DateOnly today) =>
        _byId.On(db)(db, shopperId, Lot.OldestOn(today).Number, Lot.Of(today).Number);

    /// <summary>Of the shopper with a card; null where there is none.</summary>
    public static Task<ShopperEnds?> OfCardAsync(RewardsDb db, string card, DateOnly today) =>
        _byCard.On(db)(db, card, Lot.OldestOn(today).Number, Lot.Of(today).Number);

    /// <summary>Both, of the day that they were asked for.</summary>
    public IReadOnlyList<LotEnd> On(DateOnly today) =>
    [
        new(Lot.OldestOn(today), OlderSequence ?? 0, OlderBalance ?? 0),
        new(Lot.Of(today), NewerSequence ?? 0, NewerBalance ?? 0),
    ];

    private static CompiledQuery<Func<RewardsDb, TKey, int, int, Task<ShopperEnds?>>> By<TKey>(string column)
        where TKey : notnull => new(() => EF.CompileAsyncQuery(
        (RewardsDb db, TKey key, int older, int newer) => (
            from shopper in db.Shoppers.AsNoTracking()
            where EF.Property<TKey>(shopper, column).Equals(key)
            select new ShopperEnds(
                shopper,
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == older).Max(p => (int?)p.Sequence),
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == older)
                    .OrderByDescending(p => p.Sequence).Select(p => (int?)p.BalanceAfter).FirstOrDefault(),
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == newer).Max(p => (int?)p.Sequence),
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == newer)
                    .OrderByDescending(p => p.Sequence).Select(p => (int?)p.BalanceAfter).FirstOrDefault())).SingleOrDefault()));
}
