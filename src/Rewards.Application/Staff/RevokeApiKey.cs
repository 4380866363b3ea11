using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Staff;

namespace Rewards.Application.Staff;

/// <summary>Ends a key, from the next request on and on every node.</summary>
public sealed class RevokeApiKey(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>Revokes. Refuses with <c>api-key-unknown</c>, also where it was revoked before.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revokedBy">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error?> RunAsync(Guid id, Guid revokedBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var revoked = await db.ApiKeys.Where(k => k.Id == id && k.RevokedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(k => k.RevokedAt, now).SetProperty(k => k.RevokedById, revokedBy), cancellationToken);
        if (revoked == 0)
        {
            return new ApiKeyUnknown();
        }

        var name = await db.ApiKeys.Where(k => k.Id == id).Select(k => k.Name).SingleAsync(cancellationToken);
        record.Add(AuditAct.ApiKeyRevoked, revokedBy, AuditSubject.Of(id), ("name", name));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
