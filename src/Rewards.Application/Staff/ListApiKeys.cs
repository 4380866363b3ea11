using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application.Staff;

/// <summary>The keys of tills, kiosks and apps: good ones first, the latest first; never their tokens.</summary>
public sealed class ListApiKeys(RewardsDb db)
{
    /// <summary>How many are shown at most.</summary>
    public const int Most = 200;

    /// <summary>Lists them.</summary>
    public async Task<IReadOnlyList<ListedKey>> RunAsync(CancellationToken cancellationToken) => await (
        from key in db.ApiKeys.AsNoTracking()
        join maker in db.Users on key.CreatedById equals maker.Id
        orderby key.RevokedAt != null, key.CreatedAt descending, key.Id
        select new ListedKey(
            key.Id, key.Name, key.Prefix, key.StoreNumber, key.Scopes, maker.UserName!, key.CreatedAt, key.LastUsedAt, key.RevokedAt))
        .Take(Most).ToListAsync(cancellationToken);
}

/// <summary>A key in the list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What the office calls it.</param>
/// <param name="Prefix">Of its token.</param>
/// <param name="StoreNumber">The only store it may speak for; null for all.</param>
/// <param name="Scopes">What it may do, a blank between two.</param>
/// <param name="CreatedBy">What they sign in with.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUsedAt">To the minute, UTC.</param>
/// <param name="RevokedAt">UTC; null while it is good.</param>
public sealed record ListedKey(
    Guid Id,
    string Name,
    string Prefix,
    int? StoreNumber,
    string Scopes,
    string CreatedBy,
    DateTime CreatedAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt);
