using FsCheck.Fluent;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class MerkleTreeTests
{
    // More than one run of leaves, and a rest.
    private static readonly DrawLeaf[] _leaves = SampleDraw.Leaves(10_007, 1);
    private static readonly TreeOutline _large = SampleDraw.TreeOf("large", _leaves);

    [Fact]
    public void The_root_is_split_at_the_largest_power_of_two_below_the_count()
    {
        for (var count = 1; count <= 70; count++)
        {
            var leaves = Leaves(count);
            Assert.Equal(ByTheBook(leaves), MerkleTree.Root(leaves));
        }
    }

    [Fact]
    public void The_root_over_nothing_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.Root([]).ToString());

    [Fact]
    public void A_large_list_has_the_root_that_leaf_after_leaf_gives()
    {
        var builder = new MerkleRootBuilder();
        foreach (var leaf in _leaves)
        {
            builder.Add(leaf.Hash("large"));
        }

        Assert.Equal(builder.Root(), _large.Root);
        Assert.Equal(_large.Count, builder.Count);
    }

    [Fact]
    public void An_outline_knows_in_which_run_an_entry_is_also_when_it_was_kept_as_bytes()
    {
        var outline = TreeOutline.FromBytes(_large.ToBytes());

        Assert.Equal((_large.Root, (long)_leaves.Length), (outline.Root, outline.Count));
        Assert.All(Enumerable.Range(0, _leaves.Length), i => Assert.Equal(i / TreeOutline.Run, outline.RunOf(_leaves[i].Entry)));
        Assert.Equal(_leaves[TreeOutline.Run - 1].Entry, outline.Before(1));
        Assert.Throws<ArgumentException>(() => TreeOutline.FromBytes(_large.ToBytes().AsSpan(1)));
        Assert.Equal((0, -1), (outline.RunOf(default), outline.RunOf(EntryId.FromBytes([.. Enumerable.Repeat((byte)255, 16)]))));
        Assert.False(outline.Holds(0, Leaves(TreeOutline.Run)));
    }

    [Fact]
    public void Every_entry_of_a_list_of_any_size_is_proved_to_be_in_it()
    {
        for (var count = 1; count <= 40; count++)
        {
            var leaves = SampleDraw.Leaves(count, 1);
            var tree = SampleDraw.TreeOf("any", leaves);
            Assert.All(Enumerable.Range(0, count), i => Assert.True(Prove("any", leaves, tree, i).Proves(leaves[i].Hash("any"), tree.Root)));
        }
    }

    [Fact]
    public void An_entry_of_a_large_list_is_proved_with_few_hashes() =>
        Given.ForAll(
            Given.Number(0, _leaves.Length - 1),
            i => Prove(i) is { Path.Count: <= 14 } proof && proof.Proves(_leaves[i].Hash("large"), _large.Root));

    [Fact]
    public void A_proof_of_something_else_does_not_lead_to_the_root() =>
        Given.ForAll(
            from i in Given.Number(0, _leaves.Length - 1) from j in Given.Number(0, _leaves.Length - 1)
            from at in Given.Number(0, 100) select (i, j, at),
            drawn =>
            {
                var proof = Prove(drawn.i);
                var leaf = _leaves[drawn.i].Hash("large");
                var at = drawn.at % proof.Path.Count;
                Digest[] wrongPath = [.. proof.Path.Select((node, level) => level == at ? leaf : node)];
                return (drawn.i == drawn.j || !proof.Proves(_leaves[drawn.j].Hash("large"), _large.Root))
                    && (drawn.i == drawn.j || !(proof with { Index = drawn.j }).Proves(leaf, _large.Root))
                    && !(proof with { Path = wrongPath }).Proves(leaf, _large.Root)
                    && !(proof with { Path = [.. proof.Path.SkipLast(1)] }).Proves(leaf, _large.Root)
                    && !(proof with { Path = [.. proof.Path, leaf] }).Proves(leaf, _large.Root);
            });

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, long.MinValue)]
    public void A_proof_that_makes_no_sense_is_refused_quietly(long index, long count) =>
        Assert.False(new InclusionProof(index, count, [default, default]).Proves(default, default));

    private static InclusionProof Prove(int index) => Prove("large", _leaves, _large, index);

    // From the leaves of the entry's own run alone.
    private static InclusionProof Prove(string drawId, DrawLeaf[] entries, TreeOutline outline, int index)
    {
        var run = outline.RunOf(entries[index].Entry);
        var first = run * TreeOutline.Run;
        Digest[] leaves = [.. entries.Skip(first).Take(TreeOutline.Run).Select(leaf => leaf.Hash(drawId))];
        Assert.True(outline.Holds(run, leaves));
        return outline.Prove(run, index - first, leaves);
    }

    private static Digest[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => SampleDraw.HashOf($"leaf {i}"))];

    // RFC 6962 §2.1, written down as it stands there.
    private static Digest ByTheBook(Digest[] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return Digest.Of([1, .. ByTheBook(leaves[..left]).Bytes, .. ByTheBook(leaves[left..]).Bytes]);
    }
}
