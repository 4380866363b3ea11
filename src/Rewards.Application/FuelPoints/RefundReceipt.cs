using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Takes down money that went back for a receipt, and takes back what the receipt earned: by what was recorded then, never by
/// today's rules, and as far as the policy in force goes (docs/fuel-points.md). All in one transaction; rows are locked as
/// everywhere: shopper, response, receipt.
/// </summary>
public sealed class RefundReceipt(
    RewardsDb db, DatabaseProvider provider, RacingWrite race, PostFuelPoints post, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Refunds. Refuses with <c>idempotency-key-missing</c>, <c>idempotency-key-reused</c>, <c>refund-amount-invalid</c>,
    /// <c>receipt-unregistered</c>, <c>refund-too-high</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="receiptId">Of which receipt: <see cref="ReceiptKey.Id"/>.</param>
    /// <param name="cents">What went back, in cents.</param>
    /// <param name="actor">By whom and where.</param>
    /// <param name="idempotencyKey">The same for every sending of the same refund.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Refunded>> RunAsync(
        long receiptId, long cents, TillActor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!IdempotencyKeys.IsKey(idempotencyKey))
        {
            return new IdempotencyKeyMissing();
        }

        if (cents <= 0)
        {
            return new RefundAmountInvalid();
        }

        var hash = IdempotencyKeys.HashOf("refund", receiptId, cents);
        return await race.RunInTurnAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        async Task<Outcome<Refunded>> AttemptAsync()
        {
            // The receipt first: whoever sees what another sending of this took from it also finds that one.
            var receipt = await db.Receipts.SingleOrDefaultAsync(r => r.Id == receiptId, cancellationToken);
            var before = await db.Refunds.AsNoTracking()
                .SingleOrDefaultAsync(r => r.ActorId == actor.ActorId && r.IdempotencyKey == idempotencyKey, cancellationToken);
            if (before is not null)
            {
                return before.RequestHash.AsSpan().SequenceEqual(hash) ? Refunded.Of(before) : new IdempotencyKeyReused();
            }

            if (receipt?.TotalCents is not { } total)
            {
                return new ReceiptUnregistered();
            }

            if (cents > total - receipt.RefundedCents)
            {
                return new RefundTooHigh(total - receipt.RefundedCents);
            }

            var now = clock.GetUtcNow();
            var refund = new Refund(
                Guid.CreateVersion7(now), receiptId, cents, actor, idempotencyKey, hash, settings.FuelPoints.RefundPolicy, now.UtcDateTime);
            db.Refunds.Add(refund);
            await TakeBackAsync(refund, receipt, cents, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Refunded.Of(refund);
        }

        async Task TakeTurnAsync()
        {
            var locked = await post.LockResponseAsync(receiptId, cancellationToken);
            await provider.LockReceiptAsync(db, receiptId, cancellationToken);
            if (!locked && await db.Responses.AnyAsync(r => r.ReceiptId == receiptId, cancellationToken))
            {
                throw new DbUpdateConcurrencyException("The response began in between, and is not locked.");
            }
        }
    }

    private async Task TakeBackAsync(Refund refund, Receipt receipt, long cents, CancellationToken cancellationToken)
    {
        var before = Paid();
        receipt.Refund(cents);
        var after = Paid();
        if (await db.Responses.SingleOrDefaultAsync(r => r.ReceiptId == receipt.Id, cancellationToken) is not { } response)
        {
            return;
        }

        // Whoever sends or claims it at the same time decides anew, with what is left of the receipt.
        response.Touch();
        var earned = await AwardsOfAsync(response, cancellationToken);
        foreach (var pending in earned.Where(e => e.Award.Status == AwardStatus.Pending))
        {
            refund.Count(DueOf(pending.Award), left: 0);
            if (after.IsRefunded)
            {
                pending.Award.Cancel();
            }
        }

        var posted = earned.Where(e => e.LotNumber is not null && DueOf(e.Award) > 0).ToList();
        if (posted.Count == 0)
        {
            return;
        }

        var due = posted.Sum(e => DueOf(e.Award));
        var earnedIn = Lot.FromNumber(posted.Max(e => e.LotNumber!.Value));
        var (_, ledger) = (await post.OpenAsync(response.ShopperId!.Value, cancellationToken))!;
        var taken = ledger.TakeBack(due, earnedIn, post.Today, refund.Policy);
        foreach (var (lot, points) in taken)
        {
            post.Add(ledger, lot, PostingKind.TakenBack, -points, PostingCause.Refund(refund.Id));
        }

        refund.Count(taken.Sum(t => t.Points), due - taken.Sum(t => t.Points));

        PaidReceipt Paid() => new(receipt.BusinessDay, receipt.TotalCents, receipt.RefundedCents);

        int DueOf(Award award) => after.Takes(award) - before.Takes(award);
    }

    private async Task<List<(Award Award, int? LotNumber)>> AwardsOfAsync(Response response, CancellationToken cancellationToken)
    {
        var found = await (
            from award in db.Awards
            where award.ResponseId == response.Id && award.Kind == AwardKind.FuelPoints
            from line in db.FuelPointPostings.Where(p => p.AwardId == award.Id).DefaultIfEmpty()
            select new { Award = award, LotNumber = (int?)line.LotNumber }).ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.Award, f.LotNumber))];
    }
}

/// <summary>A refund that was taken down, now or by the same key before.</summary>
/// <param name="RefundId">Its name.</param>
/// <param name="PointsTaken">Points that went with it.</param>
/// <param name="PointsLeft">Points that would have gone and did not, by the policy.</param>
public sealed record Refunded(Guid RefundId, int PointsTaken, int PointsLeft)
{
    internal static Refunded Of(Refund r) => new(r.Id, r.PointsTaken, r.PointsLeft);
}
