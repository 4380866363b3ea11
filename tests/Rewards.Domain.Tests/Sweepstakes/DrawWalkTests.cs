using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DrawWalkTests
{
    [Fact]
    public void Unsorted_or_duplicate_entries_are_an_error()
    {
        var leaves = SampleDraw.Leaves(10, 1);

        Assert.Throws<ArgumentException>(() => SampleDraw.TreeOf("draw", leaves.Reverse()));
        Assert.Throws<ArgumentException>(() => SampleDraw.TreeOf("draw", [leaves[0], leaves[0]]));
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(16 * 1024)]
    [InlineData(40_000)]
    public void The_tree_is_the_same_however_many_are_hashed_at_a_time(int count)
    {
        var leaves = SampleDraw.Leaves(count, 2);

        var tree = SampleDraw.TreeOf("draw", leaves);

        Assert.Equal(((long)count, MerkleTree.Root([.. leaves.Select(leaf => leaf.Hash("draw"))])), (tree.Count, tree.Root));
    }

    [Fact]
    public void A_draw_without_entries_has_a_root_and_nobody_wins()
    {
        Assert.Equal((0, MerkleTree.EmptyRoot), (SampleDraw.TreeOf("draw", []).Count, SampleDraw.TreeOf("draw", []).Root));
        Assert.Empty(SampleDraw.Rank("draw", [], default, 3, DedupMode.OnePrizeAPerson).Winners);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("\uFFFD")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x")]
    public void What_no_manifest_should_carry_is_no_draw_id(string drawId)
    {
        Assert.False(DrawId.IsValid(drawId));
        Assert.Throws<ArgumentException>(() => new DrawWalk(drawId));
    }

    [Fact]
    public void Half_a_character_is_no_draw_id() => Assert.False(DrawId.IsValid("\uD800"));

    [Fact]
    public void An_entry_id_is_a_uuid_of_version_7_that_begins_with_its_instant()
    {
        var at = new DateTimeOffset(2026, 11, 2, 3, 4, 5, 678, TimeSpan.Zero);

        var id = EntryId.Create(at);

        var uuid = new Guid(id.ToBytes(), bigEndian: true);
        Assert.Equal((7, 8), (uuid.Version, uuid.Variant & 0xC));
        Assert.Equal(at.ToUnixTimeMilliseconds(), Convert.ToInt64(id.ToString()[..12], 16));
        Assert.NotEqual(id, EntryId.Create(at));
        Assert.True(EntryId.Create(at.AddMilliseconds(1)) > id);
    }

    [Fact]
    public void Entry_ids_sort_as_their_bytes_and_their_hexadecimal_do()
    {
        var ids = SampleDraw.Leaves(200, 1).Select(leaf => leaf.Entry).ToArray();

        Assert.Equal(ids, ids.OrderBy(id => id.ToString(), StringComparer.Ordinal));
        Assert.All(ids, id => Assert.True(EntryId.TryParse(id.ToString().ToUpperInvariant(), out var read) && read == id));
        Assert.False(EntryId.TryParse("00", out _));
        Assert.False(EntryId.TryParse(new string('g', 32), out _));
        Assert.False(EntryId.TryParse(null, out _));
    }

    [Fact]
    public void A_tag_is_the_same_for_a_person_within_a_draw_and_another_in_the_next()
    {
        byte[] key = [1, 2, 3];

        // HMAC-SHA256 of "ana@example.com" under 010203, computed with Python's hmac.
        Assert.Equal("e248c610250a99d0203ebcfbe63067f5", EntryTag.Of(key, "ana@example.com").ToString());
        Assert.NotEqual(EntryTag.Of(key, "ana@example.com"), EntryTag.Of([1, 2, 4], "ana@example.com"));
    }
}
