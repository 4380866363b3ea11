using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Staff;

namespace Rewards.Application.Staff;

/// <summary>Ends a key, from the next request on and on every node.</summary>
public sealed class RevokeApiKey(RewardsDb db, TimeProvider clock)
{
    /// <summary>Revokes. Refuses with <c>api-key-unknown</c>, also where it was revoked before.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revokedBy">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error?> RunAsync(Guid id, Guid revokedBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var revoked = await db.ApiKeys.Where(k => k.Id == id && k.RevokedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(k => k.RevokedAt, now).SetProperty(k => k.RevokedById, revokedBy), cancellationToken);
        return revoked == 0 ? new ApiKeyUnknown() : null;
    }
}
