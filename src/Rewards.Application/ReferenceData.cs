using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Domain.Promotions;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;

namespace Rewards.Application;

/// <summary>What nearly every request needs and what rarely changes.</summary>
/// <param name="Stores">By number.</param>
/// <param name="CurrentSurveyId">The version that new responses begin with.</param>
/// <param name="Surveys">Every version, by its id.</param>
/// <param name="Offers">The running promotions, in order of their ids.</param>
/// <param name="Sweepstakes">The last months', newest first.</param>
public sealed record ReferenceSnapshot(
    IReadOnlyDictionary<int, Store> Stores,
    int CurrentSurveyId,
    IReadOnlyDictionary<int, Survey> Surveys,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<SweepstakesPeriod> Sweepstakes)
{
    /// <summary>The webhooks that are sent to.</summary>
    public IReadOnlyList<ActiveWebhook> Webhooks { get; init; } = [];

    /// <summary>Stores by name and town, as a voucher's owner knows them; null of all.</summary>
    public string? NamesOf(StoreSet? stores) =>
        stores is null ? null : string.Join("; ", stores.Numbers.Select(n => Stores.TryGetValue(n, out var store) ? store.Place : $"{n}"));

    /// <summary>The sweepstakes whose period an instant (UTC) lies in.</summary>
    public SweepstakesPeriod? SweepstakesAt(DateTime instant) =>
        Sweepstakes.FirstOrDefault(s => s.OpensAt <= instant && instant < s.ClosesAt);
}

/// <summary>A webhook that is sent to.</summary>
/// <param name="Id">The webhook's.</param>
/// <param name="Events">What it is told of.</param>
public sealed record ActiveWebhook(Guid Id, IReadOnlyList<string> Events);

/// <summary>When a sweepstakes takes entries.</summary>
/// <param name="Id">The sweepstakes'.</param>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="OpensAt">UTC, inclusive.</param>
/// <param name="ClosesAt">UTC, exclusive.</param>
/// <param name="Terms">Who may enter and how often.</param>
public sealed record SweepstakesPeriod(int Id, string DrawId, DateTime OpensAt, DateTime ClosesAt, EntryTerms Terms)
{
    /// <summary>Its database's columns as they are.</summary>
    public static Expression<Func<MonthlySweepstakes, SweepstakesPeriod>> Columns { get; } = s => new SweepstakesPeriod(
        s.Id, s.DrawId, s.OpensAt, s.ClosesAt, new EntryTerms(s.EntriesAPerson, s.EntriesAHousehold, s.MinimumAge, s.VoidIn));
}

/// <summary>
/// Keeps a snapshot of stores, surveys, promotions and sweepstakes in memory, read anew every ten seconds: a change made on
/// another node is seen here that much later. Budgets and limits are never decided by it.
/// </summary>
public sealed class ReferenceData(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _goodFor = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _current;

    /// <summary>The snapshot, at most ten seconds old.</summary>
    public async ValueTask<ReferenceSnapshot> GetAsync(CancellationToken cancellationToken) =>
        Fresh() ?? await ReadAsync(cancellationToken);

    /// <summary>
    /// The snapshot; read anew where it does not know what a row of the database refers to, made on another node a moment ago.
    /// </summary>
    /// <param name="knows">Whether it does.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<ReferenceSnapshot> GetAsync(Func<ReferenceSnapshot, bool> knows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(knows);
        var snapshot = await GetAsync(cancellationToken);
        if (knows(snapshot))
        {
            return snapshot;
        }

        Forget();
        return await GetAsync(cancellationToken);
    }

    /// <summary>A store that a row of the database names.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<Store> StoreAsync(int number, CancellationToken cancellationToken) =>
        (await GetAsync(known => known.Stores.ContainsKey(number), cancellationToken)).Stores[number];

    /// <summary>Forgets it: the next request on this node reads anew.</summary>
    public void Forget() => _current = null;

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private ReferenceSnapshot? Fresh() =>
        _current is { } current && clock.GetElapsedTime(current.ReadAt) < _goodFor ? current.Snapshot : null;

    private async Task<ReferenceSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } fresh)
            {
                return fresh;
            }

            var readAt = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var snapshot = await ReadAsync(scope.ServiceProvider.GetRequiredService<RewardsDb>(), cancellationToken);
            _current = new Reading(snapshot, readAt);
            return snapshot;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static async Task<ReferenceSnapshot> ReadAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        var stores = await db.Stores.AsNoTracking().ToDictionaryAsync(s => s.Number, cancellationToken);
        var versions = await db.SurveyVersions.AsNoTracking().OrderBy(v => v.Id).ToListAsync(cancellationToken);
        var promotions = await db.Promotions.AsNoTracking().Where(p => p.State == PromotionState.Running).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var sweepstakes = await db.Sweepstakes.AsNoTracking().OrderByDescending(s => s.OpensAt).Take(3)
            .Select(SweepstakesPeriod.Columns).ToListAsync(cancellationToken);
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.State == WebhookState.Active)
            .Select(w => new { w.Id, w.Events }).ToListAsync(cancellationToken);
        return new ReferenceSnapshot(
            stores,
            versions.LastOrDefault()?.Id ?? 0,
            versions.ToDictionary(v => v.Id, v => JsonSerializer.Deserialize<Survey>(v.Definition, DataJson.Options)!),
            [.. promotions.Select(OfferOf)],
            sweepstakes)
        {
            Webhooks = [.. webhooks.Select(w => new ActiveWebhook(w.Id, w.Events.Split(' ')))],
        };
    }

    /// <summary>A promotion as the evaluation takes it.</summary>
    internal static Offer OfferOf(Promotion promotion) => new(
        promotion.Id,
        promotion.Kind,
        promotion.StartsOn,
        promotion.EndsOn,
        promotion.HasBudget,
        JsonSerializer.Deserialize<PromotionRule>(promotion.Rule, DataJson.Options)!)
    {
        Group = promotion.Group,
        Priority = promotion.Priority,
        Stacks = promotion.Stacks,
        IsSpent = promotion.AlarmedPercent == Promotion.LastAlarm,
    };

    private sealed record Reading(ReferenceSnapshot Snapshot, long ReadAt);
}
