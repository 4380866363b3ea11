using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>What of a promotion moves in place, held against the acts that moved it and the awards that were booked.</summary>
internal static class PromotionBooks
{
    /// <summary>It stands where the last act left it, with the budget that the last act gave it. Its terms are hashed with the act that published it.</summary>
    public static async IAsyncEnumerable<string> ActsAsync(RewardsDb db)
    {
        var rows = await (
            from promotion in db.Promotions.AsNoTracking()
            from act in db.AuditEvents
                .Where(e => e.SubjectNumber == promotion.Id && e.Act >= AuditAct.PromotionPublished && e.Act <= AuditAct.PromotionBudgetRaised).DefaultIfEmpty()
            from link in db.AuditLinks.Where(l => l.Kind == AuditKind.Act && l.SubjectId == act.Id).DefaultIfEmpty()
            select new { Promotion = promotion, Act = act, Link = (long?)link.Sequence }).ToListAsync();
        foreach (var group in rows.GroupBy(r => r.Promotion.Id).OrderBy(g => g.Key))
        {
            var acts = group.Where(r => r.Act is not null).OrderBy(r => r.Link ?? long.MaxValue).ThenBy(r => r.Act.At).Select(r => r.Act).ToList();
            if (FaultOf(group.First().Promotion, acts) is { } fault)
            {
                yield return Invariant($"promotion {group.Key} {fault}");
            }
        }
    }

    /// <summary>Its counters are the awards that were booked; what was given and went back with its receipt, or was held and not claimed in the end, stays booked.</summary>
    public static async IAsyncEnumerable<string> CountersAsync(RewardsDb db)
    {
        var promotions = await db.Promotions.AsNoTracking().Where(p => p.State != PromotionState.Draft).OrderBy(p => p.Id).ToListAsync();
        foreach (var promotion in promotions)
        {
            if (promotion.HasBudget && await BudgetAsync(db, promotion.Id) is { } budget)
            {
                yield return budget;
            }

            foreach (var limits in (AwardBooks.ReadRule(promotion.Rule)?.SharedLimits() ?? []).GroupBy(l => (l.Scope, l.Period)))
            {
                if (await LimitAsync(db, promotion.Id, limits.Key, limits.Count()) is { } limit)
                {
                    yield return limit;
                }
            }
        }
    }

    private static string? FaultOf(Promotion promotion, List<AuditEvent> acts)
    {
        if (acts.LastOrDefault(a => a.Act == AuditAct.PromotionPublished) is not { } published)
        {
            return promotion.State == PromotionState.Draft ? null : Invariant($"is {promotion.State} and was published by no act");
        }

        var state = acts.Last(a => a.Act != AuditAct.PromotionBudgetRaised).Act switch
        {
            AuditAct.PromotionPaused => PromotionState.Paused,
            AuditAct.PromotionEnded => PromotionState.Ended,
            _ => PromotionState.Running,
        };
        var budget = RecordAct.Read(acts.Last(a => a.Act is AuditAct.PromotionPublished or AuditAct.PromotionBudgetRaised).Detail);
        return promotion.State != state ? Invariant($"is {promotion.State}, its last act left it {state}")
            : !IsGiven(RecordAct.BudgetCents, promotion.BudgetCents) || !IsGiven(RecordAct.BudgetCount, promotion.BudgetCount) ? "has a budget that no act gave it"
            : null;

        bool IsGiven(string name, long? value) => budget.GetValueOrDefault(name) == value?.ToString(CultureInfo.InvariantCulture);
    }

    // What points cost was reckoned by the setting of the time: of them the number is verified.
    private static async Task<string?> BudgetAsync(RewardsDb db, int id)
    {
        var (booked, perhaps) = (Booked(db, id), PerhapsBooked(db, id));
        var row = await db.Promotions.AsNoTracking().Where(p => p.Id == id).Select(p => new
        {
            p.Kind,
            p.SpentCents,
            p.AwardedCount,
            p.BudgetCents,
            Awards = booked.Count(),
            Perhaps = perhaps.Count(),
            Amount = db.Awards.Where(a => a.PromotionId == id && a.Status != AwardStatus.Declined).Sum(a => (long)a.Amount),
        }).SingleAsync();
        var cents = row.Kind switch
        {
            AwardKind.Voucher => row.Amount,
            AwardKind.FuelPoints => row.SpentCents,
            _ => 0,
        };
        return row.AwardedCount < row.Awards || row.AwardedCount > row.Awards + row.Perhaps ? Invariant($"promotion {id} has counted {row.AwardedCount} awards, {row.Awards} were booked")
            : row.SpentCents != cents || row.SpentCents > row.BudgetCents ? Invariant($"promotion {id} has spent {row.SpentCents} of {row.BudgetCents} cents, its awards make {cents}")
            : null;
    }

    private static async Task<string?> LimitAsync(RewardsDb db, int id, (LimitScope Scope, int Period) limit, int times)
    {
        var (scope, period) = limit;
        var (booked, perhaps) = (Booked(db, id), PerhapsBooked(db, id));
        var row = await db.Promotions.AsNoTracking().Where(p => p.Id == id).Select(p => new
        {
            Awards = booked.Count(),
            Perhaps = perhaps.Count(),
            Counted = db.PromotionCounts.Where(c => c.PromotionId == id && c.Scope == scope && c.Period == period).Sum(c => c.Count),
        }).SingleAsync();
        return row.Counted >= row.Awards * times && row.Counted <= (row.Awards + row.Perhaps) * times ? null : Invariant($"promotion {id} has counted {row.Counted} awards by {scope}, {row.Awards} were booked");
    }

    // What was given and went back with its receipt, or was held and not claimed in the end, stays booked.
    private static IQueryable<Award> Booked(RewardsDb db, int id) => db.Awards.Where(a =>
        a.PromotionId == id && (a.Status != AwardStatus.Declined || a.HeldUntil != null || (a.Reason == AwardReason.Refunded && a.ForCents > 0)));

    // What was declined because its receipt had gone back whole, or was given for one that no till had registered and went back later.
    private static IQueryable<Award> PerhapsBooked(RewardsDb db, int id) => db.Awards.Where(a =>
        a.PromotionId == id && a.Status == AwardStatus.Declined && a.HeldUntil == null && a.Reason == AwardReason.Refunded && a.ForCents == null);
}
