using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Posts the points that waited for the till, once it has registered the receipt and the receipt is old enough; less what was
/// refunded since. Once each: the shopper's and the response's versions decide, the award's unique line stands behind them.
/// </summary>
public sealed class ConfirmReceipt(RewardsDb db, RacingWrite race, PostFuelPoints post, PortalSettings settings)
{
    private const int AtATime = 200;

    /// <summary>Posts what waits for a receipt. Refuses with <c>try-again</c>.</summary>
    /// <param name="receiptId">The receipt's <see cref="Domain.Receipts.ReceiptKey.Id"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many awards were decided; 0 where none waits, or it is too early.</returns>
    public Task<Outcome<Confirmed>> RunAsync(long receiptId, CancellationToken cancellationToken)
    {
        return race.RunInTurnAsync(AttemptAsync, () => post.LockResponseAsync(receiptId, cancellationToken), cancellationToken);

        async Task<Outcome<Confirmed>> AttemptAsync()
        {
            var waiting = await (
                from response in db.Responses
                where response.ReceiptId == receiptId
                join receipt in db.Receipts on response.ReceiptId equals receipt.Id
                join award in db.Awards on response.Id equals award.ResponseId
                where award.Status == AwardStatus.Pending
                select new { Response = response, Award = award, receipt.BusinessDay, receipt.TotalCents, receipt.RefundedCents })
                .ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                return new Confirmed(0);
            }

            var paid = new PaidReceipt(waiting[0].BusinessDay, waiting[0].TotalCents, waiting[0].RefundedCents);
            if (!paid.IsSettledOn(post.Today, settings.FuelPoints.PendingDays))
            {
                return new Confirmed(0);
            }

            waiting[0].Response.Touch();
            var (_, ledger) = (await post.OpenAsync(waiting[0].Response.ShopperId!.Value, cancellationToken))!;
            foreach (var award in waiting.Select(w => w.Award))
            {
                award.Confirm();
                post.Earned(ledger, award, paid);
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Confirmed(waiting.Count);
        }
    }

    /// <summary>Posts what waits for any of some receipts, by one look at all of them; what it does not get to is done by <see cref="RunDueAsync"/>.</summary>
    /// <param name="receiptIds">Registered by now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RunAsync(IReadOnlyCollection<long> receiptIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receiptIds);
        if (!settings.FuelPoints.PendingUntilTillConfirms || receiptIds.Count == 0)
        {
            return;
        }

        var latest = LatestDay;
        var waiting = await (
            from receipt in db.Receipts.AsNoTracking()
            where receiptIds.Contains(receipt.Id) && receipt.BusinessDay <= latest
            join response in db.Responses on receipt.Id equals response.ReceiptId
            join award in db.Awards on response.Id equals award.ResponseId
            where award.Status == AwardStatus.Pending
            select receipt.Id).Distinct().ToListAsync(cancellationToken);
        await RunEachAsync(waiting, cancellationToken);
    }

    /// <summary>Posts all that can be posted by now.</summary>
    /// <returns>How many awards were decided.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var (decided, last) = (0, long.MinValue);
        var latest = LatestDay;
        while (true)
        {
            var due = await (
                from award in db.Awards.AsNoTracking()
                where award.Status == AwardStatus.Pending
                join response in db.Responses on award.ResponseId equals response.Id
                join receipt in db.Receipts on response.ReceiptId equals receipt.Id
                where receipt.TotalCents != null && receipt.BusinessDay <= latest && receipt.Id > last
                select receipt.Id).Distinct().OrderBy(id => id).Take(AtATime).ToListAsync(cancellationToken);
            decided += await RunEachAsync(due, cancellationToken);

            if (due.Count < AtATime)
            {
                return decided;
            }

            last = due[^1];
        }
    }

    private DateOnly LatestDay => post.Today.AddDays(-settings.FuelPoints.PendingDays);

    private async Task<int> RunEachAsync(IEnumerable<long> receiptIds, CancellationToken cancellationToken)
    {
        var decided = 0;
        foreach (var receiptId in receiptIds)
        {
            decided += (await RunAsync(receiptId, cancellationToken)) is { Error: null, Value.Awards: var awards } ? awards : 0;
            db.ChangeTracker.Clear();
        }

        return decided;
    }
}

/// <summary>What no longer waits.</summary>
/// <param name="Awards">How many awards.</param>
public sealed record Confirmed(int Awards);
