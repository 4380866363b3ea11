using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Works the ranking of a draw out from the entries as they stand in the database.</summary>
public sealed class RankEntries(RewardsDb db, DrawEntries entries)
{
    /// <summary>
    /// The next in a line that was drawn, after those that are taken down, each with who entered. Refuses with <c>entries-changed</c> where the entries
    /// are not those that were committed to.
    /// </summary>
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

        var (frozen, _) = Read(drawing.SweepstakesId, drawId, drawing.EntryCount, cancellationToken);
        if (frozen.Count != manifest.EntryCount || frozen.Root != manifest.Root)
        {
            return new EntriesChanged();
        }

        DrawResult.Draw(manifest, frozen, drawing.Beacon()!, out var ranking);
        var ranked = ranking.Alternates.Skip(known).Take(more).Select(entry => entry.ToBytes()).ToList();
        var shoppers = await db.SweepstakesEntries.Where(e => ranked.Contains(e.Id)).Select(e => new { e.Id, e.ShopperId })
            .ToDictionaryAsync(e => EntryId.FromBytes(e.Id), e => e.ShopperId, cancellationToken);
        return ranked.ConvertAll(entry => new RankedEntry(entry, shoppers[EntryId.FromBytes(entry)]));
    }

    // Once a month a thread waits for the rows, and only what the ranking needs is held of each.
    internal (FrozenEntries Entries, List<Guid> Shoppers) Read(int sweepstakesId, string drawId, long entryCount, CancellationToken cancellationToken)
    {
        var expected = (int)Math.Min(entryCount, BundleFile.MaxEntries);
        var shoppers = new List<Guid>(expected);
        var leaves = entries.EntrantsAsync(sweepstakesId, drawId).ToBlockingEnumerable(cancellationToken).Select(entrant =>
        {
            shoppers.Add(entrant.ShopperId);
            return entrant.Leaf;
        });
        return (FrozenEntries.Freeze(drawId, leaves, expected), shoppers);
    }
}

/// <summary>An entry that has a place.</summary>
/// <param name="EntryId">16 bytes.</param>
/// <param name="ShopperId">Who entered.</param>
public readonly record struct RankedEntry(byte[] EntryId, Guid ShopperId);
