namespace Rewards.Domain.Sweepstakes;

/// <summary>A draw as drawn: what follows from the manifest, the entries and the beacon (docs/draw-protocol.md §8 to §11).</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Commit">The commitment that was published before.</param>
/// <param name="Seed">The seed that the beacon made of it.</param>
/// <param name="Winners">The winners as drawn, in prize order.</param>
/// <param name="Alternates">The first alternates in the order in which they are called, at most <see cref="AlternatesShown"/>.</param>
public sealed record DrawResult(
    string DrawId, Digest Commit, Digest Seed, IReadOnlyList<EntryId> Winners, IReadOnlyList<EntryId> Alternates)
{
    /// <summary>How many alternates a published result lists.</summary>
    public const int AlternatesShown = 100;

    /// <summary>Takes down a draw.</summary>
    /// <param name="manifest">What was committed to.</param>
    /// <param name="entries">The tree over the entries that were ranked; the manifest's.</param>
    /// <param name="seed">What they were ranked under.</param>
    /// <param name="ranking">The ranking, with at least <see cref="AlternatesShown"/> alternates if there are so many.</param>
    /// <exception cref="ArgumentException">The entries are not those of the manifest.</exception>
    public static DrawResult Of(DrawManifest manifest, TreeOutline entries, Digest seed, DrawRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(ranking);
        return entries.Count == manifest.EntryCount && entries.Root == manifest.Root
            ? new DrawResult(manifest.DrawId, manifest.Commit(), seed, ranking.Winners, [.. ranking.Alternates.Take(AlternatesShown)])
            : throw new ArgumentException("The manifest commits to other entries.", nameof(entries));
    }
}
