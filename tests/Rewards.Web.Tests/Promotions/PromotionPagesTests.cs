using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Promotions;

/// <summary>Marketing writes a promotion, tries it, lets it run and stops it, by forms alone.</summary>
public class PromotionPagesTests
{
    private static readonly PortalSetup _none = new() { Promotions = [] };

    [Theory, EveryDatabase]
    public async Task A_draft_is_written_tried_published_paused_resumed_and_ended_and_gives_only_while_it_runs(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, _none);
        var marketing = await MarketingAsync(portal);
        var below = portal.Below;
        await below.Shopper.GivesFeedback(below.Code(), email: "ana@example.com");

        var draft = await (await marketing.Opens("/office/promotions")).Submits(".head form button");
        var page = draft.Address;
        var tried = await draft.Submits("button[value=try]", ("name", "Thirty for Tuesday"), ("amount", "30"), ("startsOn", "2026-03-10"), ("budgetCents", "50"));
        Assert.Contains("Responses: 1.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("$1.05", tried.Text, StringComparison.Ordinal);
        Assert.Equal([], await GivenAsync());

        var asked = await tried.Submits("button[value=check]");
        Assert.Equal(PromotionState.Draft, (await below.AllAsync<Promotion>()).Single().State);
        var running = await asked.Submits("button[value=publish]");
        Assert.Equal($"{page}?done=publish", running.Address);
        Assert.Equal([30], await GivenAsync());

        var paused = await running.Submits("button[value=pause]");
        Assert.Equal([], await GivenAsync());
        var resumed = await paused.Submits("button[value=resume]");
        Assert.Equal([30], await GivenAsync());
        await (await resumed.Submits("button[value=ask-end]")).Submits("button[value=end]");
        Assert.Equal([], await GivenAsync());
        Assert.Equal(PromotionState.Ended, (await below.AllAsync<Promotion>()).Single().State);

        var copy = await (await marketing.Opens(page)).Submits("button[value=copy]");
        Assert.Equal("Copy of Thirty for Tuesday", copy.TextOf("h1"));

        async Task<IEnumerable<int>> GivenAsync()
        {
            var code = below.Code();
            await below.Shopper.GivesFeedback(code, email: $"s{Guid.NewGuid():n}@example.com");
            return (await below.Shopper.Sees(code)).Awards.Select(a => a.Amount);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_each_field_and_nothing_is_saved()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var draft = await (await (await MarketingAsync(portal)).Opens("/office/promotions")).Submits(".head form button");

        var refused = await draft.Submits(
            "button[value=save]",
            ("name", ""), ("kind", "Voucher"), ("amount", "1,0000"), ("voucherDays", ""), ("startsOn", "soon"), ("endsOn", "2026-13-40"), ("stores", "27, 9999"),
            ("fromHour", "24"), ("oneIn", "0"), ("ShopperCount", "x"), ("StoreCount", "5"), ("StorePeriod", "days"), ("StoreDays", "400"), ("budgetCents", "-5"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var field in (string[])["name", "amount", "voucherDays", "startsOn", "endsOn", "stores", "fromHour", "oneIn", "ShopperCount", "StoreDays", "budgetCents"])
        {
            Assert.True(refused.Has($"#{field}[aria-invalid=true]") && refused.Has($"#{field}-err") && refused.Has($".errors a[href='#{field}']"), field);
        }

        Assert.Equal(0, Assert.Single(await portal.Below.AllAsync<Promotion>()).Version);
    }

    [Fact]
    public async Task A_draft_is_discarded_once_that_was_confirmed_and_what_runs_is_not()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var marketing = await MarketingAsync(portal);
        var asked = await (await (await marketing.Opens("/office/promotions")).Submits(".head form button")).Submits("button[value=ask-discard]");
        Assert.Single(await portal.Below.AllAsync<Promotion>());

        var draft = await marketing.Opens(asked.Address);
        await (await draft.Submits("button[value=check]")).Submits("button[value=publish]");
        var refused = await asked.Submits("button[value=discard]");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Single(await portal.Below.AllAsync<Promotion>());

        var other = await (await marketing.Opens("/office/promotions")).Submits(".head form button");
        var list = await (await other.Submits("button[value=ask-discard]")).Submits("button[value=discard]");
        Assert.Equal("/office/promotions", list.Address);
        Assert.Equal(PromotionState.Running, Assert.Single(await portal.Below.AllAsync<Promotion>()).State);
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_what_is_published_is_changed_no_more()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var marketing = await MarketingAsync(portal);
        var draft = await (await marketing.Opens("/office/promotions")).Submits(".head form button");
        await draft.Submits("button[value=save]", ("name", "First"));

        Assert.Equal(HttpStatusCode.Conflict, (await draft.Submits("button[value=save]", ("name", "Second"))).Status);
        await (await (await marketing.Opens(draft.Address)).Submits("button[value=check]")).Submits("button[value=publish]");
        Assert.Equal(HttpStatusCode.Conflict, (await draft.Submits("button[value=save]", ("name", "Third"), ("version", "2"))).Status);

        Assert.Equal("First", Assert.Single(await portal.Below.AllAsync<Promotion>()).Name);
        Assert.Equal(HttpStatusCode.NotFound, (await marketing.Opens("/office/promotions/4711")).Status);
        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens("/office/promotions")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_second_sees_what_was_saved_beside_what_they_typed_before_it_is_overwritten()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var marketing = await MarketingAsync(portal);
        var draft = await (await marketing.Opens("/office/promotions")).Submits(".head form button");
        await draft.Submits("button[value=save]", ("name", "Theirs"), ("amount", "75"), ("budgetCents", "500"));

        // A slip in between shows nothing of theirs, and so must not let them be overwritten.
        var slip = await draft.Submits("button[value=save]", ("name", "Mine"), ("amount", "seventy-five"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.Status);
        var told = await slip.Submits("button[value=save]", ("amount", "75"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal(
            ["Name Theirs Mine", "Money, in dollars 500 –"],
            told.Document.QuerySelectorAll("#differences tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));
        Assert.Equal("Mine", told.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("Theirs", Assert.Single(await portal.Below.AllAsync<Promotion>()).Name);
        await told.Submits("button[value=save]");
        Assert.Equal("Mine", Assert.Single(await portal.Below.AllAsync<Promotion>()).Name);
    }

    [Theory]
    [InlineData("try-7")]
    [InlineData("try-90")]
    [InlineData("copy")]
    public async Task Trying_or_copying_a_draft_saves_what_stands_in_its_fields(string step)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var draft = await (await (await MarketingAsync(portal)).Opens("/office/promotions")).Submits(".head form button");

        var page = await draft.Submits($"button[value={step}]", ("name", "Typed a moment ago"), ("amount", "77"));

        var first = (await portal.Below.AllAsync<Promotion>()).MinBy(p => p.Id)!;
        Assert.Equal("Typed a moment ago", first.Name);
        Assert.Contains("77", first.Rule, StringComparison.Ordinal);
        Assert.Equal(step == "copy" ? "Copy of Typed a moment ago" : "Typed a moment ago", page.TextOf("h1"));
        Assert.Equal(step != "copy", page.Text.Contains("Responses: 0.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("perDollar", "perDollar", "2")]
    [InlineData("toHour", "toHour", "10")]
    [InlineData("departments", "departments", "Bakery|Deli")]
    [InlineData("surveys", null, "no-such-survey")]
    [InlineData("budgetCents", "budgetCents", "30,000,000.50")]
    public async Task What_cannot_be_meant_is_refused_beside_its_field(string name, string? field, string typed)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var draft = await (await (await MarketingAsync(portal)).Opens("/office/promotions")).Submits(".head form button");

        var refused = await draft.Submits("button[value=save]", ("amount", "50"), ("fromHour", "10"), (name, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has($".errors a[href='#{name}']"));
        Assert.True(field is null || refused.Has($"#{field}-err"));
        Assert.Equal(0, Assert.Single(await portal.Below.AllAsync<Promotion>()).Version);
    }

    [Fact]
    public async Task A_budget_is_read_with_its_thousands_apart()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _none);
        var draft = await (await (await MarketingAsync(portal)).Opens("/office/promotions")).Submits(".head form button");

        await draft.Submits("button[value=save]", ("budgetCents", "1,000.50"));

        Assert.Equal(100_050, Assert.Single(await portal.Below.AllAsync<Promotion>()).BudgetCents);
    }

    private static async Task<BrowserForTests> MarketingAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }
}
