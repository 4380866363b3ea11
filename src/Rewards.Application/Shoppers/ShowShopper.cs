using Microsoft.EntityFrameworkCore;
using Rewards.Application.FuelPoints;
using Rewards.Application.Vouchers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>A shopper's whole story for the office: what they have, and by what it came and went. Never their whole address.</summary>
public sealed class ShowShopper(
    RewardsDb db, ShowFuelPoints fuelPoints, ListLedgerLines lines, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Lines of the ledger on a page.</summary>
    public const int LinesOnPage = 25;

    /// <summary>Vouchers, responses, refunds or adjustments on a page.</summary>
    public const int OnPage = 10;

    private const int MostPending = 50;
    private const int MostDraws = 24;

    /// <summary>Shows it; null where there is no such shopper.</summary>
    /// <param name="shopperId">Who.</param>
    /// <param name="pages">Which page of each list.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ShopperStory?> RunAsync(Guid shopperId, StoryPages pages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var shopper = await db.Shoppers.AsNoTracking().Where(s => s.Id == shopperId)
            .Select(s => new { s.Email, s.EmailVerifiedAt, s.LoyaltyCard, s.Language, s.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
        return shopper is null ? null : new ShopperStory(
            shopperId,
            shopper.Email is null ? null : Shopper.MaskedName(shopper.Email, null),
            shopper.EmailVerifiedAt is not null,
            shopper.LoyaltyCard is null ? null : Shopper.MaskedName(null, shopper.LoyaltyCard),
            shopper.Language,
            shopper.CreatedAt,
            await fuelPoints.OfShopperAsync(shopperId, cancellationToken),
            await PendingAsync(shopperId, cancellationToken),
            await lines.RunAsync(shopperId, pages.Lines, LinesOnPage, cancellationToken),
            await VouchersAsync(shopperId, pages.Vouchers, cancellationToken),
            await EntriesAsync(shopperId, cancellationToken),
            await ResponsesAsync(shopperId, pages.Responses, cancellationToken),
            await RefundsAsync(shopperId, pages.Refunds, cancellationToken),
            await AdjustmentsAsync(shopperId, pages.Adjustments, cancellationToken));
    }

    private async Task<IReadOnlyList<StoryAward>> PendingAsync(Guid shopperId, CancellationToken cancellationToken) => await (
        from award in db.Awards.AsNoTracking()
        where award.ShopperId == shopperId && award.Status == AwardStatus.Pending
        join promotion in db.Promotions on award.PromotionId equals promotion.Id
        orderby award.At descending
        select new StoryAward(award.ResponseId, promotion.Name, award.Amount, award.At)).Take(MostPending).ToListAsync(cancellationToken);

    private async Task<ListPage<ListedVoucher>> VouchersAsync(Guid shopperId, int page, CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        var vouchers = await db.Vouchers.AsNoTracking()
            .Where(v => v.ShopperId == shopperId)
            .OrderByDescending(v => v.IssuedAt).ThenBy(v => v.Id)
            .ToPageAsync(page, OnPage, cancellationToken);
        return vouchers.Of(v => ListedVoucher.Of(v, today));
    }

    private async Task<IReadOnlyList<StoryEntries>> EntriesAsync(Guid shopperId, CancellationToken cancellationToken) => await (
        from entry in db.SweepstakesEntries.AsNoTracking()
        where entry.ShopperId == shopperId
        join sweepstakes in db.Sweepstakes on entry.SweepstakesId equals sweepstakes.Id
        group entry by new { sweepstakes.DrawId, sweepstakes.OpensAt } into draw
        orderby draw.Key.OpensAt descending
        select new StoryEntries(draw.Key.DrawId, draw.Count())).Take(MostDraws).ToListAsync(cancellationToken);

    private Task<ListPage<StoryResponse>> ResponsesAsync(Guid shopperId, int page, CancellationToken cancellationToken) => (
        from response in db.Responses.AsNoTracking()
        where response.ShopperId == shopperId && response.SubmittedAt != null
        join store in db.Stores on response.StoreNumber equals store.Number
        orderby response.SubmittedAt descending, response.Id
        select new StoryResponse(response.Id, response.Reference!, response.SubmittedAt!.Value, store.Name))
        .ToPageAsync(page, OnPage, cancellationToken);

    private Task<ListPage<StoryRefund>> RefundsAsync(Guid shopperId, int page, CancellationToken cancellationToken) => (
        from refund in db.Refunds.AsNoTracking()
        join response in db.Responses on refund.ReceiptId equals response.ReceiptId
        where response.ShopperId == shopperId
        join receipt in db.Receipts on refund.ReceiptId equals receipt.Id
        join store in db.Stores on receipt.StoreNumber equals store.Number
        orderby refund.At descending, refund.Id
        select new StoryRefund(refund.At, store.Name, receipt.BusinessDay, refund.Cents, refund.PointsTaken, refund.PointsLeft, refund.Policy))
        .ToPageAsync(page, OnPage, cancellationToken);

    private Task<ListPage<StoryAdjustment>> AdjustmentsAsync(Guid shopperId, int page, CancellationToken cancellationToken) => (
        from adjustment in db.FuelPointAdjustments.AsNoTracking()
        where adjustment.ShopperId == shopperId
        join proposer in db.Users on adjustment.ProposedBy equals proposer.Id
        from decider in db.Users.Where(u => u.Id == adjustment.DecidedBy).DefaultIfEmpty()
        orderby adjustment.ProposedAt descending, adjustment.Id
        select new StoryAdjustment(
            adjustment.Id, adjustment.Points, adjustment.Reason, adjustment.Status, proposer.UserName!, adjustment.ProposedAt, decider.UserName, adjustment.DecidedAt))
        .ToPageAsync(page, OnPage, cancellationToken);
}
