using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;

namespace Rewards.Application.Vouchers;

/// <summary>What a store's tills took on a business day, by register and cashier, and what the programme still owes.</summary>
public sealed class Reconcile(RewardsDb db, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Reconciles a store's day.</summary>
    /// <param name="storeNumber">The store.</param>
    /// <param name="day">In its time zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Reconciliation> RunAsync(int storeNumber, DateOnly day, CancellationToken cancellationToken) =>
        new(storeNumber, day, await OutstandingAsync(cancellationToken), await LinesAsync([storeNumber], day, cancellationToken));

    /// <summary>What the tills of stores took on a business day: by store, register, then cashier.</summary>
    /// <param name="stores">Their numbers.</param>
    /// <param name="day">In each one's time zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ReconciledCashier>> LinesAsync(IReadOnlyList<int> stores, DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await (
            from redemption in db.Redemptions.AsNoTracking()
            where stores.Contains(redemption.StoreNumber) && redemption.BusinessDay == day
            from staff in db.Users.Where(u => u.Id == redemption.StaffId).DefaultIfEmpty()
            from reversal in db.Reversals.Where(r => r.RedemptionId == redemption.Id).DefaultIfEmpty()
            group new { redemption.AmountCents, Reversed = (int?)reversal.AmountCents }
                by new { redemption.StoreNumber, redemption.Register, redemption.Cashier, Staff = staff.UserName } into cashier
            select new
            {
                cashier.Key,
                Count = cashier.Count(),
                Cents = cashier.Sum(r => (long)r.AmountCents),
                ReversedCount = cashier.Count(r => r.Reversed != null),
                ReversedCents = cashier.Sum(r => (long?)r.Reversed) ?? 0,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ReconciledCashier(
                    r.Key.StoreNumber,
                    r.Key.Register,
                    r.Key.Cashier ?? r.Key.Staff ?? "",
                    r.Key.Cashier is null,
                    new DaySum(r.Count, r.Cents),
                    new DaySum(r.ReversedCount, r.ReversedCents)))
                .OrderBy(r => r.StoreNumber).ThenBy(r => r.Register ?? -1).ThenBy(r => r.Cashier, StringComparer.Ordinal),
        ];
    }

    /// <summary>What stands on good vouchers of the whole programme, now.</summary>
    public async Task<DaySum> OutstandingAsync(CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        return await db.Vouchers.AsNoTracking()
            .Where(v => v.LastDay >= today && v.BalanceCents > 0 && (!v.SingleUse || v.BalanceCents == v.ValueCents))
            .GroupBy(_ => 1).Select(g => new DaySum(g.Count(), g.Sum(v => (long)v.BalanceCents))).SingleOrDefaultAsync(cancellationToken) ?? DaySum.Nothing;
    }
}

/// <summary>A store's business day.</summary>
/// <param name="StoreNumber">The store.</param>
/// <param name="Day">In its time zone.</param>
/// <param name="Outstanding">What stands on good vouchers of the whole programme, now.</param>
/// <param name="Lines">By register, then cashier; the desk, which has no register, first.</param>
public sealed record Reconciliation(int StoreNumber, DateOnly Day, DaySum Outstanding, IReadOnlyList<ReconciledCashier> Lines)
{
    /// <summary>All that was redeemed, what was undone among it.</summary>
    public DaySum Redeemed => DaySum.Of(Lines.Select(l => l.Redeemed));

    /// <summary>What of it was undone.</summary>
    public DaySum Reversed => DaySum.Of(Lines.Select(l => l.Reversed));
}

/// <summary>What a cashier took at a register.</summary>
/// <param name="StoreNumber">At which store.</param>
/// <param name="Register">Null at the desk.</param>
/// <param name="Cashier">As the till names them; at the desk what they sign in with.</param>
/// <param name="IsStaff">Whether a colleague at the desk.</param>
/// <param name="Redeemed">What was undone among it.</param>
/// <param name="Reversed">What of it was undone.</param>
public sealed record ReconciledCashier(int StoreNumber, int? Register, string Cashier, bool IsStaff, DaySum Redeemed, DaySum Reversed)
{
    /// <summary>What the store is owed, in cents.</summary>
    public long NetCents => Redeemed.Cents - Reversed.Cents;
}
