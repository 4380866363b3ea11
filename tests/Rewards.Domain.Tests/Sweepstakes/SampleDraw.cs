using System.Globalization;
using System.Text;
using System.Text.Json;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

/// <summary>A draw of vectors/draws.json, built again from the formula that stands there.</summary>
internal sealed class SampleDraw
{
    private readonly JsonElement _vector;

    public SampleDraw(JsonElement vector)
    {
        _vector = vector;
        Entries = Leaves(Count, Number("entriesPerPerson"));
        Tree = TreeOf(Id, Entries);
        Manifest = new DrawManifest(
            Id, 1, default, Count, Tree.Root, HashOf("demo rules"), HashOf("demo prizes"), Number("prizeCount"),
            DedupMode.OnePrizeAPerson, Beacon.Id, Beacon.Round);
    }

    public string Id => Text("drawId");

    public int Count => Number("n");

    public DrawLeaf[] Entries { get; }

    public TreeOutline Tree { get; }

    public DrawManifest Manifest { get; }

    public Beacon Beacon => _vector.TryGetProperty("beacon", out var ceremony)
        ? new Ceremony(ceremony.GetProperty("description").GetString()!, ceremony.GetProperty("announced").GetString()!)
        : Quicknet123;

    public static IEnumerable<SampleDraw> All =>
        Vectors.Draws.GetProperty("draws").EnumerateArray().Select(vector => new SampleDraw(vector));

    private static DrandQuicknet Quicknet123
    {
        get
        {
            var beacon = Vectors.Draws.GetProperty("beacon");
            Assert.Equal(Quicknet.BeaconId.ToString(), beacon.GetProperty("chainHash").GetString());
            return new DrandQuicknet(
                beacon.GetProperty("round").GetInt64(), Convert.FromHexString(beacon.GetProperty("signature").GetString()!));
        }
    }

    public static DrawLeaf[] Leaves(int count, int entriesPerPerson) =>
    [
        .. Enumerable.Range(0, count).Select(i => new DrawLeaf(
            EntryId.FromBytes(HashOf($"demo-entry-{i}").Bytes[..16]),
            EntryTag.FromBytes(HashOf($"demo-person-{i / entriesPerPerson}").Bytes[..16]),
            i % 5 == 4 ? EntrySource.FreeEntry : EntrySource.Survey,
            new DateOnly(2026, 11, 1 + (i % 30)))).OrderBy(leaf => leaf.Entry),
    ];

    public static TreeOutline TreeOf(string drawId, IEnumerable<DrawLeaf> sorted) => Walk(new DrawWalk(drawId), sorted);

    public static DrawRanking Rank(string drawId, IEnumerable<DrawLeaf> sorted, Digest seed, int prizes, DedupMode mode, int most = 1000)
    {
        var best = new BestPlaces(seed, most, mode);
        Walk(new DrawWalk(drawId, best), sorted);
        return best.Ranking(prizes);
    }

    private static TreeOutline Walk(DrawWalk walk, IEnumerable<DrawLeaf> sorted)
    {
        foreach (var leaf in sorted)
        {
            walk.Add(leaf);
        }

        return walk.Finish();
    }

    public static Digest HashOf(FormattableString text) => HashOf(text.ToString(CultureInfo.InvariantCulture));

    public static Digest HashOf(string text) => Digest.Of(Encoding.UTF8.GetBytes(text));

    public string Text(string name) => _vector.GetProperty(name).GetString()!;

    public string[] Texts(string name) => [.. _vector.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    public IEnumerable<string[]> FirstScores() =>
        _vector.GetProperty("first_scores").EnumerateArray()
            .Select(score => score.EnumerateArray().Select(item => item.GetString()!).ToArray());

    private int Number(string name) => _vector.GetProperty(name).GetInt32();
}
