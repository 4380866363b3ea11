using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>A file of a draw's bundle and the most bytes it may have (docs/draw-protocol.md §11 and §12).</summary>
/// <param name="Name">Its name within the zip or the folder.</param>
/// <param name="MaxBytes">Larger is refused before it is read.</param>
internal sealed record BundleFile(string Name, long MaxBytes)
{
    /// <summary>The most entries in a bundle.</summary>
    public const int MaxEntries = 10_000_000;

    public static readonly BundleFile Manifest = new("manifest.bin", DrawManifest.MaxBytes);

    public static readonly BundleFile Entries = new("entries.csv", EntriesCsv.LengthOf(MaxEntries));

    public static readonly BundleFile Rules = new("rules.txt", 1024 * 1024);

    public static readonly BundleFile Prizes = new("prizes.txt", PrizeList.MaxBytes);

    public static readonly BundleFile Beacon = new("beacon.json", Domain.Sweepstakes.Beacon.MaxJsonBytes);

    public static readonly BundleFile Dispositions = new("dispositions.jsonl", 16 * 1024 * 1024);

    /// <summary>At most every entry as an alternate, and every prize with its text, escaped.</summary>
    public static readonly BundleFile Result = new("result.json", 1024L * 1024 * 1024);

    /// <summary>All of them, in the order in which a zip holds them.</summary>
    public static readonly IReadOnlyList<BundleFile> All = [Manifest, Entries, Rules, Prizes, Beacon, Dispositions, Result];
}
