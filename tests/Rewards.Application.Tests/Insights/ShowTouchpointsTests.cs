using Rewards.Application.Insights;
using Rewards.Domain.Insights;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

public class ShowTouchpointsTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private static readonly Selection _week = new(Period.Last(7, _today));

    [Theory, EveryDatabase]
    public async Task Each_touchpoint_counts_who_went_there_best_first_and_few_answers_last(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
        [
            .. new Visit(StoreNumbers.Oxford, _today) { Touchpoints = [("Bakery", 2), ("Produce", 5)] }.Times(10),
            .. new Visit(StoreNumbers.Oxford, _today) { Touchpoints = [("Bakery", 4), ("Produce", null)] }.Times(20),
            .. new Visit(StoreNumbers.Oxford, _today) { Touchpoints = [("Produce", 4)] }.Times(20),
            .. new Visit(StoreNumbers.Princeton, _today) { Touchpoints = [("Fuel", 5)] }.Times(12),
            .. new Visit(StoreNumbers.Oxford, _week.Period.Before.To) { Touchpoints = [("Bakery", 5)] }.Times(40),
        ]);

        var scores = await portal.CallAsync<ShowTouchpoints, IReadOnlyList<TouchpointScore>>(u => u.ScoresAsync(_week, default));

        Assert.Equal(
            [("Produce", 100.0, 30), ("Bakery", 66.67, 30), ("Fuel", 100.0, 12)],
            scores.Select(s => (s.Touchpoint, Math.Round(s.Csat.Score!.Value, 2), s.Csat.Score.Answers)));
        Assert.Equal((-33.33, true), (Math.Round(scores[1].Csat.Change!.Difference, 2), scores[1].Csat.Change!.IsReal));
        Assert.Null(scores[0].Csat.Change);
    }

    [Theory, EveryDatabase]
    public async Task Where_shoppers_stop_is_counted_by_the_first_answer_that_is_missing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var visit = new Visit(StoreNumbers.Oxford, _today) { Touchpoints = [("Bakery", 4), ("Fuel", 5)] };
        string[] all = ["recommend", "satisfaction", "visited", "departments", "ease"];
        await portal.HasAsync(
        [
            .. visit.Times(10),
            .. (visit with { OpenAfter = all[..1] }).Times(3),
            .. (visit with { OpenAfter = all }).Times(2),
            .. (visit with { OpenAfter = all, Day = _week.Period.Before.To }).Times(7),
        ]);

        var steps = (await portal.CallAsync<ShowTouchpoints, IReadOnlyList<DropOff>>(u => u.DropOffAsync(_week, default)))
            .ToDictionary(s => s.Question.Key, s => s.Left);

        Assert.Equal(new Part(0, 15), steps["recommend"]);
        Assert.Equal(new Part(3, 15), steps["satisfaction"]);
        Assert.Equal(new Part(0, 12), steps["departments"]);
        Assert.Equal(new Part(2, 12), steps["friendliness"]);
        Assert.Equal(new Part(0, 10), steps["contact"]);
    }
}
