using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>What was earned, held against the rule that gave it and against what it became.</summary>
internal static class AwardBooks
{
    private const int PageSize = 1_000;

    /// <summary>
    /// An award is of the kind and of as much as its promotion's rule gives for what the receipt came to: the rule is hashed with the act that published it, so that also
    /// what waits, and is in no link yet, cannot be raised. Its reason is one of its status, and its person the response's.
    /// </summary>
    public static async IAsyncEnumerable<string> AwardsAsync(RewardsDb db)
    {
        var promotions = (await db.Promotions.AsNoTracking().Select(p => new { p.Id, p.Kind, p.Rule }).ToListAsync())
            .ToDictionary(p => p.Id, p => (p.Kind, Rule: ReadRule(p.Rule)));
        for (Guid? after = null; ;)
        {
            var page = await (
                from award in db.Awards.AsNoTracking()
                where after == null || award.Id > after
                orderby award.Id
                join response in db.Responses on award.ResponseId equals response.Id
                join receipt in db.Receipts on response.ReceiptId equals receipt.Id
                select new { Award = award, response.ShopperId, receipt.TotalCents, receipt.RefundedCents }).Take(PageSize).ToListAsync();
            foreach (var row in page)
            {
                var (kind, rule) = promotions[row.Award.PromotionId];
                if ((FaultOf(row.Award, kind, rule) ?? FaultOfTotal(row.Award, row.TotalCents, row.RefundedCents) ?? FaultOfPerson(row.Award, row.ShopperId)) is { } fault)
                {
                    yield return $"award {row.Award.Id} {fault}";
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Award.Id;
        }
    }

    /// <summary>What stands in a ledger or among the entries came from an award that was granted, to the same person.</summary>
    public static IAsyncEnumerable<string> GivenAsync(RewardsDb db)
    {
        var lines =
            from line in db.FuelPointPostings.AsNoTracking()
            join award in db.Awards on line.AwardId equals award.Id
            where line.Kind == PostingKind.Earned && (award.Kind != AwardKind.FuelPoints || award.Status != AwardStatus.Granted
                || award.ShopperId != line.ShopperId || line.Points > award.Amount)
            select award.Id;
        var entries =
            from entry in db.SweepstakesEntries.AsNoTracking()
            join award in db.Awards on entry.AwardId equals award.Id
            where award.Kind != AwardKind.SweepstakesEntry || award.Status != AwardStatus.Granted || award.ShopperId != entry.ShopperId
            select award.Id;
        return lines.Concat(entries).AsAsyncEnumerable().Select(id => Invariant($"award {id} does not agree with the line or the entry that came of it"));
    }

    /// <summary>What went back of a receipt is the sum of its refunds.</summary>
    public static IAsyncEnumerable<string> RefundsAsync(RewardsDb db) => db.Receipts.AsNoTracking()
        .Select(r => new { r.Id, r.TotalCents, r.RefundedCents, Booked = db.Refunds.Where(x => x.ReceiptId == r.Id).Sum(x => x.Cents) })
        .Where(r => r.RefundedCents != r.Booked || (r.Booked != 0 && r.Booked > r.TotalCents)).OrderBy(r => r.Id).AsAsyncEnumerable()
        .Select(r => Invariant($"receipt {r.Id} of {r.TotalCents} cents has {r.RefundedCents} cents refunded, its refunds make {r.Booked}"));

    /// <summary>A proposal was decided or taken back by an act, and points given or taken by hand were approved by one; it hashes the rest.</summary>
    public static IAsyncEnumerable<string> AdjustmentsAsync(RewardsDb db) => (
        from adjustment in db.FuelPointAdjustments.AsNoTracking()
        join act in db.AuditEvents.Where(e => e.Act == AuditAct.AdjustmentApproved || e.Act == AuditAct.AdjustmentDeclined || e.Act == AuditAct.AdjustmentWithdrawn)
            on adjustment.Id equals act.SubjectId into acts
        from act in acts.DefaultIfEmpty()
        join line in db.FuelPointPostings on adjustment.Id equals line.AdjustmentId into lines
        from line in lines.DefaultIfEmpty()
        where (act == null && adjustment.Status != AdjustmentStatus.Proposed) || (line != null && (act == null || act.Act != AuditAct.AdjustmentApproved))
        select adjustment.Id).Distinct().AsAsyncEnumerable().Select(id => Invariant($"adjustment {id} was decided by no act"));

    private static string? FaultOf(Award award, AwardKind kind, PromotionRule? rule)
    {
        var isGiven = award.Status != AwardStatus.Declined;
        return award.Kind != kind ? "is of another kind than its promotion"
            : isGiven == award.Reason >= AwardReason.HadOneInPeriod ? Invariant($"is {award.Status} with the reason {award.Reason}")
            : !isGiven ? award.Amount == 0 ? null : Invariant($"was declined and is of {award.Amount}")
            : rule is null ? "is by a rule that cannot be read"
            : award.ByTotal != rule.PerDollar > 0 || award.Amount != rule.AmountFor(award.ForCents)
                ? Invariant($"is of {award.Amount}, its promotion's rule gives {rule.AmountFor(award.ForCents)}")
            : null;
    }

    // What it is for is what had been paid and not gone back by then.
    private static string? FaultOfTotal(Award award, long? totalCents, long refundedCents) =>
        award.ForCents is { } cents && (totalCents is not { } total || cents > total || cents < total - refundedCents)
            ? Invariant($"is for {cents} of a receipt of {totalCents} cents") : null;

    // A voucher belongs to whoever holds it; what is held belongs to nobody yet.
    private static string? FaultOfPerson(Award award, Guid? ofResponse) => award.ShopperId switch
    {
        null when award is { Status: AwardStatus.Granted or AwardStatus.Pending, Kind: not AwardKind.Voucher } => "was given to nobody",
        { } person when person != ofResponse || award.Status == AwardStatus.Held => "is another shopper's than its response",
        _ => null,
    };

    /// <summary>A promotion's rule; null where what stands there is none: that is named by the act that hashed it.</summary>
    public static PromotionRule? ReadRule(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<PromotionRule>(json, DataJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
