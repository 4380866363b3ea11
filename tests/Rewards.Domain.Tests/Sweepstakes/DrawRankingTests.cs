using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DrawRankingTests
{
    private static readonly HashSet<EntryId> _none = [];

    private static readonly Gen<Drawn> _draws =
        from count in Given.Number(0, 60)
        from persons in Given.Number(1, 30)
        from ids in Given.Bytes(16).ArrayOf(count)
        from owners in Given.Number(0, persons).ArrayOf(count)
        from prizes in Given.Number(0, 20)
        from seed in Given.Bytes(32)
        select new Drawn(
            [.. ids.Zip(owners).Select(entry => Leaf(entry.First, entry.Second)).DistinctBy(leaf => leaf.Entry)],
            prizes, Digest.FromBytes(seed));

    [Fact]
    public void Nobody_has_two_places_in_one_prize_a_person() =>
        Given.ForAll(_draws, draw =>
        {
            var tags = draw.Tags(draw.Rank(DedupMode.OnePrizeAPerson));
            return tags.Count == tags.Distinct().Count() && tags.Count == draw.Leaves.Select(leaf => leaf.Tag).Distinct().Count();
        });

    [Fact]
    public void Every_entry_has_one_place_when_entries_count_for_themselves() =>
        Given.ForAll(_draws, draw =>
        {
            var ranking = draw.Rank(DedupMode.None);
            return ranking.Winners.Concat(ranking.Alternates).Order().SequenceEqual(draw.Leaves.Select(leaf => leaf.Entry).Order());
        });

    [Fact]
    public void Winners_and_alternates_are_disjoint_and_fill_the_prizes_first() =>
        Given.ForAll(_draws, draw =>
        {
            var ranking = draw.Rank(DedupMode.OnePrizeAPerson);
            var alternates = ranking.Alternates.ToList();
            return !ranking.Winners.Intersect(alternates).Any()
                && (ranking.Winners.Count == draw.Prizes || (ranking.Winners.Count < draw.Prizes && alternates.Count == 0));
        });

    [Fact]
    public void Places_go_by_score_and_a_person_has_the_best_of_the_own_ones() =>
        Given.ForAll(_draws, draw =>
        {
            var ranking = draw.Rank(DedupMode.OnePrizeAPerson);
            var expected = draw.Leaves
                .Select(leaf => (Score: DrawScore.Of(draw.Seed, leaf.Hash("draw")), leaf.Entry, leaf.Tag))
                .OrderBy(entry => entry.Score).DistinctBy(entry => entry.Tag).Select(entry => entry.Entry);
            return ranking.Winners.Concat(ranking.Alternates).SequenceEqual(expected);
        });

    [Fact]
    public void The_order_in_which_entries_came_makes_no_difference_once_sorted() =>
        Given.ForAll(
            from draw in _draws from shuffled in Gen.Shuffle(draw.Leaves) select (draw, shuffled),
            drawn =>
            {
                var again = drawn.draw with { Leaves = drawn.shuffled };
                return drawn.draw.Rank(DedupMode.OnePrizeAPerson).Winners
                    .SequenceEqual(again.Rank(DedupMode.OnePrizeAPerson).Winners);
            });

    [Fact]
    public void Few_held_are_the_first_of_all() =>
        Given.ForAll(
            from draw in _draws from most in Given.Number(0, 70) select (draw, most),
            drawn => drawn.draw.Rank(DedupMode.OnePrizeAPerson, drawn.most + drawn.draw.Prizes) is var few
                && drawn.draw.Rank(DedupMode.OnePrizeAPerson) is var all
                && few.Winners.SequenceEqual(all.Winners) && few.Alternates.SequenceEqual(all.Alternates.Take(drawn.most)));

    [Fact]
    public void Of_many_thousands_few_are_held_and_they_are_the_best()
    {
        var leaves = SampleDraw.Leaves(20_000, 3);

        var few = SampleDraw.Rank("draw", leaves, default, 3, DedupMode.OnePrizeAPerson, most: 10);

        var expected = leaves.OrderBy(leaf => DrawScore.Of(default, leaf.Hash("draw"))).DistinctBy(leaf => leaf.Tag).Take(10).Select(leaf => leaf.Entry);
        Assert.Equal(expected, few.Winners.Concat(few.Alternates));
    }

    [Fact]
    public void Who_is_disposed_of_is_followed_by_the_first_alternate_that_is_not()
    {
        var (ranking, winners, alternates) = ThreePrizes();

        var after = Settle(ranking, winners[1], alternates[0], alternates[2], winners[0], alternates[1]);

        // The first alternate took prize 2 and lost it to the second; the fourth took prize 1; the fifth follows the second.
        Assert.Equal([alternates[3], alternates[4], winners[2]], after.Select(winner => winner!.Value));
    }

    [Fact]
    public void Without_dispositions_the_winners_are_those_drawn()
    {
        var (ranking, winners, _) = ThreePrizes();

        Assert.Equal(winners, Settle(ranking).Select(winner => winner!.Value));
    }

    [Fact]
    public void A_prize_that_nobody_is_left_for_stays_open()
    {
        var ranking = SampleDraw.Rank("draw", SampleDraw.Leaves(2, 1), default, 3, DedupMode.OnePrizeAPerson);

        Assert.Equal([ranking.Winners[0], null, null], Settle(ranking, ranking.Winners[1]));
    }

    [Fact]
    public void A_disposition_of_somebody_without_a_place_is_named()
    {
        var (ranking, winners, _) = ThreePrizes();
        var stranger = EntryId.Create(DateTimeOffset.UnixEpoch);

        Assert.False(ranking.TrySettle([Gone(winners[0]), Gone(stranger)], _none, out _, out var named));
        Assert.Equal(stranger, named);
        Assert.False(ranking.TrySettle([Gone(winners[0]), Gone(winners[0])], _none, out _, out named));
        Assert.Equal(winners[0], named);
    }

    [Fact]
    public void An_alternate_too_far_down_to_be_held_has_a_place_to_lose()
    {
        var (ranking, winners, alternates) = ThreePrizes();
        var far = EntryId.Create(DateTimeOffset.UnixEpoch);

        Assert.True(ranking.TrySettle([Gone(far), Gone(winners[0])], new HashSet<EntryId> { far }, out var holders, out _));
        Assert.Equal([alternates[0], winners[1], winners[2]], holders.Select(holder => holder!.Value));
    }

    private static (DrawRanking Ranking, EntryId[] Winners, EntryId[] Alternates) ThreePrizes()
    {
        var ranking = SampleDraw.Rank("draw", SampleDraw.Leaves(40, 2), default, 3, DedupMode.OnePrizeAPerson);
        return (ranking, [.. ranking.Winners], [.. ranking.Alternates]);
    }

    private static IReadOnlyList<EntryId?> Settle(DrawRanking ranking, params EntryId[] gone)
    {
        Assert.True(ranking.TrySettle(gone.Select(Gone), _none, out var winners, out _));
        return winners;
    }

    private static Disposition Gone(EntryId entry) => Disposition.Record(
        entry, DispositionReason.NoResponse, default, "ana", "ben", new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), null);

    private static DrawLeaf Leaf(byte[] id, int owner) => new(
        EntryId.FromBytes(id), EntryTag.Of([7], $"person {owner}"), EntrySource.Survey, new DateOnly(2026, 11, 2));

    private sealed record Drawn(DrawLeaf[] Leaves, int Prizes, Digest Seed)
    {
        public DrawRanking Rank(DedupMode mode, int most = 1000) =>
            SampleDraw.Rank("draw", Leaves.OrderBy(leaf => leaf.Entry), Seed, Prizes, mode, most);

        public List<EntryTag> Tags(DrawRanking ranking)
        {
            var tags = Leaves.ToDictionary(leaf => leaf.Entry, leaf => leaf.Tag);
            return [.. ranking.Winners.Concat(ranking.Alternates).Select(entry => tags[entry])];
        }
    }
}
