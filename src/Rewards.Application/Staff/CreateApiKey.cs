using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Staff;

namespace Rewards.Application.Staff;

/// <summary>Makes a key for a till, kiosk or app. Its token is told once; only a keyed hash of it is kept.</summary>
public sealed class CreateApiKey(RewardsDb db, Vault vault, RecordAct record, TimeProvider clock)
{
    /// <summary>Makes one. Refuses with <c>api-key-name-invalid</c>, <c>api-key-scopes-invalid</c>, <c>store-unknown</c>.</summary>
    /// <param name="name">What the office calls it.</param>
    /// <param name="storeNumber">The only store it may speak for; null for all.</param>
    /// <param name="scopes">What it may do, of <see cref="ApiScope.All"/>.</param>
    /// <param name="createdBy">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<CreatedKey>> RunAsync(
        string? name, int? storeNumber, IReadOnlyCollection<string> scopes, Guid createdBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var trimmed = (name ?? "").Trim();
        if (!PlainText.IsOf(trimmed, 1, ApiKey.NameLength))
        {
            return new ApiKeyNameInvalid();
        }

        if (scopes.Count == 0 || scopes.Except(ApiScope.All).Any())
        {
            return new ApiKeyScopesInvalid();
        }

        if (storeNumber is { } number && !await db.Stores.AnyAsync(s => s.Number == number, cancellationToken))
        {
            return new StoreUnknown(number);
        }

        var token = ApiToken.Create();
        var key = new ApiKey(
            Guid.CreateVersion7(clock.GetUtcNow()),
            trimmed,
            token.Prefix,
            vault.HashApiToken(token.Text),
            storeNumber,
            ApiScope.All.Where(scopes.Contains),
            createdBy,
            clock.GetUtcNow().UtcDateTime);
        db.ApiKeys.Add(key);
        record.Add(AuditAct.ApiKeyMade, createdBy, AuditSubject.Of(key.Id), ("name", key.Name), ("store", key.StoreNumber), ("scopes", key.Scopes));
        await db.SaveChangesAsync(cancellationToken);
        return new CreatedKey(key.Id, token.Text);
    }
}

/// <summary>A key that was just made.</summary>
/// <param name="Id">Its name for us.</param>
/// <param name="Token">Told now and never again.</param>
public sealed record CreatedKey(Guid Id, string Token);
