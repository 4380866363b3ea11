using Rewards.Application.Insights;
using Rewards.Domain.Insights;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

public class ShowOverviewTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private static readonly Period _week = Period.Last(7, _today);

    [Theory, EveryDatabase]
    public async Task Skipped_answers_are_in_no_denominator(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 10, Satisfaction = 5, Ease = 7 }.Times(6),
            .. new Visit(StoreNumbers.Oxford, _today) { Recommend = 7, Satisfaction = 3, Ease = 4 }.Times(4),
            .. new Visit(StoreNumbers.Oxford, _week.From) { Recommend = 3, Satisfaction = 1 }.Times(2),
            .. new Visit(StoreNumbers.Oxford, _week.From) { Satisfaction = 4, IsGenerated = true }.Times(3),
        ]);

        var overview = await OverviewAsync(portal, new Selection(_week));

        // 15 responses; 12 with a score of 0 to 10: 6 promoters, 2 detractors; 15 about satisfaction: 9 of 4 and 5; 10 about ease.
        Assert.Equal((15, 3), (overview.Responses.All, overview.Responses.Generated));
        Assert.Equal((33.3333, 12), Rounded(overview.Nps.Score!));
        Assert.Equal((60, 15), Rounded(overview.Csat.Score!));
        Assert.Equal((60, 10), Rounded(overview.Easy.Score!));
        Assert.Equal(5.8, overview.Now.Ces!.Mean, 10);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_period_counts_and_the_one_before_is_compared_with(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _week.From) { Recommend = 2 }.Times(20),
            .. new Visit(StoreNumbers.Princeton, _week.Before.To) { Recommend = 10 }.Times(30),
            .. new Visit(StoreNumbers.Princeton, _week.Before.From) { Recommend = 10 }.Times(10),
            .. new Visit(StoreNumbers.Princeton, _week.Before.From.AddDays(-1)) { Recommend = 0 }.Times(50),
            .. new Visit(StoreNumbers.Princeton, _today.AddDays(1)) { Recommend = 0 }.Times(50),
        ]);

        var overview = await OverviewAsync(portal, new Selection(_week));

        Assert.Equal((20, 40), (overview.Participation.Sent, overview.ParticipationBefore.Sent));
        Assert.Equal((-100.0, 100.0), (overview.Now.Nps!.Value, overview.Before.Nps!.Value));
        Assert.Equal((-200.0, true), (overview.Nps.Change!.Difference, overview.Nps.Change.IsReal));
        Assert.Equal((-20.0, true), (overview.SentChange!.Difference, overview.SentChange.IsReal));
    }

    [Theory, EveryDatabase]
    public async Task Completion_counts_those_who_began_and_the_response_rate_needs_registered_receipts(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 9 }.Times(12),
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 9, OpenAfter = ["recommend"] }.Times(3),
            .. new Visit(StoreNumbers.Princeton, _week.Before.To) { Recommend = 9, OpenAfter = ["recommend"] }.Times(1),
        ]);

        var without = await OverviewAsync(portal, new Selection(_week));
        for (var i = 0; i < 5; i++)
        {
            await portal.RegisteredCodeAsync();
        }

        var with = await OverviewAsync(portal, new Selection(_week));

        Assert.Equal(new Part(12, 15), without.Participation.Completed);
        Assert.Equal(80, without.Completed.Score!.Value, 10);
        Assert.Null(without.Responded.Score);
        Assert.Equal(new Part(12, 20), with.Participation.Responded);
    }

    /// <summary>Whatever was answered: stores, days and the stores' own pages add up to the whole.</summary>
    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(2)]
    public async Task Stores_and_days_add_up_to_the_whole(DatabaseKind database, int seed)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var given = Made(seed, 240).ToList();
        await portal.HasAsync(given);
        var period = Period.Last(28, _today);

        var whole = await OverviewAsync(portal, new Selection(period));
        var stores = await portal.CallAsync<ListStoreScores, IReadOnlyList<StoreScores>>(u => u.RunAsync(new Selection(period), default));
        var alone = new List<Overview>();
        foreach (var store in stores)
        {
            alone.Add(await OverviewAsync(portal, new Selection(period, store.Store.Number)));
        }

        var counted = given.Where(f => f.OpenAfter is null && f.Day >= period.From && f.Day <= period.To).ToList();
        Assert.Equal(counted.Count, whole.Participation.Sent);
        Assert.Equal(counted.Count(f => f.Recommend is >= 9), whole.Now.Recommend.Promoters);
        Assert.Equal(counted.Count(f => f.Recommend is <= 6), whole.Now.Recommend.Detractors);
        Assert.Equal(new Part(counted.Count(f => f.Satisfaction >= 4), counted.Count(f => f.Satisfaction is not null)), whole.Now.Satisfied);
        Assert.Equal(new Part(counted.Count(f => f.Ease >= 5), counted.Count(f => f.Ease is not null)), whole.Now.Easy);
        foreach (var sum in new[] { Tally.Sum(stores.Select(s => s.Now)), Tally.Sum(alone.Select(o => o.Now)) })
        {
            Assert.Equal((whole.Now.Recommend, whole.Now.Satisfied, whole.Now.Easy), (sum.Recommend, sum.Satisfied, sum.Easy));
        }

        var days = Tally.Sum(whole.Timeline.Points.Select(p => p.Tally));
        Assert.Equal((whole.Now.Recommend, whole.Now.Satisfied), (days.Recommend, days.Satisfied));
        Assert.Equal(whole.Participation.Sent, alone.Sum(o => o.Participation.Sent));
        Assert.Equal(whole.Participation.Open, alone.Sum(o => o.Participation.Open));
        Assert.Equal(whole.Before.Recommend, Tally.Sum(alone.Select(o => o.Before)).Recommend);
    }

    private static Task<Overview> OverviewAsync(PortalForTests portal, Selection selection) =>
        portal.CallAsync<ShowOverview, Overview>(u => u.RunAsync(selection, default));

    private static (double Value, int Answers) Rounded(Score score) => (Math.Round(score.Value, 4), score.Answers);

    /// <summary>Answers without order, the same for the same seed.</summary>
    private static IEnumerable<Visit> Made(int seed, int count)
    {
        var state = (ulong)seed;
        int[] stores = [StoreNumbers.Princeton, StoreNumbers.Oxford, StoreNumbers.Pasadena];
        for (var i = 0; i < count; i++)
        {
            yield return new Visit(stores[Next(3)], _today.AddDays(-Next(62)))
            {
                Recommend = Next(13) is var nps and <= 10 ? nps : null,
                Satisfaction = Next(6) is var csat and > 0 ? csat : null,
                Ease = Next(8) is var ease and > 0 ? ease : null,
                OpenAfter = Next(7) == 0 ? ["recommend", "satisfaction"] : null,
                IsGenerated = Next(2) == 0,
            };
        }

        int Next(int below)
        {
            state = unchecked((state * 6364136223846793005) + 1442695040888963407);
            return (int)((state >> 33) % (ulong)below);
        }
    }
}
