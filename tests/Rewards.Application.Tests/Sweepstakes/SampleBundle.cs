using System.Text;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>A small draw with everything in it, as a zip and as a folder of a place of its own.</summary>
internal sealed class SampleBundle : IDisposable
{
    private static readonly byte[] _rules = Encoding.UTF8.GetBytes("No purchase necessary.\nSorteo: sin obligación.\n");
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("draw-bundle-");

    public SampleBundle(Beacon beacon, int entryCount = 12, int prizeCount = 3, int dispositionCount = 2)
    {
        const string DrawId = "2026-11-monthly";
        var prizes = PrizeList.Write(Enumerable.Range(1, prizeCount).Select(place => $"Prize \"{place}\" — día de compras"));
        var manifest = new DrawManifest(
            DrawId, 1, default, entryCount, Walk(new DrawWalk(DrawId), entryCount).Root, Digest.Of(_rules), Digest.Of(prizes), prizeCount,
            DedupMode.OnePrizeAPerson, beacon.Id, beacon.Round);
        var best = new BestPlaces(manifest.Seed(beacon), entryCount + prizeCount, DedupMode.OnePrizeAPerson);
        var tree = Walk(new DrawWalk(DrawId, best), entryCount);
        var ranking = best.Ranking(prizeCount);
        var result = DrawResult.Of(manifest, tree, manifest.Seed(beacon), ranking);
        var dispositions = new List<Disposition>();
        foreach (var entry in ranking.Winners.Take(dispositionCount))
        {
            dispositions.Add(Disposition.Record(
                entry, DispositionReason.NoResponse, Digest.Of("letter"u8), "ána", "ben",
                new DateTimeOffset(2026, 12, 9, 15, 0, 0, TimeSpan.Zero), dispositions.LastOrDefault()));
        }

        Ranking = ranking;
        Contents = new DrawBundleContents(
            manifest, Leaves(entryCount).ToAsyncEnumerable(), _rules, prizes, beacon, dispositions, result);
    }

    public static Beacon Ceremony => new Ceremony("The lottery of 2026-12-02, \"as printed\"", "04-11-23-31-42 / 7");

    public static Beacon Drand => new DrandQuicknet(123, Convert.FromHexString(
        "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"));

    public DrawBundleContents Contents { get; }

    public DrawRanking Ranking { get; }

    public string Zip => Path.Combine(_place.FullName, "bundle.zip");

    public string Folder => Path.Combine(_place.FullName, "bundle");

    public static DrawLeaf[] Leaves(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new DrawLeaf(
            EntryId.FromBytes(Digest.Of(Encoding.ASCII.GetBytes($"entry {i}")).Bytes[..16]),
            EntryTag.Of([1], $"person {i / 2}"),
            i % 5 == 4 ? EntrySource.FreeEntry : EntrySource.Survey,
            new DateOnly(2026, 11, 1 + (i % 30)))).OrderBy(leaf => leaf.Entry),
    ];

    public string File(string name) => Path.Combine(Folder, name);

    public async Task<SampleBundle> AsZip(CancellationToken cancellationToken)
    {
        await using var zip = System.IO.File.Create(Zip);
        await WriteDrawBundle.ToZipAsync(zip, Contents, cancellationToken);
        return this;
    }

    public async Task<SampleBundle> AsFolder(CancellationToken cancellationToken)
    {
        await WriteDrawBundle.ToFolderAsync(Folder, Contents, cancellationToken);
        return this;
    }

    /// <summary>Changes a text file of the folder.</summary>
    public void Rewrite(string name, Func<string, string> change)
    {
        var before = System.IO.File.ReadAllText(File(name));
        var after = change(before);
        Xunit.Assert.NotEqual(before, after);
        System.IO.File.WriteAllBytes(File(name), Encoding.UTF8.GetBytes(after));
    }

    private static TreeOutline Walk(DrawWalk walk, int entryCount)
    {
        Array.ForEach(Leaves(entryCount), leaf => walk.Add(leaf));
        return walk.Finish();
    }

    public void Dispose() => _place.Delete(recursive: true);
}
