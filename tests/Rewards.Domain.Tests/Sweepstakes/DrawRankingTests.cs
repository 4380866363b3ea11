using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DrawRankingTests
{
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
    public void Scores_that_begin_alike_are_ranked_by_the_rest()
    {
        ulong[] beginnings = [1, 5, 5, 5, 9];
        int[] order = [4, 0, 1, 2, 3];
        byte[] rests = [30, 10, 20, 0, 0];

        ScoreOrder.SettleTies(beginnings, order, index => Digest.FromBytes([.. new byte[31], rests[index]]));

        Assert.Equal([4, 1, 2, 0, 3], order);
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
        var ranking = FrozenEntries.Freeze("draw", SampleDraw.Leaves(2, 1)).Rank(default, 3, DedupMode.OnePrizeAPerson);

        Assert.Equal([ranking.Winners[0], null, null], Settle(ranking, ranking.Winners[1]));
    }

    [Fact]
    public void A_disposition_of_somebody_without_a_place_is_named()
    {
        var (ranking, winners, _) = ThreePrizes();
        var stranger = EntryId.Create(DateTimeOffset.UnixEpoch);

        Assert.False(ranking.TrySettle([Gone(winners[0]), Gone(stranger)], out _, out var named));
        Assert.Equal(stranger, named);
        Assert.False(ranking.TrySettle([Gone(winners[0]), Gone(winners[0])], out _, out named));
        Assert.Equal(winners[0], named);
    }

    private static (DrawRanking Ranking, EntryId[] Winners, EntryId[] Alternates) ThreePrizes()
    {
        var ranking = FrozenEntries.Freeze("draw", SampleDraw.Leaves(40, 2)).Rank(default, 3, DedupMode.OnePrizeAPerson);
        return (ranking, [.. ranking.Winners], [.. ranking.Alternates]);
    }

    private static IReadOnlyList<EntryId?> Settle(DrawRanking ranking, params EntryId[] gone)
    {
        Assert.True(ranking.TrySettle(gone.Select(Gone), out var winners, out _));
        return winners;
    }

    private static Disposition Gone(EntryId entry) => Disposition.Record(
        entry, DispositionReason.NoResponse, default, "ana", "ben", new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), null);

    private static DrawLeaf Leaf(byte[] id, int owner) => new(
        EntryId.FromBytes(id), EntryTag.Of([7], $"person {owner}"), EntrySource.Survey, new DateOnly(2026, 11, 2));

    private sealed record Drawn(DrawLeaf[] Leaves, int Prizes, Digest Seed)
    {
        public DrawRanking Rank(DedupMode mode) =>
            FrozenEntries.Freeze("draw", Leaves.OrderBy(leaf => leaf.Entry)).Rank(Seed, Prizes, mode);

        public List<EntryTag> Tags(DrawRanking ranking)
        {
            var tags = Leaves.ToDictionary(leaf => leaf.Entry, leaf => leaf.Tag);
            return [.. ranking.Winners.Concat(ranking.Alternates).Select(entry => tags[entry])];
        }
    }
}
