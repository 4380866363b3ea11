using System.Net;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Api;
using Rewards.Web.Tests.Shoppers;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

/// <summary>The office finds a voucher, reads its story, makes it void, and issues a lost one anew.</summary>
public class VoucherStoryTests
{
    [Theory, EveryDatabase]
    public async Task A_voucher_tells_what_it_was_issued_for_and_who_took_from_it(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var below = till.Portal.Below;
        var voucher = await below.VoucherAsync();
        var undone = await till.Redeems(voucher, 400);
        await till.Posts($"/api/v1/redemptions/{undone["redemptionId"].GetGuid()}/reversal", new { reason = "wrong-amount", supervisor = "Luz" });
        below.Clock.Advance(TimeSpan.FromMinutes(1));
        var desk = await below.CashierAsync(StoreNumbers.Oxford);
        _ = (await desk.Redeems(voucher.Code, 250)).Value;
        await till.Posts($"/api/v1/vouchers/{voucher.Code}/holds", new { seconds = 60 });
        var office = await ShopperStoryTests.OfficeAsync(till.Portal);

        var story = await FindsAsync(office, voucher.Code);

        Assert.Equal($"Voucher …{voucher.Code[^4..]}", story.TextOf("h1"));
        Assert.DoesNotContain(voucher.Code, story.Body, StringComparison.Ordinal);
        Assert.Equal(["$7.50"], story.Document.QuerySelectorAll(".tile .n").Select(n => n.TextContent).Take(1));
        Assert.Equal(["$2.50 $7.50", "$4.00 $6.00"], story.Document.QuerySelectorAll("#takings tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td.num").Select(c => c.TextContent))));
        string[] said = ["Mill Creek, Oxford", "at the desk", "Foundry, Princeton, register 3", "Ana, by the key of Till", "Undone", "Luz: Wrong amount"];
        Assert.All(said, words => Assert.Contains(words, story.TextOf("#takings"), StringComparison.Ordinal));
        Assert.Contains("Helduntil", story.TextOf("#terms"), StringComparison.Ordinal);
        Assert.Contains("by Till", story.TextOf("#terms"), StringComparison.Ordinal);
        Assert.Contains("five-dollar-voucher", story.TextOf("#source"), StringComparison.Ordinal);
        var feedback = await story.Follows("#source a");
        Assert.Equal(HttpStatusCode.OK, feedback.Status);

        var reference = feedback.TextOf("dd code");
        Assert.Equal(story.Address, (await FindsAsync(office, reference)).Address);
        Assert.Equal(story.Address, (await FindsAsync(office, "…" + voucher.Code[^4..].ToLowerInvariant())).Address);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("ZZZZ", HttpStatusCode.NotFound)]
    [InlineData("R-0000-0000", HttpStatusCode.NotFound)]
    [InlineData("1234-5678", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_voucher_is_not_found(string typed, HttpStatusCode status)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var page = await FindsAsync(await ShopperStoryTests.OfficeAsync(portal), typed);

        Assert.Equal((status, true), (page.Status, page.Has(".errors a[href='#code']")));
    }

    [Fact]
    public async Task Guessed_codes_count_in_the_office_as_everywhere()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var office = await ShopperStoryTests.OfficeAsync(portal);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 30 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            answers.Add((await FindsAsync(office, VoucherCode.Create())).Status);
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (answers[0], answers[^1]));
    }

    [Theory, EveryDatabase]
    public async Task A_void_voucher_is_worth_nothing_and_says_why_and_who(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        await desk.TakesPart(voucher, "2");
        var office = await ShopperStoryTests.OfficeAsync(desk.Portal);
        var story = await FindsAsync(office, voucher.Code);

        var asked = await story.Follows("a[href$='/void']");
        Assert.Contains("$3.00", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asked.Submits("main form")).Status);
        Assert.Equal((300, 300), await desk.Portal.Below.BalanceAsync(voucher));

        var done = await asked.Submits("main form", ("reason", "Fraud"));
        Assert.Contains("The voucher is void", done.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("It is in hands it was not given to", done.TextOf("#voided"), StringComparison.Ordinal);
        Assert.Contains("What was left$3.00", done.TextOf("#voided"), StringComparison.Ordinal);
        Assert.False(done.Has("a[href$='/void']"));
        Assert.Equal(HttpStatusCode.Conflict, (await asked.Submits("main form", ("reason", "Lost"))).Status);
        Assert.Equal("voucher-void", (await desk.Portal.Below.CallAsync<LookUpVoucher, Domain.Outcome<VoucherAtDesk>>(
            u => u.RunAsync(voucher.Code, new StaffAtStore(Guid.NewGuid(), StoreNumbers.Princeton, "desk"), default))).Value.Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_voucher_dies_and_the_new_one_is_shown_once_worth_what_was_left(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var lost = await desk.VoucherAsync();
        await desk.TakesPart(lost, "1.50");
        var office = await ShopperStoryTests.OfficeAsync(desk.Portal, StaffRole.Administrator);

        var asked = await (await FindsAsync(office, lost.Code)).Follows("a[href$='/reissue']");
        Assert.False(asked.Has("button[value=Mailed]"));
        var shown = await asked.Submits("button[value=Shown]");
        var code = shown.TextOf(".ticket-code");

        Assert.Contains("$3.50", shown.TextOf(".ticket-value"), StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await asked.Submits("button[value=Shown]")).Status);
        Assert.Equal([350, 500], (await desk.Portal.Below.AllAsync<Voucher>()).Select(v => v.ValueCents).Order());
        var story = await FindsAsync(office, code);
        Assert.DoesNotContain(code, story.Body, StringComparison.Ordinal);
        var dead = await story.Follows("#source a[href^='/office/vouchers/']");
        Assert.Equal($"Voucher …{lost.Code[^4..]}", dead.TextOf("h1"));
        Assert.Equal(story.Address, (await dead.Follows("#voided a")).Address);
        Assert.Contains("$3.50", (await desk.Scans(code)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Scans(lost)).Status);
    }

    [Fact]
    public async Task To_an_owner_with_an_address_it_is_mailed_and_no_code_is_seen()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), email: "ana@example.com");
        var lost = Assert.Single(await portal.Below.AllAsync<Voucher>());
        var office = await ShopperStoryTests.OfficeAsync(portal);

        var asked = await office.Opens($"/office/vouchers/{lost.Id}/reissue");
        var done = await asked.Submits("button[value=Mailed]");

        Assert.Contains("on its way to its owner by mail", done.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("a…@example.com", done.TextOf("#source"), StringComparison.Ordinal);
        Assert.False(done.Has(".ticket-code"));
        var mail = await portal.Mail.MailTo("ana@example.com", "Your new voucher");
        Assert.Contains("The lost one is no longer good.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_void_already_says_since_when_and_what_stands_in_its_place_and_is_not_asked_about()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), email: "ana@example.com");
        var lost = Assert.Single(await portal.Below.AllAsync<Voucher>());
        var office = await ShopperStoryTests.OfficeAsync(portal);
        var asked = await office.Opens($"/office/vouchers/{lost.Id}/reissue");
        var opened = await office.Opens($"/office/vouchers/{lost.Id}/void");
        await asked.Submits("button[value=Mailed]");
        var another = (await portal.Below.AllAsync<Voucher>()).Single(v => v.ReplacesId == lost.Id);

        PageForTests[] pages =
        [
            await asked.Submits("button[value=Shown]"), await opened.Submits("main form", ("reason", "Fraud")),
            await office.Opens($"/office/vouchers/{lost.Id}/void"), await office.Opens($"/office/vouchers/{lost.Id}/reissue"),
        ];

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK], pages.Select(p => p.Status));
        Assert.All(pages, page =>
        {
            Assert.Contains("It was made void on 10 March 2026", page.TextOf("#over"), StringComparison.Ordinal);
            Assert.True(page.Has($"#over a[href='/office/vouchers/{another.Id}']"));
            Assert.False(page.Has("main form"));
            Assert.DoesNotContain("$0.00 are gone", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_cashier_whom_the_till_names_is_shown_whole()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await till.Portal.Below.VoucherAsync();
        await till.Redeems(voucher, 100, cashier: "Ana@Lane 3");
        var office = await ShopperStoryTests.OfficeAsync(till.Portal);

        var story = await office.Opens($"/office/vouchers/{Assert.Single(await till.Portal.Below.AllAsync<Voucher>()).Id}");
        var books = await office.Opens($"/office/reconciliation?store={StoreNumbers.Princeton}");

        Assert.Contains("Ana@Lane 3", story.TextOf("#takings"), StringComparison.Ordinal);
        Assert.Contains("Ana@Lane 3", books.TextOf("tbody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/vouchers")]
    [InlineData("/office/vouchers/00000000-0000-0000-0000-000000000001")]
    [InlineData("/office/vouchers/00000000-0000-0000-0000-000000000001/void")]
    [InlineData("/office/vouchers/00000000-0000-0000-0000-000000000001/reissue")]
    public async Task Only_the_office_comes_in(string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var supervisor = portal.Browser();
        await supervisor.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));

        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Opens(address)).Status);
        Assert.Equal(address.Contains("0001", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await (await ShopperStoryTests.OfficeAsync(portal)).Opens(address)).Status);
    }

    private static async Task<PageForTests> FindsAsync(BrowserForTests office, string typed) =>
        await (await office.Opens("/office/vouchers")).Submits("main form", ("code", typed));
}
