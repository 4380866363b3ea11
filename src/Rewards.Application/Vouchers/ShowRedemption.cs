using Rewards.Data;

namespace Rewards.Application.Vouchers;

/// <summary>One redemption, for the store that made it.</summary>
public sealed class ShowRedemption(RewardsDb db, Vault vault)
{
    /// <summary>Finds a redemption; null where this store has made none of that name.</summary>
    /// <param name="redemptionId">Its name.</param>
    /// <param name="storeNumber">The store.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RedemptionLine?> RunAsync(Guid redemptionId, int storeNumber, CancellationToken cancellationToken) =>
        (await db.Redemptions.Where(r => r.Id == redemptionId && r.StoreNumber == storeNumber)
            .ToLinesAsync(db, vault, cancellationToken)).SingleOrDefault();
}
