using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DrawVectorTests
{
    public static TheoryData<int> Draws => [.. Enumerable.Range(0, SampleDraw.All.Count())];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Root_manifest_and_commitment_are_those_of_the_vectors(int number)
    {
        var draw = SampleDraw.All.ElementAt(number);

        Assert.Equal(draw.Text("root"), draw.Tree.Root.ToString());
        Assert.Equal(draw.Text("manifest"), Convert.ToHexStringLower(draw.Manifest.ToBytes()));
        Assert.Equal(draw.Text("commit"), draw.Manifest.Commit().ToString());
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Randomness_seed_and_scores_are_those_of_the_vectors(int number)
    {
        var draw = SampleDraw.All.ElementAt(number);
        var seed = draw.Manifest.Seed(draw.Beacon);

        Assert.Equal(draw.Text("randomness"), draw.Beacon.Randomness.ToString());
        Assert.Equal(draw.Text("seed"), seed.ToString());
        Assert.All(draw.FirstScores(), expected =>
        {
            Assert.True(EntryId.TryParse(expected[1], out var entry));
            var leaf = draw.Entries.Single(leaf => leaf.Entry == entry);
            Assert.Equal(expected[0], DrawScore.Of(seed, leaf.Hash(draw.Id)).ToString());
            Assert.Equal(expected[2], leaf.Tag.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Winners_and_alternates_are_those_of_the_vectors(int number)
    {
        var draw = SampleDraw.All.ElementAt(number);

        var seed = draw.Manifest.Seed(draw.Beacon);
        var ranking = SampleDraw.Rank(draw.Id, draw.Entries, seed, draw.Manifest.PrizeCount, draw.Manifest.DedupMode);
        var result = DrawResult.Of(draw.Manifest, draw.Tree, seed, ranking);

        Assert.Equal(draw.Texts("winners"), result.Winners.Select(entry => entry.ToString()));
        Assert.Equal(draw.Texts("alternates"), result.Alternates.Take(3).Select(entry => entry.ToString()));
    }
}
