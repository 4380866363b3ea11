using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// How much a cashier, a register and a store may redeem in an hour (docs/fraud.md): counted in the redemption's transaction, last of all, by
/// one statement that cannot pass a limit, whoever else redeems at the same time.
/// </summary>
public sealed class LimitRedemptions(RewardsDb db, DatabaseProvider provider, PortalSettings settings)
{
    /// <summary>What a redemption is counted by; empty where nothing is limited.</summary>
    /// <param name="staff">By whom and where.</param>
    /// <param name="happenedAt">UTC.</param>
    /// <param name="amountCents">How much.</param>
    public CountedRedemption Of(StaffAtStore staff, DateTime happenedAt, int amountCents)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var fraud = settings.Fraud;
        var limits = new List<RedemptionLimit>();
        Add(RedemptionScope.Cashier, staff.IsTill ? $"{staff.Id:n} {staff.Cashier?.Trim().ToUpperInvariant()}" : $"{staff.Id:n}", fraud.RedemptionsPerCashier, fraud.CentsPerCashier);
        if (staff.Register is { } register)
        {
            Add(RedemptionScope.Register, $"{register}", fraud.RedemptionsPerRegister, fraud.CentsPerRegister);
        }

        Add(RedemptionScope.Store, "", fraud.RedemptionsPerStore, fraud.CentsPerStore);
        return new CountedRedemption(staff.StoreNumber, HourOf(happenedAt), amountCents, limits);

        void Add(RedemptionScope scope, string subject, int count, int cents)
        {
            if (count > 0 || cents > 0)
            {
                limits.Add(new RedemptionLimit(scope, subject, count > 0 ? count : int.MaxValue, cents > 0 ? cents : long.MaxValue / 2));
            }
        }
    }

    /// <summary>Counts it inside the caller's transaction.</summary>
    /// <returns>Whether it fits; else the caller gives the transaction up.</returns>
    public async Task<bool> CountAsync(CountedRedemption counted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counted);
        return counted.Limits.Count == 0
            || (counted.Limits.All(l => counted.AmountCents <= l.MostCents)
                && await provider.CountRedemptionAsync(db, counted, cancellationToken) == counted.Limits.Count);
    }

    /// <summary>Which limit was in the way, once the transaction was given up.</summary>
    public async Task<Error> RefusalAsync(CountedRedemption counted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var rows = await db.RedemptionCounts.AsNoTracking()
            .Where(c => c.StoreNumber == counted.StoreNumber && c.Hour == counted.Hour).ToListAsync(cancellationToken);
        var until = counted.Hour.AddHours(1);
        return counted.Limits.FirstOrDefault(IsInTheWay)?.Scope switch
        {
            RedemptionScope.Cashier => new RedemptionLimitCashier(until),
            RedemptionScope.Register => new RedemptionLimitRegister(until),
            RedemptionScope.Store => new RedemptionLimitStore(until),
            _ => new TryAgain(),
        };

        bool IsInTheWay(RedemptionLimit limit)
        {
            var row = rows.SingleOrDefault(r => r.Scope == limit.Scope && r.Subject == limit.Subject);
            return (row?.Count ?? 0) >= limit.MostCount || (row?.Cents ?? 0) + counted.AmountCents > limit.MostCents;
        }
    }

    /// <summary>Deletes the counters of hours that are over.</summary>
    public Task<int> ForgetOldAsync(DateTime now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-7);
        return db.RedemptionCounts.Where(c => c.Hour < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static DateTime HourOf(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerHour));
}
