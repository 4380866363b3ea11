using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Shoppers;

/// <summary>What the office does for a shopper: points by two people, a card that someone has seen.</summary>
public class AdjustmentPagesTests
{
    private const string Card = "40000001";

    private static readonly PortalSetup _setup = new() { Promotions = [PortalSetup.FuelPoints()] };

    [Theory, EveryDatabase]
    public async Task Points_move_when_another_person_approves_and_only_then_and_only_once(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, _setup);
        var driver = portal.Below.Driver(Card);
        await driver.Earns(50);
        var (ana, ben) = (await ShopperStoryTests.OfficeAsync(portal), await ShopperStoryTests.OfficeAsync(portal, StaffRole.Administrator));
        var story = await (await ana.Opens("/office/shoppers")).Submits("main form", ("who", Card));

        var proposed = await story.Submits("#adjust button", ("points", "-20"), ("reason", "Earned by a colleague's own receipt"));
        Assert.Contains("is proposed", proposed.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(50, (await driver.Balance()).Points);

        var own = await ana.Opens("/office/adjustments");
        Assert.Contains("Another person decides this one", own.Text, StringComparison.Ordinal);
        var id = Assert.Single(await portal.Below.AllAsync<FuelPointAdjustment>()).Id;
        Assert.False((await ana.Opens($"/office/adjustments/{id}")).Has("button[name=approves]"));

        var asked = await (await ben.Opens("/office/adjustments")).Follows("td a");
        Assert.Contains("Earned by a colleague's own receipt", asked.Text, StringComparison.Ordinal);
        Assert.Equal(50, (await driver.Balance()).Points);
        var approved = await asked.Submits("button[value=true]");
        Assert.Contains("Approved", approved.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(30, (await driver.Balance()).Points);

        var late = await asked.Submits("button[value=false]");
        var afterwards = await ana.Opens($"/office/adjustments/{id}");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (late.Status, afterwards.Status));
        Assert.Contains("Already approved by administrator-", late.TextOf("#decided"), StringComparison.Ordinal);
        Assert.Equal(late.TextOf("#decided"), afterwards.TextOf("#decided"));
        Assert.False(late.Has("button[name=approves]"));
        Assert.Equal(30, (await driver.Balance()).Points);
        Assert.Contains("Adjusted: Earned by a colleague's own receipt", (await ben.Opens(story.Address)).TextOf("#ledger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_proposes_cannot_approve_by_sending_the_form_either()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        var driver = portal.Below.Driver(Card);
        await driver.Earns(50);
        var (ana, ben) = (await ShopperStoryTests.OfficeAsync(portal), await ShopperStoryTests.OfficeAsync(portal));
        var story = await (await ana.Opens("/office/shoppers")).Submits("main form", ("who", Card));
        await story.Submits("#adjust button", ("points", "500"), ("reason", "For me"));
        var id = Assert.Single(await portal.Below.AllAsync<FuelPointAdjustment>()).Id;
        var token = story.Fields("#adjust").Single(f => f.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Posts($"/office/adjustments/{id}", ("approves", "true"), token)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.Posts($"/office/adjustments/{id}", ("approves", "true"))).Status);
        Assert.Equal(50, (await driver.Balance()).Points);

        await (await ben.Opens($"/office/adjustments/{id}")).Submits("button[value=false]");
        Assert.Equal((50, AdjustmentStatus.Declined), ((await driver.Balance()).Points, (await portal.Below.AllAsync<FuelPointAdjustment>()).Single().Status));
        Assert.Contains("Declined", (await ana.Opens(story.Address)).TextOf("#adjustments"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_proposed_takes_it_back_while_nobody_has_decided_and_nobody_else_does(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, _setup);
        await portal.Below.Driver(Card).Earns(50);
        var (ana, ben) = (await ShopperStoryTests.OfficeAsync(portal), await ShopperStoryTests.OfficeAsync(portal));
        var story = await (await ana.Opens("/office/shoppers")).Submits("main form", ("who", Card));
        await story.Submits("#adjust button", ("points", "-20"), ("reason", "A slip"));
        var id = Assert.Single(await portal.Below.AllAsync<FuelPointAdjustment>()).Id;
        var token = (await ben.Opens($"/office/adjustments/{id}")).Fields("main form").Single(f => f.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Posts($"/office/adjustments/{id}?handler=Withdraw", token)).Status);
        var open = await ben.Opens($"/office/adjustments/{id}");
        var withdrawn = await (await ana.Opens($"/office/adjustments/{id}")).Submits("#withdraw");

        Assert.Contains("Withdrawn", withdrawn.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await open.Submits("button[value=true]")).Status);
        Assert.Equal(AdjustmentStatus.Withdrawn, Assert.Single(await portal.Below.AllAsync<FuelPointAdjustment>()).Status);
        Assert.Equal(50, (await portal.Below.Driver(Card).Balance()).Points);
        Assert.Contains(AuditAct.AdjustmentWithdrawn, (await portal.Below.AllAsync<AuditEvent>()).Select(e => e.Act));
    }

    [Fact]
    public async Task More_points_than_there_are_are_refused_when_they_are_proposed()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        await portal.Below.Driver(Card).Earns(50);
        var story = await (await (await ShopperStoryTests.OfficeAsync(portal)).Opens("/office/shoppers")).Submits("main form", ("who", Card));

        var refused = await story.Submits("#adjust button", ("points", "-51"), ("reason", "All of them and one"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Only 50 points", refused.TextOf(".errors"), StringComparison.Ordinal);
        Assert.Empty(await portal.Below.AllAsync<FuelPointAdjustment>());
    }

    [Theory]
    [InlineData("0", "No", "points")]
    [InlineData("ten", "No", "points")]
    [InlineData("10001", "No", "points")]
    [InlineData("1.5", "No", "points")]
    [InlineData("5", " ", "reason")]
    public async Task What_cannot_be_proposed_is_said_at_its_field_and_stays_as_typed(string points, string reason, string field)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        await portal.Below.Driver(Card).Earns(50);
        var story = await (await (await ShopperStoryTests.OfficeAsync(portal)).Opens("/office/shoppers")).Submits("main form", ("who", Card));

        var refused = await story.Submits("#adjust button", ("points", points), ("reason", reason));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Has($"#{field}[aria-invalid=true]")));
        Assert.Equal(points, refused.Document.QuerySelector("#points")!.GetAttribute("value"));
        Assert.Empty(await portal.Below.AllAsync<FuelPointAdjustment>());
    }

    [Theory, EveryDatabase]
    public async Task A_card_that_was_seen_is_linked_to_who_has_none_and_never_taken_from_who_has_it(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, _setup);
        var below = portal.Below;
        await below.Shopper.GivesFeedback(below.Code(), email: "ana@example.com");
        await below.Driver(Card).Earns(70);
        var office = await ShopperStoryTests.OfficeAsync(portal);
        var ana = await (await office.Opens("/office/shoppers")).Submits("main form", ("who", "ana@example.com"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), await TriesAsync("40000002"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), await TriesAsync("4x", ("seen", "true")));
        Assert.Equal((HttpStatusCode.Conflict, true), await TriesAsync(Card, ("seen", "true")));
        Assert.Equal([Card], (await below.AllAsync<Shopper>()).Select(s => s.LoyaltyCard).OfType<string>());

        var linked = await ana.Submits("#link-card button", ("card", "4000 0002"), ("seen", "true"));
        Assert.Contains("The card is linked", linked.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.False(linked.Has("#link-card"));
        Assert.Equal(50, (await below.Driver("40000002").Balance()).Points);
        Assert.Contains("0002", Assert.Single(await below.AllAsync<AuditEvent>(), e => e.Act == AuditAct.CardLinked).Detail, StringComparison.Ordinal);
        Assert.Equal(ana.Address, (await (await office.Opens("/office/shoppers")).Submits("main form", ("who", "40000002"))).Address);
        Assert.Equal((HttpStatusCode.Conflict, true), await TriesAsync("40000003", ("seen", "true")));

        async Task<(HttpStatusCode, bool)> TriesAsync(string card, params (string, string)[] more)
        {
            var page = await ana.Submits("#link-card button", [("card", card), .. more]);
            return (page.Status, page.Has(".errors"));
        }
    }

    [Fact]
    public async Task Of_two_who_link_the_same_card_at_once_one_does()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        var below = portal.Below;
        string[] people = ["ana@example.com", "ben@example.com", "cai@example.com"];
        foreach (var email in people)
        {
            await below.Shopper.GivesFeedback(below.Code(), email: email);
        }

        var office = await ShopperStoryTests.OfficeAsync(portal);
        var pages = new List<PageForTests>();
        foreach (var email in people)
        {
            pages.Add(await (await office.Opens("/office/shoppers")).Submits("main form", ("who", email)));
        }

        var answers = await Task.WhenAll(pages.Select(p => p.Submits("#link-card button", ("card", Card), ("seen", "true"))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Single(await below.AllAsync<Shopper>(), s => s.LoyaltyCard == Card);
    }
}
