using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.FuelPoints;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Shoppers;

/// <summary>The office sees a shopper's whole story, adjusts points by two people, and links a card that someone has seen.</summary>
public class ShopperStoryTests
{
    private const string Card = "40000001";

    private static readonly PortalSetup _setup = new() { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()] };

    [Theory, EveryDatabase]
    public async Task Every_line_of_the_ledger_says_where_it_came_from_and_what_the_month_held_after_it(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, _setup);
        var below = portal.Below;
        var driver = below.Driver(Card);
        var receipt = await driver.Earns(150, byTotal: true, totalCents: 6_000);
        var undone = (await driver.Redeems(100)).Value;
        _ = (await below.ReversesFuel(undone.RedemptionId)).Value;
        _ = (await below.Refunds(receipt, 3_000)).Value;
        below.Clock.Advance(TimeSpan.FromDays(60));
        await below.SweepsFuel();

        var story = await (await (await OfficeAsync(portal)).Opens("/office/shoppers")).Submits("main form", ("who", $" {Card} "));

        Assert.Equal("Shopper …0001", story.TextOf("h1"));
        Assert.Equal(
            ["−75 0", "−75 75", "+100 150", "−100 50", "+150 150"],
            story.Document.QuerySelectorAll("#ledger tbody tr:not(:first-child)").Select(r => string.Join(' ', r.QuerySelectorAll("td.num").Select(c => c.TextContent))));
        string[] said =
        [
            "Ended with 30 April 2026", "Taken back for a refund of $30", "Spending undone, $0.10 off a gallon", "by Max: the wrong discount was chosen",
            "Spent on fuel, $0.10 off a gallon", "by Ida", "Earned: weekly-fuel-points", "Earned in March 2026, good until 30 April 2026",
        ];
        Assert.All(said, words => Assert.Contains(words, story.TextOf("#ledger"), StringComparison.Ordinal));
        Assert.Contains("No points to spend", story.TextOf("#balance"), StringComparison.Ordinal);
        Assert.Contains("within the balance $30.00 75 0", story.TextOf("#refunds"), StringComparison.Ordinal);
        var response = await story.Follows("#ledger a");
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(story.Address, (await response.Follows("a[href^='/office/shoppers/']")).Address);
    }

    [Fact]
    public async Task What_feedback_brought_is_found_by_the_address_which_is_never_written_out()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), email: "Ana.Lopez@example.com");
        var office = await OfficeAsync(portal);

        var index = await office.Opens("/office/shoppers");
        var story = await index.Submits("main form", ("who", "ana.lopez+news@example.com"));

        Assert.DoesNotContain("example.com", index.Body, StringComparison.Ordinal);
        Assert.Contains("A…@example.com", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lopez", story.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Of March 2026", story.TextOf("#balance"), StringComparison.Ordinal);
        Assert.Equal(["50", "50"], story.Document.QuerySelectorAll("#balance .n").Select(n => n.TextContent));
        Assert.Contains("$5.00 $5.00", story.TextOf("#vouchers"), StringComparison.Ordinal);
        Assert.Contains("2026-03-monthly1", story.TextOf("#entries"), StringComparison.Ordinal);
        Assert.Contains("Foundry, Princeton", story.TextOf("#responses"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nobody@example.com", HttpStatusCode.NotFound)]
    [InlineData("40000009", HttpStatusCode.NotFound)]
    [InlineData("4000", HttpStatusCode.NotFound)]
    [InlineData("%", HttpStatusCode.NotFound)]
    public async Task Whoever_is_not_known_by_exactly_that_is_not_found(string typed, HttpStatusCode status)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        await portal.Below.Driver(Card).Earns(50);

        var page = await (await (await OfficeAsync(portal)).Opens("/office/shoppers")).Submits("main form", ("who", typed));

        Assert.Equal((status, "/office/shoppers", true), (page.Status, page.Address, page.Has(".errors")));
        Assert.Equal(typed, page.Document.QuerySelector("[name=who]")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("/office/shoppers")]
    [InlineData("/office/shoppers/00000000-0000-0000-0000-000000000001")]
    [InlineData("/office/adjustments")]
    [InlineData("/office/adjustments/00000000-0000-0000-0000-000000000001")]
    public async Task Only_the_office_comes_in(string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        var supervisor = portal.Browser();
        await supervisor.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));

        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens(address)).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Opens(address)).Status);
        Assert.Equal(
            address.EndsWith('1') ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await (await OfficeAsync(portal)).Opens(address)).Status);
    }

    [Fact]
    public async Task A_long_ledger_is_read_page_by_page_and_each_line_once()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _setup);
        var driver = portal.Below.Driver(Card);
        for (var i = 1; i <= 27; i++)
        {
            await driver.Earns(i);
        }

        var first = await (await (await OfficeAsync(portal)).Opens("/office/shoppers")).Submits("main form", ("who", Card));
        var second = await first.Follows("#ledger a[rel=next]");

        Assert.Equal(27 * 28 / 2, PointsOn(first) + PointsOn(second));
        Assert.Equal((25, 2), (LinesOn(first), LinesOn(second)));
        Assert.False(second.Has("#ledger a[rel=next]"));

        static int LinesOn(PageForTests page) => page.Document.QuerySelectorAll("#ledger tbody tr:not(:first-child)").Length;

        static int PointsOn(PageForTests page) => page.Document.QuerySelectorAll("#ledger td.num[data-label=Points]")
            .Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static async Task<BrowserForTests> OfficeAsync(PortalOnLoopback portal, string role = StaffRole.Marketing)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(role));
        return browser;
    }
}
