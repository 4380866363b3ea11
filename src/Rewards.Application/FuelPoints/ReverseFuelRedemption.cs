using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Undoes a redemption of points by a new row that names it: once (a unique index), by another person, at the same store, on the
/// same business day. What goes back are the points recorded then, into the lots that they came from. The same undoing sent again is
/// answered as it was first.
/// </summary>
public sealed class ReverseFuelRedemption(RewardsDb db, RacingWrite race, PostFuelPoints post, ReferenceData reference, TimeProvider clock)
{
    /// <summary>
    /// Reverses. Refuses with <c>fuel-redemption-unknown</c>, <c>reversal-by-same-person</c>, <c>reversal-on-another-day</c>,
    /// <c>fuel-redemption-already-reversed</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="redemptionId">What is undone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="supervisor">By whom; the caller has seen that they may.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FuelReversed>> RunAsync(
        Guid redemptionId, FuelReversalReason reason, TillActor supervisor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supervisor);
        var redemption = await db.FuelRedemptions.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == redemptionId && r.StoreNumber == supervisor.StoreNumber, cancellationToken);
        if (redemption is null)
        {
            return new FuelRedemptionUnknown();
        }

        if (supervisor.IsSamePersonAs(redemption.ActorId, redemption.Cashier))
        {
            return new ReversalBySamePerson();
        }

        var store = await reference.StoreAsync(supervisor.StoreNumber, cancellationToken);
        return await race.RunInTurnAsync(AttemptAsync, () => post.LockAsync(redemption.ShopperId, cancellationToken), cancellationToken);

        async Task<Outcome<FuelReversed>> AttemptAsync()
        {
            var before = await db.FuelRedemptionReversals.AsNoTracking().SingleOrDefaultAsync(r => r.FuelRedemptionId == redemptionId, cancellationToken);
            if (before is not null)
            {
                return (before.ActorId, before.Supervisor, before.Reason) == (supervisor.ActorId, supervisor.Cashier, reason)
                    ? new FuelReversed(before.Id, redemption.Points)
                    : new FuelRedemptionAlreadyReversed();
            }

            if (redemption.BusinessDay != store.BusinessDayAt(clock.GetUtcNow().UtcDateTime))
            {
                return new ReversalOnAnotherDay(redemption.BusinessDay);
            }

            var spent = await db.FuelPointPostings.AsNoTracking()
                .Where(p => p.FuelRedemptionId == redemptionId && p.Kind == PostingKind.Spent)
                .OrderBy(p => p.LotNumber)
                .Select(p => new { p.LotNumber, p.Points })
                .ToListAsync(cancellationToken);
            var (_, ledger) = (await post.OpenAsync(redemption.ShopperId, cancellationToken))!;
            var now = clock.GetUtcNow();
            var reversal = new FuelRedemptionReversal(Guid.CreateVersion7(now), redemptionId, reason, supervisor, now.UtcDateTime);
            db.FuelRedemptionReversals.Add(reversal);
            foreach (var line in spent)
            {
                var lot = Lot.FromNumber(line.LotNumber);
                if (!lot.IsLiveOn(post.Today))
                {
                    // Its month ended since: the points go back there, and the sweep writes them off.
                    ledger.Include(await post.EndOfAsync(redemption.ShopperId, lot, cancellationToken));
                }

                post.Add(ledger, lot, PostingKind.Reversed, -line.Points, PostingCause.Redemption(redemptionId));
            }

            await db.SaveChangesAsync(cancellationToken);
            return new FuelReversed(reversal.Id, redemption.Points);
        }
    }
}

/// <summary>A redemption that was undone.</summary>
/// <param name="ReversalId">The name of its undoing.</param>
/// <param name="Points">What went back.</param>
public sealed record FuelReversed(Guid ReversalId, int Points);
