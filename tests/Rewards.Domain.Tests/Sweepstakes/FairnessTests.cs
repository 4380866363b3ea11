using System.Buffers.Binary;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

/// <summary>
/// 20,000 draws of small lists, each under a seed of its own: who wins how often is held against what chance would give, by chi-square. The
/// seeds are always the same, so what passes once passes always; a fair draw would fail each with one seed in a thousand.
/// </summary>
public class FairnessTests
{
    private const int Draws = 20_000;

    // What chi-square passes by chance once in a thousand, by its degrees of freedom.
    private static readonly Dictionary<int, double> _oncePerThousand = new() { [4] = 18.47, [9] = 27.88, [19] = 43.82 };

    [Fact]
    public void Whoever_entered_once_wins_each_prize_as_often_as_any_other()
    {
        var leaves = Leaves([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        var wins = Wins(leaves, prizes: 3, Fair);

        for (var prize = 0; prize < 3; prize++)
        {
            AssertAsChanceHasIt(wins[prize], Enumerable.Repeat(1.0 / 10, 10));
        }
    }

    [Fact]
    public void Twenty_people_share_one_prize_evenly_whenever_and_however_they_entered()
    {
        var leaves = Leaves([.. Enumerable.Repeat(1, 20)]);
        var wins = Wins(leaves, prizes: 1, Fair);

        AssertAsChanceHasIt(wins[0], Enumerable.Repeat(1.0 / 20, 20));
        var free = Enumerable.Range(0, 20).Where(person => leaves.Single(leaf => leaf.Tag == Tag(person)).Source == EntrySource.FreeEntry).ToList();
        Assert.Equal(10, free.Count);
        AssertAsChanceHasIt([free.Sum(person => wins[0][person]), Draws - free.Sum(person => wins[0][person])], [0.5, 0.5], most: 10.83);
    }

    [Fact]
    public void Entries_of_a_person_win_as_their_number_says_and_never_twice()
    {
        int[] entries = [1, 2, 3, 4, 5];
        var wins = Wins(Leaves(entries), prizes: 2, Fair);

        var all = entries.Sum();
        AssertAsChanceHasIt(wins[0], entries.Select(own => (double)own / all));

        // The second prize: somebody else has won the first, and is passed over with all of their entries.
        AssertAsChanceHasIt(wins[1], entries.Select((own, person) => entries
            .Select((first, other) => other == person ? 0 : (double)first / all * own / (all - first)).Sum()));
    }

    [Fact]
    public void A_draw_by_remainder_would_be_found_out()
    {
        // 0 to 255 by remainders of 100: the first 56 of 100 come a half more often. As lots for 10 it is the same for the first few.
        var wins = Wins(Leaves([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), prizes: 1, (leaves, seed, _) => [leaves[seed.Bytes[0] % 100 / 10].Entry]);

        Assert.True(ChiSquare(wins[0], Enumerable.Repeat(1.0 / 10, 10)) > _oncePerThousand[9]);
    }

    private static IReadOnlyList<EntryId> Fair(DrawLeaf[] leaves, Digest seed, int prizes) =>
        SampleDraw.Rank("2026-11-monthly", leaves, seed, prizes, DedupMode.OnePrizeAPerson, most: prizes).Winners;

    // By prize and person: how many of the draws were won.
    private static int[][] Wins(DrawLeaf[] leaves, int prizes, Func<DrawLeaf[], Digest, int, IReadOnlyList<EntryId>> draw)
    {
        var people = leaves.Select(leaf => leaf.Tag).Distinct().Count();
        var personOf = leaves.ToDictionary(leaf => leaf.Entry, leaf => Enumerable.Range(0, people).Single(person => Tag(person) == leaf.Tag));
        var wins = Enumerable.Range(0, prizes).Select(_ => new int[people]).ToArray();
        var number = new byte[4];
        for (var i = 0; i < Draws; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, i);
            var winners = draw(leaves, Digest.Of(number), prizes).Select(entry => personOf[entry]).ToList();
            Assert.Equal(prizes, winners.Count);
            Assert.Equal(prizes, winners.Distinct().Count());
            for (var prize = 0; prize < prizes; prize++)
            {
                wins[prize][winners[prize]]++;
            }
        }

        return wins;
    }

    private static void AssertAsChanceHasIt(int[] wins, IEnumerable<double> shares, double? most = null)
    {
        Assert.Equal(Draws, wins.Sum());
        Assert.InRange(ChiSquare(wins, shares), 0, most ?? _oncePerThousand[wins.Length - 1]);
    }

    private static double ChiSquare(int[] wins, IEnumerable<double> shares) =>
        wins.Zip(shares, (won, share) => (won - (share * Draws)) * (won - (share * Draws)) / (share * Draws)).Sum();

    // So many entries of each person, every other one free, by an id that has nothing to do with whose it is.
    private static DrawLeaf[] Leaves(int[] entries) =>
    [
        .. entries.SelectMany((own, person) => Enumerable.Range(0, own).Select(i => new DrawLeaf(
            EntryId.FromBytes(SampleDraw.HashOf($"entry {person} {i}").Bytes[..16]),
            Tag(person),
            person % 2 == 0 ? EntrySource.Survey : EntrySource.FreeEntry,
            new DateOnly(2026, 11, 1 + person)))).OrderBy(leaf => leaf.Entry),
    ];

    private static EntryTag Tag(int person) => EntryTag.FromBytes(SampleDraw.HashOf($"person {person}").Bytes[..16]);
}
