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

    /// <summary>Runs a draw.</summary>
    /// <param name="manifest">What was committed to.</param>
    /// <param name="entries">The entries under the manifest's root.</param>
    /// <param name="beacon">The beacon that the manifest names, now that its value is known.</param>
    /// <param name="ranking">The whole ranking behind the result.</param>
    /// <exception cref="ArgumentException">The entries or the beacon are not those of the manifest.</exception>
    public static DrawResult Draw(DrawManifest manifest, FrozenEntries entries, Beacon beacon, out DrawRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.DrawId != manifest.DrawId || entries.Count != manifest.EntryCount || entries.Root != manifest.Root)
        {
            throw new ArgumentException("The manifest commits to other entries.", nameof(entries));
        }

        var seed = manifest.Seed(beacon);
        ranking = entries.Rank(seed, manifest.PrizeCount, manifest.DedupMode);
        return new DrawResult(
            manifest.DrawId, manifest.Commit(), seed, ranking.Winners, [.. ranking.Alternates.Take(AlternatesShown)]);
    }
}
