using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Spends points on a tier, from what ends soonest first: redemption, its key and its lines in one transaction. Of any number at
/// once those that fit succeed: the shopper's version decides, the lots' sequences stand behind it; the same key never takes twice
/// (docs/protocols.md §4).
/// </summary>
public sealed class RedeemFuelPoints(
    RewardsDb db, RacingWrite race, PostFuelPoints post, ReferenceData reference, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Redeems. Refuses with <c>idempotency-key-missing</c>, <c>idempotency-key-reused</c>, <c>loyalty-card-unknown</c>,
    /// <c>fuel-tier-unknown</c>, <c>fuel-points-too-few</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="card">The shopper's loyalty card.</param>
    /// <param name="points">Of which tier; null for the best that the points reach.</param>
    /// <param name="actor">By whom and where.</param>
    /// <param name="idempotencyKey">The same for every sending of the same redemption.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FuelRedeemed>> RunAsync(
        string? card, int? points, TillActor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!IdempotencyKeys.IsKey(idempotencyKey))
        {
            return new IdempotencyKeyMissing();
        }

        var trimmed = card?.Trim() ?? "";
        if (!LoyaltyCard.IsOne(trimmed))
        {
            return new LoyaltyCardUnknown();
        }

        var hash = IdempotencyKeys.HashOf("fuel-redemption", trimmed, points, actor.StoreNumber, actor.Register, actor.Cashier);
        var store = await reference.StoreAsync(actor.StoreNumber, cancellationToken);
        var tiers = settings.FuelPoints.TiersOrDefault;
        return await race.RunInTurnAsync(
            AttemptAsync,
            () => db.Shoppers.Where(s => s.LoyaltyCard == trimmed)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken),
            cancellationToken);

        async Task<Outcome<FuelRedeemed>> AttemptAsync()
        {
            var before = await db.FuelRedemptions.AsNoTracking()
                .SingleOrDefaultAsync(r => r.ActorId == actor.ActorId && r.IdempotencyKey == idempotencyKey, cancellationToken);
            if (before is not null)
            {
                return before.RequestHash.AsSpan().SequenceEqual(hash) ? FuelRedeemed.Of(before) : new IdempotencyKeyReused();
            }

            var today = post.Today;
            if (await ShopperEnds.OfCardAsync(db, trimmed, today) is not { } found)
            {
                return new LoyaltyCardUnknown();
            }

            var ends = found.On(today);
            var spendable = new FuelLedger(found.Shopper.Id, ends).SpendableOn(today);
            if (points is { } asked && tiers.Of(asked) is null)
            {
                return new FuelTierUnknown(asked);
            }

            if ((points is { } exactly ? tiers.Of(exactly) : tiers.BestFor(spendable)) is not { } tier || tier.Points > spendable)
            {
                return new FuelPointsTooFew(spendable);
            }

            var now = clock.GetUtcNow();
            var (_, ledger) = post.Open(found.Shopper, ends);
            var redemption = new FuelRedemption(
                Guid.CreateVersion7(now),
                found.Shopper.Id,
                tier,
                settings.FuelPoints.MaximumGallons,
                spendable - tier.Points,
                actor,
                idempotencyKey,
                hash,
                now.UtcDateTime,
                store.BusinessDayAt(now.UtcDateTime));
            db.FuelRedemptions.Add(redemption);
            foreach (var taken in ledger.Take(tier.Points, today))
            {
                post.Add(ledger, taken.Lot, PostingKind.Spent, -taken.Points, PostingCause.Redemption(redemption.Id));
            }

            await db.SaveChangesAsync(cancellationToken);
            return FuelRedeemed.Of(redemption);
        }
    }
}

/// <summary>A redemption that was made, now or by the same key before.</summary>
/// <param name="RedemptionId">Its name.</param>
/// <param name="Points">How many were spent.</param>
/// <param name="CentsPerGallon">Off the price of a gallon.</param>
/// <param name="MaximumGallons">For how many at most.</param>
/// <param name="PointsLeft">What could be spent after it.</param>
public sealed record FuelRedeemed(Guid RedemptionId, int Points, int CentsPerGallon, int MaximumGallons, int PointsLeft)
{
    internal static FuelRedeemed Of(FuelRedemption r) => new(r.Id, r.Points, r.CentsPerGallon, r.MaximumGallons, r.PointsLeft);
}
