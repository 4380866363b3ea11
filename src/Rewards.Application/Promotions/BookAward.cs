using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Promotions;

/// <summary>
/// Books an award against its promotion's shared limits and budget, inside the caller's transaction: by updates that cannot pass
/// them, whoever else books at the same time. Raises the alarms of a budget, once each, with their mails in the same transaction.
/// </summary>
public sealed class BookAward(RewardsDb db, DatabaseProvider provider, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Books it; where nothing is left it is declined, and nothing is booked.</summary>
    /// <param name="decision">Given or held, and <see cref="AwardDecision.IsToBeBooked"/>.</param>
    /// <param name="facts">What it was decided by.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AwardDecision> RunAsync(AwardDecision decision, AwardFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var counted = new List<PromotionCounter>();
        foreach (var limit in decision.Offer.Rule.SharedLimits().OrderBy(l => l.Scope).ThenBy(l => l.Period))
        {
            var counter = PromotionCounter.Of(decision.Offer, limit, facts);
            if (!await CountAsync(counter, cancellationToken))
            {
                await GiveBackAsync(counted, cancellationToken);
                return decision.Decline(Spent(limit));
            }

            counted.Add(counter);
        }

        if (decision.Offer.HasBudget && !await SpendAsync(decision, cancellationToken))
        {
            await GiveBackAsync(counted, cancellationToken);
            var isRunning = await db.Promotions.AnyAsync(p => p.Id == decision.Offer.Id && p.State == PromotionState.Running, cancellationToken);
            return decision.Decline(new Why(isRunning ? AwardReason.BudgetSpent : AwardReason.NotRunning));
        }

        return decision;
    }

    /// <summary>What an award costs its budget, in cents: a voucher its value, points as the setting says, an entry nothing.</summary>
    /// <param name="kind">What is given.</param>
    /// <param name="amount">How much of it.</param>
    public long CostOf(AwardKind kind, long amount) => kind switch
    {
        AwardKind.Voucher => amount,
        AwardKind.FuelPoints => ((amount * settings.Awards.CentsPer100Points) + 99) / 100,
        _ => 0,
    };

    private static Why Spent(PromotionLimit limit) => new(
        limit.Scope switch
        {
            LimitScope.Store => AwardReason.StoreLimit,
            LimitScope.Register => AwardReason.RegisterLimit,
            _ => AwardReason.PromotionLimit,
        },
        limit.Count);

    private IQueryable<PromotionCount> RowOf(PromotionCounter counter) => db.PromotionCounts.Where(c =>
        c.PromotionId == counter.PromotionId && c.Scope == counter.Limit.Scope && c.Period == counter.Limit.Period
        && c.StartsOn == counter.StartsOn && c.Subject == counter.Subject);

    private async Task<bool> CountAsync(PromotionCounter counter, CancellationToken cancellationToken)
    {
        if (await TryAsync())
        {
            return true;
        }

        // No row yet, or a full one: the row is there once this has run, whoever else adds it.
        await provider.AddPromotionCountAsync(db, counter, cancellationToken);
        return await TryAsync();

        async Task<bool> TryAsync() => await RowOf(counter).Where(c => c.Count < counter.Limit.Count)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count + 1), cancellationToken) == 1;
    }

    private async Task GiveBackAsync(IEnumerable<PromotionCounter> counted, CancellationToken cancellationToken)
    {
        foreach (var counter in counted)
        {
            await RowOf(counter).ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - 1), cancellationToken);
        }
    }

    // The usual case is one statement: it fits, and no alarm is due. Only else is the row asked what it is.
    private async Task<bool> SpendAsync(AwardDecision decision, CancellationToken cancellationToken)
    {
        var cost = CostOf(decision.Kind, decision.Amount);
        var row = db.Promotions.Where(p => p.Id == decision.Offer.Id && p.State == PromotionState.Running && p.AlarmedPercent < Promotion.LastAlarm);
        var fitting = row.Where(p =>
            (p.BudgetCents == null || p.SpentCents + cost <= p.BudgetCents) && (p.BudgetCount == null || p.AwardedCount < p.BudgetCount));
        var quiet = fitting.Where(p =>
            (p.BudgetCents == null || (p.SpentCents + cost) * 100 < p.BudgetCents * (p.AlarmedPercent < Promotion.FirstAlarm ? Promotion.FirstAlarm : Promotion.LastAlarm))
            && (p.BudgetCount == null || (p.AwardedCount + 1) * 100 < p.BudgetCount * (p.AlarmedPercent < Promotion.FirstAlarm ? Promotion.FirstAlarm : Promotion.LastAlarm)));
        if (await BookAsync(quiet))
        {
            return true;
        }

        var fits = await BookAsync(fitting);
        await AlarmAsync(row, isSpent: !fits, cancellationToken);
        return fits;

        async Task<bool> BookAsync(IQueryable<Promotion> where) => await where.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.SpentCents, p => p.SpentCents + cost).SetProperty(p => p.AwardedCount, p => p.AwardedCount + 1),
            cancellationToken) == 1;
    }

    private async Task AlarmAsync(IQueryable<Promotion> row, bool isSpent, CancellationToken cancellationToken)
    {
        if (isSpent)
        {
            await RaiseAsync(Promotion.LastAlarm, row, cancellationToken);
            return;
        }

        // The last first: where one award passes both, the first finds it raised and is not told.
        await RaiseAsync(
            Promotion.LastAlarm, row.Where(p => p.SpentCents >= p.BudgetCents || p.AwardedCount >= p.BudgetCount), cancellationToken);
        await RaiseAsync(Promotion.FirstAlarm, row.Where(p => p.AlarmedPercent < Promotion.FirstAlarm), cancellationToken);
    }

    // The update decides who raises it; whoever comes later finds it raised.
    private async Task RaiseAsync(int percent, IQueryable<Promotion> row, CancellationToken cancellationToken)
    {
        var promotionId = await row.Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (promotionId is not { } id
            || await row.ExecuteUpdateAsync(set => set.SetProperty(p => p.AlarmedPercent, percent), cancellationToken) == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var alarm = await db.PromotionAlarms.SingleOrDefaultAsync(a => a.PromotionId == id && a.Percent == percent, cancellationToken);
        if (alarm is null)
        {
            // After a budget was raised the same alarm is told again.
            alarm = new PromotionAlarm(Guid.CreateVersion7(now), id, percent, now.UtcDateTime);
            db.PromotionAlarms.Add(alarm);
        }

        await db.TellStaffAsync(MailKind.BudgetAlarm, alarm.Id, [StaffRole.Marketing], now.UtcDateTime, cancellationToken);
    }
}
