using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;

namespace Rewards.Application.FuelPoints;

/// <summary>The lines of a shopper's ledger with what caused each: the latest month first, in it the latest line.</summary>
public sealed class ListLedgerLines(RewardsDb db, ReferenceData reference)
{
    /// <summary>Reads a page.</summary>
    /// <param name="shopperId">Whose.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines on a page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ListPage<ExplainedLine>> RunAsync(Guid shopperId, int page, int size, CancellationToken cancellationToken)
    {
        var lines = await db.FuelPointPostings.AsNoTracking()
            .Where(p => p.ShopperId == shopperId)
            .OrderByDescending(p => p.LotNumber).ThenByDescending(p => p.Sequence)
            .ToPageAsync(page, size, cancellationToken);
        var stores = (await reference.GetAsync(cancellationToken)).Stores;
        var awards = await AwardsAsync(IdsOf(lines, l => l.AwardId), cancellationToken);
        var fuel = await FuelAsync(IdsOf(lines, l => l.FuelRedemptionId), cancellationToken);
        var refunds = await RefundsAsync(IdsOf(lines, l => l.RefundId), cancellationToken);
        var adjustments = await AdjustmentsAsync(IdsOf(lines, l => l.AdjustmentId), cancellationToken);
        return lines.Of(l => new ExplainedLine(
            Lot.FromNumber(l.LotNumber),
            l.Kind,
            l.Points,
            l.BalanceAfter,
            l.PostedAt,
            l switch
            {
                { AwardId: { } id } => awards[id] with { StoreName = NameOf(awards[id].StoreNumber) },
                { FuelRedemptionId: { } id } => fuel[id] with { StoreName = NameOf(fuel[id].StoreNumber) },
                { RefundId: { } id } => refunds[id] with { StoreName = NameOf(refunds[id].StoreNumber) },
                { AdjustmentId: { } id } => adjustments[id],
                _ => (LedgerCause?)null,
            }));

        string NameOf(int number) => stores.TryGetValue(number, out var store) ? store.Name : $"{number}";
    }

    private static List<Guid> IdsOf(ListPage<FuelPointPosting> lines, Func<FuelPointPosting, Guid?> id) =>
        [.. lines.Items.Select(id).OfType<Guid>().Distinct()];

    private async Task<Dictionary<Guid, ByAward>> AwardsAsync(List<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] : await (
        from award in db.Awards.AsNoTracking()
        where ids.Contains(award.Id)
        join response in db.Responses on award.ResponseId equals response.Id
        join promotion in db.Promotions on award.PromotionId equals promotion.Id
        select new
        {
            award.Id,
            Cause = new ByAward(response.Id, promotion.Name, new Why(award.Reason, award.ReasonNumber, award.ReasonDays), response.StoreNumber, ""),
        }).ToDictionaryAsync(a => a.Id, a => a.Cause, cancellationToken);

    private async Task<Dictionary<Guid, ByFuel>> FuelAsync(List<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] : await (
        from redemption in db.FuelRedemptions.AsNoTracking()
        where ids.Contains(redemption.Id)
        from cashier in db.Users.Where(u => u.Id == redemption.ActorId).DefaultIfEmpty()
        from reversal in db.FuelRedemptionReversals.Where(r => r.FuelRedemptionId == redemption.Id).DefaultIfEmpty()
        from supervisor in db.Users.Where(u => u.Id == reversal.ActorId).DefaultIfEmpty()
        select new
        {
            redemption.Id,
            Cause = new ByFuel(
                redemption.CentsPerGallon,
                redemption.Cashier ?? cashier.UserName ?? "",
                reversal.Supervisor ?? supervisor.UserName ?? "",
                (FuelReversalReason?)reversal.Reason,
                redemption.StoreNumber,
                ""),
        }).ToDictionaryAsync(r => r.Id, r => r.Cause, cancellationToken);

    private async Task<Dictionary<Guid, ByRefund>> RefundsAsync(List<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] : await (
        from refund in db.Refunds.AsNoTracking()
        where ids.Contains(refund.Id)
        join receipt in db.Receipts on refund.ReceiptId equals receipt.Id
        select new { refund.Id, Cause = new ByRefund(refund.Cents, receipt.BusinessDay, receipt.StoreNumber, "") })
        .ToDictionaryAsync(r => r.Id, r => r.Cause, cancellationToken);

    private async Task<Dictionary<Guid, ByAdjustment>> AdjustmentsAsync(List<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] : await (
        from adjustment in db.FuelPointAdjustments.AsNoTracking()
        where ids.Contains(adjustment.Id)
        join proposer in db.Users on adjustment.ProposedBy equals proposer.Id
        from decider in db.Users.Where(u => u.Id == adjustment.DecidedBy).DefaultIfEmpty()
        select new { adjustment.Id, Cause = new ByAdjustment(adjustment.Reason, proposer.UserName!, decider.UserName ?? "") })
        .ToDictionaryAsync(a => a.Id, a => a.Cause, cancellationToken);
}

/// <summary>A line of a ledger.</summary>
/// <param name="Lot">The month its points belong to.</param>
/// <param name="Kind">Why they moved.</param>
/// <param name="Points">Negative where they go.</param>
/// <param name="BalanceAfter">What the lot holds after it.</param>
/// <param name="At">UTC.</param>
/// <param name="Cause">What moved them; null where their month ended.</param>
public sealed record ExplainedLine(Lot Lot, PostingKind Kind, int Points, int BalanceAfter, DateTime At, LedgerCause? Cause);

/// <summary>What moved points.</summary>
public abstract record LedgerCause;

/// <summary>An award for feedback.</summary>
/// <param name="ResponseId">The feedback.</param>
/// <param name="Promotion">As the office calls it.</param>
/// <param name="Why">Why it was given.</param>
/// <param name="StoreNumber">The store it is about.</param>
/// <param name="StoreName">Its name.</param>
public sealed record ByAward(Guid ResponseId, string Promotion, Why Why, int StoreNumber, string StoreName) : LedgerCause;

/// <summary>A redemption at the pump, or its undoing.</summary>
/// <param name="CentsPerGallon">Off the price of a gallon.</param>
/// <param name="Cashier">Who redeemed.</param>
/// <param name="Supervisor">Who undid it; empty where nobody did.</param>
/// <param name="Reason">Why it was undone.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="StoreName">Its name.</param>
public sealed record ByFuel(
    int CentsPerGallon, string Cashier, string Supervisor, FuelReversalReason? Reason, int StoreNumber, string StoreName) : LedgerCause;

/// <summary>A refund.</summary>
/// <param name="Cents">What went back.</param>
/// <param name="BusinessDay">Of the receipt.</param>
/// <param name="StoreNumber">Where it was bought.</param>
/// <param name="StoreName">Its name.</param>
public sealed record ByRefund(long Cents, DateOnly BusinessDay, int StoreNumber, string StoreName) : LedgerCause;

/// <summary>An adjustment by two people.</summary>
/// <param name="Reason">In words.</param>
/// <param name="ProposedBy">What they sign in with.</param>
/// <param name="ApprovedBy">What they sign in with.</param>
public sealed record ByAdjustment(string Reason, string ProposedBy, string ApprovedBy) : LedgerCause;
