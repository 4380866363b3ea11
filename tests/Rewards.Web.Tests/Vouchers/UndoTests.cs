using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

public class UndoTests
{
    private static readonly (string, string) _wrongAmount = ("reason", nameof(ReversalReason.WrongAmount));

    [Theory, EveryDatabase]
    public async Task A_supervisor_undoes_a_redemption_of_today_and_the_day_shows_both(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        await desk.TakesPart(voucher, "2.50");
        desk.Portal.Below.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.TakesPart(voucher, "1");
        var supervisor = await desk.ColleagueAsync(StaffRole.Supervisor);

        var asked = await (await supervisor.Opens("/store/today")).Follows("td a");
        var done = await asked.Submits("form[action^='/store/undo']", _wrongAmount);

        Assert.Equal(["$3.50", "$1.00", "$2.50"], done.Document.QuerySelectorAll(".tile .n").Select(n => n.TextContent));
        Assert.Contains("Wrong amount", done.TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.Equal(2, done.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal((250, 250), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task A_cashier_sees_the_day_and_can_undo_nothing()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var taken = await desk.TakesAll(await desk.VoucherAsync());

        var today = await desk.Browser.Opens("/store/today");
        var undo = await desk.Browser.Opens("/store/undo/" + IdOf(taken));

        Assert.Single(today.Document.QuerySelectorAll("tbody tr"));
        Assert.False(today.Has("td a"));
        Assert.Equal(HttpStatusCode.Forbidden, undo.Status);
    }

    [Fact]
    public async Task The_list_tells_no_whole_code()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        await desk.TakesPart(voucher, "1");

        var today = await desk.Browser.Opens("/store/today");

        Assert.Contains("…" + voucher.Code[^4..], today.TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.DoesNotContain(voucher.Code, today.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(voucher.Code[..4], today.TextOf("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_undone_twice()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var undo = "/store/undo/" + IdOf(await desk.TakesAll(voucher));
        var asked = await (await desk.ColleagueAsync(StaffRole.Supervisor)).Opens(undo);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => asked.Submits("form[action^='/store/undo']", _wrongAmount)));

        Assert.Single(pages, p => p.Status == HttpStatusCode.OK);
        Assert.Equal(7, pages.Count(p => p.Status == HttpStatusCode.Conflict && p.TextOf(".errors").Contains("undone already", StringComparison.Ordinal)));
        Assert.Equal((500, 500), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task Whoever_redeemed_does_not_undo_it()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var supervisor = await desk.ColleagueAsync(StaffRole.Supervisor);
        var shown = await supervisor.Opens("/store/redeem?code=" + voucher.Code);
        var undo = "/store/undo/" + IdOf(await shown.Submits("button[name=all]"));

        var today = await supervisor.Opens("/store/today");
        var asked = await supervisor.Opens(undo);
        var other = await (await desk.ColleagueAsync(StaffRole.Supervisor)).Opens(undo);
        var page = await supervisor.Posts(undo, [.. other.Fields("form[action^='/store/undo']", _wrongAmount).Where(f => f.Name == "reason"), asked.Fields("form[action='/account/sign-out']").Single()]);

        Assert.False(today.Has("td a[href^='/store/undo']"));
        Assert.Contains("Another supervisor", today.TextOf("tbody"), StringComparison.Ordinal);
        Assert.False(asked.Has("form[action^='/store/undo']"));
        Assert.Contains("Whoever redeemed may not undo it", asked.TextOf(".errors"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Whoever redeemed may not undo it", page.TextOf(".errors"), StringComparison.Ordinal);
        Assert.Equal((0, 0), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task Yesterday_is_over()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var undo = "/store/undo/" + IdOf(await desk.TakesAll(voucher));
        var supervisor = await desk.ColleagueAsync(StaffRole.Supervisor);
        var asked = await supervisor.Opens(undo);
        desk.Portal.Below.Clock.Advance(TimeSpan.FromDays(1));

        var page = await asked.Submits("form[action^='/store/undo']", _wrongAmount);
        var yesterday = await (await supervisor.Opens("/store/today")).Follows("a[href*='day=']");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("on that day only", page.TextOf(".errors"), StringComparison.Ordinal);
        Assert.Single(yesterday.Document.QuerySelectorAll("tbody tr"));
        Assert.False(yesterday.Has("td a"));
        Assert.Equal((0, 0), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("BecauseISaySo")]
    public async Task A_reason_is_one_of_those_there_are(string reason)
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var undo = "/store/undo/" + IdOf(await desk.TakesAll(voucher));

        var page = await (await (await desk.ColleagueAsync(StaffRole.Supervisor)).Opens(undo))
            .Submits("form[action^='/store/undo']", ("reason", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(".errors a[href='#reason']"));
        Assert.Equal((0, 0), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task Another_store_s_redemption_is_not_there()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var undo = "/store/undo/" + IdOf(await desk.TakesAll(await desk.VoucherAsync()));
        var elsewhere = await desk.ColleagueAsync(StaffRole.Supervisor, StoreNumbers.Oxford);

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Opens(undo)).Status);
        Assert.True((await elsewhere.Opens("/store/today")).Has(".empty"));
    }

    [Fact]
    public async Task A_long_day_has_pages_and_its_sums_count_all_of_it()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var cashier = await desk.Portal.Below.CashierAsync();
        for (var i = 0; i < 60; i++)
        {
            desk.Portal.Below.Clock.Advance(TimeSpan.FromMinutes(1));
            _ = (await cashier.Redeems(voucher.Code, 2)).Value;
        }

        var first = await desk.Browser.Opens("/store/today");
        var second = await first.Follows("a[rel=next]");

        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(10, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("$1.20", second.TextOf(".tile .n"));
        Assert.Equal("12:00 PM", first.TextOf("tbody time"));
        Assert.False(second.Has("a[rel=next]"));
    }

    private static string IdOf(PageForTests taken) => taken.Address.Split("done=")[1];
}
