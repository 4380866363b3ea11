using System.Net;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Office;

/// <summary>Marketing on a Monday morning, and whoever else comes to the office's door.</summary>
public class OfficePagesTests
{
    [Theory]
    [InlineData(StaffRole.Marketing, null, "/office/responses/00000000-0000-0000-0000-000000000001", "/office")]
    [InlineData(StaffRole.Supervisor, StoreNumbers.Princeton, "/store/undo/00000000-0000-0000-0000-000000000001", "/store/redeem")]
    public async Task What_is_not_there_keeps_the_frame_of_who_is_signed_in_and_leads_back_into_it(string role, int? store, string address, string home)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(role, store));

        var page = await browser.Opens(address);
        var strangers = await portal.Browser("203.0.113.9").Opens("/no/such/page");

        Assert.Equal((HttpStatusCode.NotFound, true, true), (page.Status, page.Has("header nav"), page.Has($"main a.btn[href='{home}']")));
        Assert.DoesNotContain("receipt", page.Text, StringComparison.Ordinal);
        Assert.Equal((false, true), (strangers.Has("header nav"), strangers.Has("main a.btn[href='/']")));
    }

    private static readonly DateOnly _today = new(2026, 3, 10);

    private static readonly string[] _pages =
        ["/office", "/office/stores", $"/office/stores/{StoreNumbers.Princeton}", "/office/touchpoints", "/office/comments"];

    [Fact]
    public async Task Only_the_office_comes_in()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var responses = await portal.Below.HasAsync(new Visit(StoreNumbers.Princeton, _today) { Recommend = 9 });
        var desk = portal.Browser();
        await desk.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));

        foreach (var page in _pages.Append($"/office/responses/{responses[0]}").Append("/office/stores?handler=file"))
        {
            Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens(page)).Address, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await desk.Opens(page)).Status);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_first_page_says_what_moved_and_leads_to_what_is_behind_it(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        await portal.Below.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 2, Satisfaction = 2, Ease = 2, Comment = "The shelf was empty." }.Times(40),
            .. new Visit(StoreNumbers.Princeton, _today.AddDays(-30)) { Recommend = 10, Satisfaction = 5, Ease = 7 }.Times(40),
            .. new Visit(StoreNumbers.Oxford, _today) { Recommend = 9, Satisfaction = 5, Ease = 6, IsGenerated = true }.Times(7),
        ]);
        var marketing = await MarketingAsync(portal);

        var first = await marketing.Opens("/office");
        var store = await first.Follows(".movers a");
        var detractors = await first.Follows(".legend .detractor a");
        var response = await detractors.Follows(".voices a[href*='/responses/']");

        // 7 promoters less 40 detractors of 47: −70; 100 before.
        Assert.Equal("NPS −70 −170, real −86 to −46 47 answers", first.TextOf(".tile"));
        Assert.Contains("7 of these 47 responses were generated", first.Text, StringComparison.Ordinal);
        Assert.Equal("Foundry, Princeton 100 → −100 −200, real", first.TextOf(".movers li"));
        Assert.Equal($"/office/stores/{StoreNumbers.Princeton}", store.Address);
        Assert.Contains("not ranked", (await marketing.Opens("/office/stores")).Text, StringComparison.Ordinal);
        Assert.Equal("1 to 20 of 40", detractors.TextOf("nav.pages span"));
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Contains("The shelf was empty.", response.TextOf("blockquote"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_kept_from_page_to_page()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.HasAsync(new Visit(StoreNumbers.Oxford, new DateOnly(2026, 2, 3)) { Recommend = 9, Comment = "Good." }.Times(50));
        var marketing = await MarketingAsync(portal);

        var store = await marketing.Opens($"/office?from=2026-02-01&to=2026-02-28&store={StoreNumbers.Oxford}");
        var comments = await store.Follows("header a[href^='/office/comments']");
        var second = await comments.Follows("a[rel=next]");
        var spanish = await second.Follows("a[hreflang=es]");

        Assert.Equal($"/office/stores/{StoreNumbers.Oxford}?from=2026-02-01&to=2026-02-28", store.Address);
        Assert.Equal($"/office/comments?from=2026-02-01&to=2026-02-28&store={StoreNumbers.Oxford}&page=2", second.Address);
        Assert.Equal("21 to 40 of 50", second.TextOf("nav.pages span"));
        Assert.Equal("21 a 40 de 50", spanish.TextOf("nav.pages span"));
        Assert.Contains("febrero de 2026", spanish.TextOf("p.lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stores_are_sorted_found_and_downloaded()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.HasAsync(
        [
            .. new Visit(StoreNumbers.Princeton, _today) { Recommend = 9 }.Times(30),
            .. new Visit(StoreNumbers.Oxford, _today) { Recommend = 2 }.Times(31),
        ]);
        var marketing = await MarketingAsync(portal);

        var list = await marketing.Opens("/office/stores");
        var other = await list.Follows("th[aria-sort=descending] a");
        var found = await marketing.Opens("/office/stores?text=oxf");
        var file = await found.Follows("a[href*='handler=file']");

        Assert.Equal("Foundry, Princeton", list.TextOf("tbody th"));
        Assert.Equal("Mill Creek, Oxford", other.TextOf("tbody th"));
        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal("text/csv", file.Type);
        Assert.Contains($"\n{StoreNumbers.Oxford},\"Mill Creek, Oxford\",Oxford,31,0,31,-100,", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Princeton", file.Body, StringComparison.Ordinal);
    }

    /// <summary>Whatever stands in the address: the page answers, and says so where it did not understand.</summary>
    [Theory]
    [EveryDatabase("from=abc", true)]
    [EveryDatabase("from=2026-02-31&to=2026-02-01", true)]
    [EveryDatabase("from=0001-01-01&to=9999-12-31", true)]
    [EveryDatabase("from=9999-12-31", false)]
    [EveryDatabase("to=2000-01-01", true)]
    [EveryDatabase("from=2026-03-09&to=2026-03-01", false)]
    [EveryDatabase("days=-7", true)]
    [EveryDatabase("days=99999999999", true)]
    [EveryDatabase("store=999999", true)]
    [EveryDatabase("store=-1", true)]
    [EveryDatabase("store=1%20OR%201=1", true)]
    [EveryDatabase("page=-1", false)]
    [EveryDatabase("page=2147483647", false)]
    [EveryDatabase("page=x&sort=drop&order=sideways&band=99&show=%00", false)]
    [EveryDatabase("text=%25_%5B%5D%5C%27%22%3B--&touchpoint=%27%7C%25", false)]
    [EveryDatabase("text=%00%01%ED%A0%80%F0%9F%98%80", false)]
    [EveryDatabase("text=a&text=b&store=&from=&to=&band=", false)]
    public async Task Nothing_in_the_address_breaks_a_page(DatabaseKind database, string query, bool isNotUnderstood)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        await portal.Below.HasAsync(new Visit(StoreNumbers.Princeton, _today) { Recommend = 9, Comment = "Good." });
        var marketing = await MarketingAsync(portal);

        foreach (var page in _pages)
        {
            var answer = await marketing.Opens($"{page}?{query}");

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(isNotUnderstood, answer.Has(".panel[role=status]"));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var open = await portal.Below.HasAsync(new Visit(StoreNumbers.Princeton, _today) { OpenAfter = ["recommend"] });
        var marketing = await MarketingAsync(portal);

        foreach (var page in (string[])["/office/stores/999999", "/office/stores/-1", "/office/stores/x", $"/office/responses/{Guid.NewGuid()}", $"/office/responses/{open[0]}", "/office/responses/x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await marketing.Opens(page)).Status);
        }
    }

    [Fact]
    public async Task An_empty_office_says_what_to_do()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var marketing = await MarketingAsync(portal);

        foreach (var page in _pages.Where(p => p != "/office/stores"))
        {
            Assert.True((await marketing.Opens(page)).Has(".empty a.btn"), page);
        }

        Assert.Contains("not enough answers yet", (await marketing.Opens("/office/stores")).Text, StringComparison.Ordinal);
    }

    private static async Task<BrowserForTests> MarketingAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }
}
