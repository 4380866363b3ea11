using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Works the ranking of a draw out from the entries as they stand in the database.</summary>
public sealed class RankEntries(RewardsDb db, DrawEntries entries)
{
    // Databases bear only so many parameters in one statement.
    private const int EntriesAtOnce = 500;

    /// <summary>Ranks them. Refuses with <c>entries-changed</c> where they are not those that were committed to.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="manifest">What was committed to.</param>
    /// <param name="beacon">The beacon that the manifest names, now that its value is known.</param>
    /// <param name="alternates">How many alternates are wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<RankedDraw>> RunAsync(
        int sweepstakesId, DrawManifest manifest, Beacon beacon, int alternates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var seed = manifest.Seed(beacon);
        var best = new BestPlaces(seed, manifest.PrizeCount + alternates, manifest.DedupMode);
        var tree = await entries.WalkAsync(sweepstakesId, new DrawWalk(manifest.DrawId, best), without: null, cancellationToken);
        if (tree.Count != manifest.EntryCount || tree.Root != manifest.Root)
        {
            return new EntriesChanged();
        }

        var ranking = best.Ranking(manifest.PrizeCount);
        return new RankedDraw(DrawResult.Of(manifest, tree, seed, ranking), ranking);
    }

    /// <summary>The next in a line that was drawn, after those that are taken down, each with who entered. Refuses as <see cref="RunAsync"/> does.</summary>
    /// <param name="drawId">Which draw.</param>
    /// <param name="drawing">It was run.</param>
    /// <param name="known">How many alternates are known.</param>
    /// <param name="more">How many more are asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<IReadOnlyList<RankedEntry>>> AlternatesAsync(
        string drawId, Drawing drawing, int known, int more, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        if (!DrawManifest.TryParse(drawing.Manifest, out var manifest))
        {
            throw new InvalidOperationException($"The manifest of {drawId} cannot be read.");
        }

        if ((await RunAsync(drawing.SweepstakesId, manifest, drawing.Beacon()!, known + more, cancellationToken)).IsRefused(out var refusal, out var ranked))
        {
            return refusal;
        }

        return await WithShoppersAsync([.. ranked.Ranking.Alternates.Skip(known)], cancellationToken);
    }

    /// <summary>The same entries, each with who entered.</summary>
    internal async Task<List<RankedEntry>> WithShoppersAsync(IReadOnlyList<EntryId> ranked, CancellationToken cancellationToken)
    {
        var shoppers = new Dictionary<EntryId, Guid>();
        foreach (var ids in ranked.Select(entry => entry.ToBytes()).Chunk(EntriesAtOnce))
        {
            var found = await db.SweepstakesEntries.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.ShopperId }).ToListAsync(cancellationToken);
            found.ForEach(e => shoppers.Add(EntryId.FromBytes(e.Id), e.ShopperId));
        }

        return [.. ranked.Select(entry => new RankedEntry(entry.ToBytes(), shoppers[entry]))];
    }
}

/// <summary>A draw that was worked out.</summary>
/// <param name="Result">Who was drawn.</param>
/// <param name="Ranking">With as many alternates as were wanted.</param>
public sealed record RankedDraw(DrawResult Result, DrawRanking Ranking);

/// <summary>An entry that has a place.</summary>
/// <param name="EntryId">16 bytes.</param>
/// <param name="ShopperId">Who entered.</param>
public readonly record struct RankedEntry(byte[] EntryId, Guid ShopperId);
