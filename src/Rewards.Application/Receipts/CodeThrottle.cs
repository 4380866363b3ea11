using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Data.Receipts;
using Rewards.Domain;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>
/// Counts forged and guessed codes (docs/protocols.md §1): per client and over the whole portal. The count is the database's,
/// so it holds over all nodes; who is shut out is remembered in memory, so that a request with a good code asks nothing.
/// A node learns of a client that others shut out at its next forged code here. Codes that are just being counted count already,
/// so that many at once gain nothing.
/// </summary>
public sealed class CodeThrottle(IServiceScopeFactory scopes, Vault vault, PortalSettings settings, TimeProvider clock)
{
    /// <summary>What the name of a client begins with that shows a key of the interface.</summary>
    public const string KeyPrefix = "key ";

    private readonly ConcurrentDictionary<string, DateTime> _shutOut = [];
    private readonly ConcurrentDictionary<string, int> _beingCounted = [];
    private long _portalShutUntil;

    /// <summary>Until when (UTC) a client's codes are not looked at; null where they are.</summary>
    /// <param name="client">The client's address.</param>
    public DateTime? ShutUntil(string client)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var portal = new DateTime(Interlocked.Read(ref _portalShutUntil), DateTimeKind.Utc);
        if (portal > now)
        {
            return portal;
        }

        if (!_beingCounted.IsEmpty && _beingCounted.TryGetValue(client, out var count) && count >= MostOf(client))
        {
            return now.AddMinutes(settings.Throttle.PerClientMinutes);
        }

        if (_shutOut.IsEmpty || !_shutOut.TryGetValue(client, out var until))
        {
            return null;
        }

        if (until > now)
        {
            return until;
        }

        _shutOut.TryRemove(client, out _);
        return null;
    }

    /// <summary>
    /// Refuses a voucher's code that nobody has: as shut out where its client is, else counted and unknown. A voucher that is there is
    /// never refused for what others tried: its 75 bits are not guessed, and a store's tills and shoppers share an address.
    /// </summary>
    /// <param name="client">The client's address.</param>
    /// <param name="unknown">What it is refused with while the client is borne.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error> RefuseUnknownAsync(string client, Error unknown, CancellationToken cancellationToken)
    {
        if (ShutUntil(client) is { } until)
        {
            return new TooManyCodes(until);
        }

        await CountAsync(client, cancellationToken);
        return unknown;
    }

    /// <summary>Counts a forged code against its client and the portal.</summary>
    public async Task CountAsync(string client, CancellationToken cancellationToken)
    {
        _beingCounted.AddOrUpdate(client, 1, (_, count) => count + 1);
        try
        {
            await CountInDatabaseAsync(client, cancellationToken);
        }
        finally
        {
            _beingCounted.AddOrUpdate(client, 0, (_, count) => count - 1);
            _beingCounted.TryRemove(KeyValuePair.Create(client, 0));
        }
    }

    // Behind a key stand all who come to its tills.
    private int MostOf(string client) =>
        client.StartsWith(KeyPrefix, StringComparison.Ordinal) ? settings.Throttle.PerKey : settings.Throttle.PerClient;

    private async Task CountInDatabaseAsync(string client, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RewardsDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = vault.HashClient(client);
        db.CodeAttempts.Add(new CodeAttempt { Client = hash, At = now });
        await db.SaveChangesAsync(cancellationToken);

        var limits = settings.Throttle;
        var clientSince = now.AddMinutes(-limits.PerClientMinutes);
        var clientAttempts = db.CodeAttempts.Where(a => a.Client == hash && a.At > clientSince);
        if (await clientAttempts.CountAsync(cancellationToken) >= MostOf(client))
        {
            var first = await clientAttempts.MinAsync(a => a.At, cancellationToken);
            _shutOut[client] = first.AddMinutes(limits.PerClientMinutes);
        }

        var portalSince = now.AddHours(-1);
        if (await db.CodeAttempts.CountAsync(a => a.At > portalSince, cancellationToken) >= limits.PortalPerHour)
        {
            var first = await db.CodeAttempts.Where(a => a.At > portalSince).MinAsync(a => a.At, cancellationToken);
            Interlocked.Exchange(ref _portalShutUntil, first.AddHours(1).Ticks);
        }
    }

    /// <summary>Deletes what no throttle looks back at any more.</summary>
    public static Task<int> ForgetOldAsync(RewardsDb db, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.CodeAttempts.Where(a => a.At < now.AddDays(-1)).ExecuteDeleteAsync(cancellationToken);
    }
}
