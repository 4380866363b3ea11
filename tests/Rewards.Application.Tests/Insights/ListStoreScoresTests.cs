using System.Text;
using Rewards.Application.Insights;
using Rewards.Domain.Insights;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

public class ListStoreScoresTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    [Theory, EveryDatabase]
    public async Task Every_store_is_listed_and_few_answers_are_neither_ranked_nor_shown(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 9 }.Times(30),
            .. new Visit(StoreNumbers.Oxford, _today) { Recommend = 9 }.Times(29),
            .. new Visit(StoreNumbers.Pasadena, _today) { Recommend = 9 }.Times(9),
            .. new Visit(StoreNumbers.Pasadena, _today).Times(40),
        ]);

        var stores = await portal.CallAsync<ListStoreScores, IReadOnlyList<StoreScores>>(
            u => u.RunAsync(new Selection(Period.Last(7, _today)), default));

        Assert.Equal([StoreNumbers.Princeton, StoreNumbers.Oxford, StoreNumbers.Pasadena, StoreNumbers.NotTakingPart], stores.Select(s => s.Store.Number));
        Assert.Equal([(true, true), (true, false), (false, false)], stores.Take(3).Select(s => (s.Nps!.IsShown, s.Nps.IsRanked)));
        Assert.Equal([30, 29, 49, 0], stores.Select(s => s.Responses.All));
        Assert.Null(stores[3].Nps);
    }

    [Fact]
    public void Sorted_by_a_score_ranked_stores_come_first_either_way()
    {
        StoreScores[] stores = [Of(1, 5, 100), Of(2, 30, 50), Of(3, 40, 80), Of(4, 12, 90), Of(5, 0, 0)];

        Assert.Equal([3, 2, 4, 1, 5], Numbers(StoreTable.Sort(stores, "", StoreOrder.Nps, descending: true)));
        Assert.Equal([2, 3, 4, 5, 1], Numbers(StoreTable.Sort(stores, "", StoreOrder.Nps, descending: false)));
        Assert.Equal([3, 2, 4, 1, 5], Numbers(StoreTable.Sort(stores, "", StoreOrder.Responses, descending: true)));
        Assert.Equal([5, 4, 3, 2, 1], Numbers(StoreTable.Sort(stores, "", StoreOrder.Name, descending: true)));
    }

    [Theory]
    [InlineData("STORE 3", 3)]
    [InlineData("town of 14", 14)]
    [InlineData("4", 4, 14)]
    [InlineData("%")]
    [InlineData("'; --")]
    public void A_store_is_found_by_name_town_or_number(string text, params int[] found) =>
        Assert.Equal(found, Numbers(StoreTable.Sort([Of(3, 1, 0), Of(4, 1, 0), Of(14, 1, 0)], text, StoreOrder.Name, descending: false)).Order());

    [Fact]
    public void Stores_are_judged_together_so_that_chance_is_no_news()
    {
        // One store of forty moved a little: alone it is beyond 1.96, among all of them it does not stand out.
        var still = Enumerable.Range(1, 39).Select(n => Compared(n, new NpsAnswers(50, 30, 20), new NpsAnswers(50, 30, 20)));
        var moved = Compared(40, new NpsAnswers(66, 22, 12), new NpsAnswers(50, 30, 20));
        var fell = Compared(41, new NpsAnswers(20, 20, 60), new NpsAnswers(60, 30, 10));

        var stores = StoreScores.Compared([.. still, moved, fell]);

        Assert.True(Change.Of(moved.Now.Recommend, moved.Before.Recommend)!.IsReal);
        Assert.Equal([41], Numbers(stores.Where(s => s.NpsChange is { IsReal: true })));
        Assert.Equal(41, stores.Count(s => s.NpsChange is not null));
    }

    [Fact]
    public void The_file_shows_no_score_of_few_answers_and_no_text_becomes_a_formula()
    {
        var file = Encoding.UTF8.GetString(StoreScoresCsv.Write([Of(7, 30, 100), Of(8, 9, 100, "=HYPERLINK(\"x\"), \"y\"")])).TrimStart('\uFEFF').Split("\r\n");

        Assert.StartsWith("store,name,town,responses,generated,receipts,nps,nps_low,nps_high,nps_answers", file[0], StringComparison.Ordinal);
        Assert.StartsWith("7,Store 7,Town of 7,30,0,0,100,78.7,100,30,,,", file[1], StringComparison.Ordinal);
        Assert.StartsWith("8,\"'=HYPERLINK(\"\"x\"\"), \"\"y\"\"\",Town of 8,9,0,0,,,,9,,,", file[2], StringComparison.Ordinal);
    }

    private static IEnumerable<int> Numbers(IEnumerable<StoreScores> stores) => stores.Select(s => s.Store.Number);

    /// <summary>A store with so many promoters and passives.</summary>
    private static StoreScores Of(int number, int answers, int percentPromoters, string? name = null) => new(
        new Store(number, name ?? $"Store {number}", $"Town of {number}", "America/New_York"),
        new ResponseCount(answers, 0),
        0,
        new Tally([new(QuestionKind.Recommend, 10, answers * percentPromoters / 100), new(QuestionKind.Recommend, 8, answers - (answers * percentPromoters / 100))]),
        Tally.Empty);

    private static StoreScores Compared(int number, NpsAnswers now, NpsAnswers before) =>
        new(new Store(number, "", "", "America/New_York"), default, 0, TallyOf(now), TallyOf(before));

    private static Tally TallyOf(NpsAnswers answers) => new(
    [
        new(QuestionKind.Recommend, 10, answers.Promoters),
        new(QuestionKind.Recommend, 8, answers.Passives),
        new(QuestionKind.Recommend, 2, answers.Detractors),
    ]);
}
