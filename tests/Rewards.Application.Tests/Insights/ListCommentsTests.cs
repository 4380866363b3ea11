using Rewards.Application.Insights;
using Rewards.Domain.Insights;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

public class ListCommentsTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private static readonly Selection _week = new(Period.Last(7, _today));
    private static readonly string[] _written =
        ["The Bread was old", "50% off? No", "snake_case", "back\\slash", "a range [a-z]", "It's fine"];

    [Theory, EveryDatabase]
    public async Task Comments_come_newest_first_and_page_by_page(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(Enumerable.Range(0, 45).Select(i =>
            new Visit(StoreNumbers.Princeton, _today.AddDays(-(i / 10))) { Comment = $"Comment {i}" }));
        await portal.HasAsync(new Visit(StoreNumbers.Princeton, _today).Times(5));

        var first = await FindAsync(portal, new CommentFilter(_week));
        var last = await FindAsync(portal, new CommentFilter(_week), page: 3);
        var beyond = await FindAsync(portal, new CommentFilter(_week), page: 999);
        var all = await FindAsync(portal, new CommentFilter(_week, WithTextOnly: false));

        Assert.Equal((45, 20, 1), (first.Total, first.Comments.Count, first.Page));
        Assert.Equal((5, 3), (last.Comments.Count, last.Page));
        Assert.Equal(3, beyond.Page);
        Assert.Equal(50, all.Total);
        Assert.Equal(first.Comments.Select(c => c.Day).OrderDescending(), first.Comments.Select(c => c.Day));
        Assert.Empty(first.Comments.Select(c => c.ResponseId).Intersect(last.Comments.Select(c => c.ResponseId)));
    }

    [Theory]
    [EveryDatabase(NpsBand.Promoters, 10, 9)]
    [EveryDatabase(NpsBand.Passives, 8, 7)]
    [EveryDatabase(NpsBand.Detractors, 6, 0)]
    public async Task A_band_has_those_of_its_scores_and_nobody_without_one(DatabaseKind database, NpsBand band, int highest, int lowest)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(new int?[] { null, 10, 9, 8, 7, 6, 0 }.Select(nps =>
            new Visit(StoreNumbers.Oxford, _today) { Recommend = nps, Comment = "The same." }));

        var found = await FindAsync(portal, new CommentFilter(_week, band));

        Assert.Equal([lowest, highest], found.Comments.Select(c => c.Recommend!.Value).Order());
    }

    [Theory]
    [EveryDatabase("BREAD", 1)]
    [EveryDatabase("50%", 1)]
    [EveryDatabase("%", 1)]
    [EveryDatabase("_", 1)]
    [EveryDatabase("\\", 1)]
    [EveryDatabase("[a-z]", 1)]
    [EveryDatabase("'; DROP TABLE \"Answers\"; --", 0)]
    [EveryDatabase("it's", 1)]
    public async Task Words_are_found_as_they_are_written_in_any_case(DatabaseKind database, string text, int found)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(_written.Select(c => new Visit(StoreNumbers.Oxford, _today) { Comment = c }));

        var page = await FindAsync(portal, new CommentFilter(_week, Text: text));

        Assert.Equal(found, page.Total);
    }

    [Theory, EveryDatabase]
    public async Task Store_period_and_touchpoint_narrow_the_list(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.HasAsync(
            new Visit(StoreNumbers.Oxford, _today) { Comment = "Fresh.", Touchpoints = [("Produce", 5), ("Bakery", 4)], Language = "es" },
            new Visit(StoreNumbers.Oxford, _today) { Comment = "Old.", Touchpoints = [("Bakery & more", 1)] },
            new Visit(StoreNumbers.Princeton, _today) { Comment = "Elsewhere.", Touchpoints = [("Bakery", 4)] },
            new Visit(StoreNumbers.Oxford, _today.AddDays(-7)) { Comment = "Before.", Touchpoints = [("Bakery", 4)] },
            new Visit(StoreNumbers.Oxford, _today) { Comment = "Not sent.", Touchpoints = [("Bakery", 4)], OpenAfter = ["comment"] });

        var page = await FindAsync(portal, new CommentFilter(_week with { Store = StoreNumbers.Oxford }, Touchpoint: "Bakery"));

        var comment = Assert.Single(page.Comments);
        Assert.Equal(("Fresh.", "es", "Produce|Bakery", _today), (comment.Text, comment.Language, comment.Touchpoints, comment.Day));
    }

    private static Task<CommentPage> FindAsync(PortalForTests portal, CommentFilter filter, int page = 1) =>
        portal.CallAsync<ListComments, CommentPage>(u => u.RunAsync(filter, page, default));
}
