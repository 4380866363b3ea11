using Rewards.Application.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Xunit;

namespace Rewards.Web.Tests.Conservation;

/// <summary>
/// What stands in the database at the end, held against itself and against what the actors were told. Nothing of it is computed by
/// the code that is tested, but for the ledger's own check and the audit's.
/// </summary>
internal sealed class Books(PortalForTests below, World world)
{
    /// <summary>Fails where a cent or a point was made, lost, or booked without anybody having been told.</summary>
    public async Task AssertConservedAsync()
    {
        Assert.Empty(world.Faults);
        await AssertVouchersAsync();
        await AssertBudgetsAsync();
        await AssertPointsAsync();
        var sent = (await below.AllAsync<Response>()).Count(r => r.SubmittedAt is not null);
        Assert.Equal(world.Of("response").Count, sent);
        await below.CallAsync<SealAudit, Linked>(u => u.RunAsync(null, default));
        Assert.Equal([], (await below.CallAsync<VerifyAudit, AuditVerdict>(u => u.RunAsync(null, null, default))).Faults.Told);
    }

    private async Task AssertVouchersAsync()
    {
        var vouchers = await below.AllAsync<Voucher>();
        var redemptions = await below.AllAsync<Redemption>();
        var reversals = await below.AllAsync<Reversal>();
        var taken = redemptions.GroupBy(r => r.VoucherId).ToDictionary(g => g.Key, g => g.Sum(r => (long)r.AmountCents));
        var voucherOf = redemptions.ToDictionary(r => r.Id, r => r.VoucherId);
        var back = reversals.GroupBy(r => voucherOf[r.RedemptionId]).ToDictionary(g => g.Key, g => g.Sum(r => (long)r.AmountCents));
        var replaced = vouchers.Where(v => v.ReplacesId is not null).ToDictionary(v => v.ReplacesId!.Value);
        Assert.All(vouchers, v =>
        {
            Assert.InRange(v.BalanceCents, 0, v.ValueCents);
            Assert.Equal(v.ValueCents, v.BalanceCents + taken.GetValueOrDefault(v.Id) - back.GetValueOrDefault(v.Id) + v.VoidedCents);
            Assert.Equal(v.ReplacesId is null, v.AwardId is not null);
        });
        Assert.All(replaced, r => Assert.Equal(vouchers.Single(v => v.Id == r.Key).VoidedCents, r.Value.ValueCents));

        // In all: issued = balance + redeemed − reversed + lost, where what was issued anew is not lost.
        var lost = vouchers.Where(v => !replaced.ContainsKey(v.Id)).Sum(v => (long)v.VoidedCents);
        Assert.Equal(
            vouchers.Where(v => v.AwardId is not null).Sum(v => (long)v.ValueCents),
            vouchers.Sum(v => (long)v.BalanceCents) + taken.Values.Sum() - back.Values.Sum() + lost);

        AssertTold("redemption", redemptions.ToDictionary(r => r.Id, r => r.AmountCents));
        AssertTold("reversal", reversals.ToDictionary(r => r.Id, r => r.AmountCents));
        AssertTold("void", vouchers.Where(v => v.VoidedAt is not null).ToDictionary(v => v.Id, v => v.VoidedCents));
        var amounts = redemptions.ToDictionary(r => r.Id, r => r.AmountCents);
        Assert.All(reversals, r => Assert.Equal(amounts[r.RedemptionId], r.AmountCents));
        Assert.Equal(reversals.Count, reversals.Select(r => r.RedemptionId).Distinct().Count());

        var undone = reversals.Select(r => r.RedemptionId).ToHashSet();
        var uses = redemptions.Where(r => !undone.Contains(r.Id)).GroupBy(r => r.VoucherId).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(vouchers.Where(v => v.SingleUse), v => Assert.InRange(uses.GetValueOrDefault(v.Id), 0, 1));
        await AssertOfflineAsync(redemptions.ToDictionary(r => r.Id));
    }

