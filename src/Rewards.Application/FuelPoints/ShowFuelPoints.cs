using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.FuelPoints;

/// <summary>What a shopper can spend at the pump: the last lines of both live lots, found by one query of seeks.</summary>
public sealed class ShowFuelPoints(RewardsDb db, PostFuelPoints post, PortalSettings settings)
{
    /// <summary>By the loyalty card. Refuses with <c>loyalty-card-unknown</c>.</summary>
    /// <param name="card">As typed or scanned.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FuelPointsBalance>> OfCardAsync(string? card, CancellationToken cancellationToken)
    {
        var trimmed = card?.Trim() ?? "";
        var today = post.Today;
        return LoyaltyCard.IsOne(trimmed) && await ShopperEnds.OfCardAsync(db, trimmed, today) is { } found
            ? BalanceOf(new FuelLedger(found.Shopper.Id, found.On(today)), today, settings.FuelPoints)
            : new LoyaltyCardUnknown();
    }

    /// <summary>Of a shopper who is there.</summary>
    /// <param name="shopperId">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FuelPointsBalance> OfShopperAsync(Guid shopperId, CancellationToken cancellationToken)
    {
        var older = await post.EndOfAsync(shopperId, Lot.OldestOn(post.Today), cancellationToken);
        var newer = await post.EndOfAsync(shopperId, Lot.Of(post.Today), cancellationToken);
        return BalanceOf(new FuelLedger(shopperId, older, newer), post.Today, settings.FuelPoints);
    }

    /// <summary>What a ledger with both live lots holds.</summary>
    internal static FuelPointsBalance BalanceOf(FuelLedger ledger, DateOnly today, FuelPointSettings settings)
    {
        var points = ledger.SpendableOn(today);
        return new FuelPointsBalance(
            ledger.ShopperId,
            points,
            [.. ledger.Ends.Where(e => e.Lot.IsLiveOn(today) && e.Balance != 0).Select(e => new LotBalance(e.Lot, e.Balance))],
            [.. settings.TiersOrDefault.InOrder.Where(t => t.Points <= points)],
            settings.MaximumGallons);
    }
}

/// <summary>What a shopper can spend.</summary>
/// <param name="ShopperId">Whose.</param>
/// <param name="Points">In all; never below zero.</param>
/// <param name="Lots">By month, what ends first first; below zero where a refund left a debt.</param>
/// <param name="Tiers">What the points reach, the fewest first.</param>
/// <param name="MaximumGallons">Of one redemption.</param>
public sealed record FuelPointsBalance(
    Guid ShopperId, int Points, IReadOnlyList<LotBalance> Lots, IReadOnlyList<FuelTier> Tiers, int MaximumGallons);

/// <summary>What a lot holds.</summary>
/// <param name="Lot">Which month, and so until when.</param>
/// <param name="Points">Below zero where a refund left a debt.</param>
public sealed record LotBalance(Lot Lot, int Points);
