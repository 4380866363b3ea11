using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Staff;

namespace Rewards.Application.Staff;

/// <summary>
/// Finds the key of a token, by one index seek a request, so that a revoked one is out at once. That it was used is written at most
/// once a minute.
/// </summary>
public sealed class UseApiKey(RewardsDb db, Vault vault, TimeProvider clock)
{
    private static readonly TimeSpan _noted = TimeSpan.FromMinutes(1);

    /// <summary>Finds a key that is good; null where there is none.</summary>
    /// <param name="token">As it was sent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<KeyInUse?> RunAsync(string? token, CancellationToken cancellationToken)
    {
        if (!ApiToken.IsOne(token))
        {
            return null;
        }

        if (await _byHash.On(db)(db, vault.HashApiToken(token)) is not { } key)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (key.LastUsedAt is not { } last || last <= now - _noted)
        {
            await db.ApiKeys.Where(k => k.Id == key.Id && (k.LastUsedAt == null || k.LastUsedAt <= now - _noted))
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), cancellationToken);
        }

        return key;
    }

    private static readonly CompiledQuery<Func<RewardsDb, byte[], Task<KeyInUse?>>> _byHash = new(() => EF.CompileAsyncQuery(
        (RewardsDb db, byte[] hash) => db.ApiKeys.AsNoTracking().Where(k => k.Hash == hash && k.RevokedAt == null)
            .Select(k => new KeyInUse(k.Id, k.StoreNumber, k.Scopes, k.LastUsedAt)).SingleOrDefault()));
}

/// <summary>A key that is good.</summary>
/// <param name="Id">Which.</param>
/// <param name="StoreNumber">The only store it may speak for; null for all.</param>
/// <param name="Scopes">What it may do, a blank between two.</param>
/// <param name="LastUsedAt">Before now, UTC.</param>
public sealed record KeyInUse(Guid Id, int? StoreNumber, string Scopes, DateTime? LastUsedAt);