    // What was taken without network is a redemption of as much, or an exception with a reason.
    private async Task AssertOfflineAsync(Dictionary<Guid, Redemption> redemptions)
    {
        var taken = await below.AllAsync<OfflineRedemption>();
        Assert.All(taken, t => Assert.Equal(t.RedemptionId is null, t.ReasonCode is not null));
        var arrived = taken.Where(t => t.RedemptionId is not null).ToList();
        Assert.All(arrived, t => Assert.Equal(t.AmountCents, redemptions[t.RedemptionId!.Value].AmountCents));
        Assert.Equal(arrived.Count, arrived.Select(t => t.RedemptionId).Distinct().Count());
    }

    private async Task AssertBudgetsAsync()
    {
        var awards = await below.AllAsync<Award>();
        var vouchers = (await below.AllAsync<Voucher>()).Where(v => v.AwardId is not null).ToDictionary(v => v.AwardId!.Value);
        var counts = await below.AllAsync<PromotionCount>();
        Assert.Equal(awards.Count, awards.Select(a => (a.ResponseId, a.PromotionId)).Distinct().Count());
        Assert.Equal(awards.Count(a => a is { Kind: AwardKind.Voucher, Status: AwardStatus.Granted }), vouchers.Count);
        Assert.All(awards.Where(a => vouchers.ContainsKey(a.Id)), a => Assert.Equal(a.Amount, vouchers[a.Id].ValueCents));
        foreach (var promotion in await below.AllAsync<Promotion>())
        {
            // What was given and went back with its receipt stays booked; for a receipt that had gone back before nothing was.
            var booked = awards.Where(a => a.PromotionId == promotion.Id && (a.Status != AwardStatus.Declined || a is { Reason: AwardReason.Refunded, ForCents: not 0 })).ToList();
            if (promotion.BudgetCents is { } cents)
            {
                Assert.InRange(promotion.SpentCents, 1, cents);
                Assert.Equal(booked.Sum(a => (long)a.Amount), promotion.SpentCents);
            }

            if (promotion.BudgetCount is { } most)
            {
                Assert.InRange(promotion.AwardedCount, 1, most);
                Assert.Equal(booked.Count, promotion.AwardedCount);
            }

            if (counts.Where(c => c.PromotionId == promotion.Id).ToList() is { Count: > 0 } counted)
            {
                Assert.All(counted, c => Assert.InRange(c.Count, 1, ConservationTests.MostADay));
                Assert.Equal(booked.Count, counted.Sum(c => c.Count));
            }
        }
    }

    private async Task AssertPointsAsync()
    {
        var lines = await below.LedgerAsync();
        Assert.Equal((0L, null), (await below.ChecksLedger()) is var check ? (check.Faults, check.FirstFault) : default);
        var lots = lines.GroupBy(l => (l.ShopperId, l.LotNumber)).Select(g => g.OrderBy(l => l.Sequence).ToList()).ToList();
        Assert.All(lots, lot =>
        {
            var balance = 0;
            Assert.Equal(Enumerable.Range(1, lot.Count), lot.Select(l => l.Sequence));
            Assert.All(lot, l => Assert.Equal(balance += l.Points, l.BalanceAfter));
        });
        Assert.Equal(check.Points, lots.Sum(l => (long)l[^1].BalanceAfter));

        var redemptions = await below.AllAsync<FuelRedemption>();
        var reversals = await below.AllAsync<FuelRedemptionReversal>();
        var points = redemptions.ToDictionary(r => r.Id, r => r.Points);
        AssertTold("fuel redemption", points);
        AssertTold("fuel reversal", reversals.ToDictionary(r => r.Id, r => points[r.FuelRedemptionId]));
        var refunds = await below.AllAsync<Refund>();
        AssertTold("refund", refunds.ToDictionary(r => r.Id, r => r.PointsTaken));
        var approved = (await below.AllAsync<FuelPointAdjustment>()).Where(a => a.Status == AdjustmentStatus.Approved).ToDictionary(a => a.Id, a => a.Points);
        AssertTold("adjustment", approved);

        AssertLines(PostingKind.Spent, l => l.FuelRedemptionId, points.ToDictionary(p => p.Key, p => -p.Value));
        AssertLines(PostingKind.Reversed, l => l.FuelRedemptionId, reversals.ToDictionary(r => r.FuelRedemptionId, r => points[r.FuelRedemptionId]));
        AssertLines(PostingKind.Adjusted, l => l.AdjustmentId, approved);

        await AssertReceiptsAsync(lines, refunds);

        void AssertLines(PostingKind kind, Func<FuelPointPosting, Guid?> cause, Dictionary<Guid, int> expected) => Assert.Equal(
            expected.OrderBy(e => e.Key),
            lines.Where(l => l.Kind == kind).GroupBy(l => cause(l)!.Value).ToDictionary(g => g.Key, g => g.Sum(l => l.Points)).OrderBy(e => e.Key));
    }

    // Each award that was given is one line, and each receipt kept what its refunds leave, and what they could not take; in whatever
    // order response, registration and refunds came.
    private async Task AssertReceiptsAsync(IReadOnlyList<FuelPointPosting> lines, List<Refund> refunds)
    {
        var receipts = (await below.AllAsync<Receipt>()).ToDictionary(r => r.Id);
        var receiptOf = (await below.AllAsync<Response>()).ToDictionary(r => r.Id, r => r.ReceiptId);
        var awards = (await below.AllAsync<Award>()).Where(a => a.Kind == AwardKind.FuelPoints).ToList();
        var earned = lines.Where(l => l.Kind == PostingKind.Earned).ToDictionary(l => l.AwardId!.Value, l => l.Points);
        var given = awards.Where(a => a.Status == AwardStatus.Granted).ToList();
        Assert.Equal(given.Select(a => a.Id).Order(), earned.Keys.Order());
        Assert.All(given, a => Assert.InRange(earned[a.Id], 1, a.Amount));

        var taken = lines.Where(l => l.Kind == PostingKind.TakenBack).GroupBy(l => l.RefundId!.Value).ToDictionary(g => g.Key, g => -g.Sum(l => l.Points));
        Assert.All(refunds, r => Assert.InRange(taken.GetValueOrDefault(r.Id), 0, r.PointsTaken));
        var takenOf = refunds.GroupBy(r => r.ReceiptId).ToDictionary(g => g.Key, g => (Taken: g.Sum(r => taken.GetValueOrDefault(r.Id)), Left: g.Sum(r => r.PointsLeft)));
        Assert.All(refunds.GroupBy(r => r.ReceiptId), g => Assert.Equal(receipts[g.Key].RefundedCents, g.Sum(r => r.Cents)));
        foreach (var ofReceipt in given.GroupBy(a => receiptOf[a.ResponseId]))
        {
            var (took, left) = takenOf.GetValueOrDefault(ofReceipt.Key);
            Assert.Equal(ofReceipt.Sum(a => Keeps(a, receipts[ofReceipt.Key])) + left, ofReceipt.Sum(a => earned[a.Id]) - took);
        }
    }

    private static int Keeps(Award award, Receipt receipt) => receipt switch
    {
        { RefundedCents: 0 } => award.Amount,
        { TotalCents: { } total, RefundedCents: var back } when back == total => 0,
        { TotalCents: { } total, RefundedCents: var back } when award.ByTotal => (int)(award.Amount * (total - back) / award.ForCents!.Value),
        _ => award.Amount,
    };

    // Whatever somebody was told is there, once and as told, and nothing is there that nobody was told: also where the portal was killed,
    // since whoever had no answer sent the same again.
    private void AssertTold(string what, Dictionary<Guid, int> there) =>
        Assert.Equal(there.OrderBy(t => t.Key), world.Of(what).OrderBy(t => t.Key));
}
