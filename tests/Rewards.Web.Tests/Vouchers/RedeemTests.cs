using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

public class RedeemTests
{
    [Theory, EveryDatabase]
    public async Task A_scan_shows_the_voucher_and_one_tap_takes_all_of_it(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();

        var shown = await desk.Scans(voucher.Code.ToLowerInvariant().Replace('-', ' '));
        var before = await desk.Portal.Below.BalanceAsync(voucher);
        var taken = await shown.Submits("button[name=all]");

        Assert.Equal(500, before.Balance);
        Assert.Equal("$5.00", shown.TextOf(".amount"));
        Assert.StartsWith("/store/redeem?done=", Assert.Single(taken.Redirects), StringComparison.Ordinal);
        Assert.Equal("ok", taken.Document.QuerySelector(".result")!.GetAttribute("data-result"));
        Assert.Equal("$5.00", taken.TextOf(".result .amount"));
        Assert.True(taken.Has("#code[autofocus][data-focus]"));
        Assert.Equal((0, 0), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task The_last_result_is_there_again_when_the_page_is_loaded_again_and_takes_nothing_more()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var taken = await desk.TakesPart(voucher, "1.25");

        var again = await desk.Browser.Opens(taken.Address);

        Assert.Equal(taken.TextOf(".result"), again.TextOf(".result"));
        Assert.Equal((375, 375), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Theory]
    [InlineData("2.50", 250)]
    [InlineData("2,50", 250)]
    [InlineData("$2.50", 250)]
    [InlineData("5", 500)]
    public async Task A_part_is_taken_as_a_cashier_types_it(string typed, int cents)
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();

        await desk.TakesPart(voucher, typed);

        Assert.Equal((500 - cents, 500 - cents), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Theory]
    [InlineData("-1", 422, "more than nothing")]
    [InlineData("0", 422, "more than nothing")]
    [InlineData("0.00", 422, "more than nothing")]
    [InlineData("two", 422, "no amount of money")]
    [InlineData("1,000", 409, "Only $5.00 is left")]
    [InlineData("1.000", 422, "no amount of money")]
    [InlineData("", 422, "how much to take")]
    [InlineData("5.01", 409, "Only $5.00 is left")]
    [InlineData("99999999999999999999", 409, "Only $5.00 is left")]
    public async Task An_amount_that_cannot_be_taken_is_refused_by_name(string typed, int status, string words)
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();

        var page = await desk.TakesPart(voucher, typed);

        Assert.Equal(status, (int)page.Status);
        Assert.Equal("no", page.Document.QuerySelector(".result")!.GetAttribute("data-result"));
        Assert.Contains(words, page.TextOf(".result"), StringComparison.Ordinal);
        Assert.True(page.Has("button[name=all]"), "the voucher stays on the desk");
        Assert.Equal((500, 500), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task A_voucher_of_another_store_is_refused_and_says_which()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite, onlyAtThisStore: true);
        var here = await desk.VoucherAsync();
        var elsewhere = await desk.VoucherAsync(StoreNumbers.Oxford);
        var form = await desk.Scans(here);

        var looked = await desk.Scans(elsewhere);
        var forced = await form.Submits("button[name=all]", ("code", elsewhere.Code), ("all", "500"));

        foreach (var page in (PageForTests[])[looked, forced])
        {
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains($"store {StoreNumbers.Oxford} only", page.TextOf(".result"), StringComparison.Ordinal);
            Assert.False(page.Has("button[name=all]"));
        }

        Assert.Equal((500, 500), await desk.Portal.Below.BalanceAsync(elsewhere));
    }

    [Fact]
    public async Task A_used_voucher_says_when_and_where_it_was_used()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        await desk.TakesAll(voucher);

        var page = await desk.Scans(voucher);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Used already", page.TextOf(".result"), StringComparison.Ordinal);
        Assert.Contains("Foundry, Princeton", page.TextOf(".result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voucher_whose_last_day_is_over_is_refused()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        desk.Portal.Below.Clock.Advance(TimeSpan.FromDays(61));

        var page = await desk.Scans(voucher);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Too old", page.TextOf(".result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_voucher_is_refused_by_name_and_guessing_ends_soon_and_keeps_nobody_from_theirs()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();

        var slip = await desk.Scans("8CM6-A9N6");
        var receipt = await desk.Scans(desk.Portal.Below.Code());
        var guesses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            guesses.Add((await desk.Scans(VoucherCode.Create())).Status);
        }

        var after = await desk.Scans(VoucherCode.Create());
        var good = await desk.Scans(voucher);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, receipt.Status);
        Assert.Contains("code of a receipt", receipt.TextOf(".result"), StringComparison.Ordinal);
        Assert.All(guesses, status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (after.Status, good.Status));
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_twice_takes_once_and_both_see_it(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        var shown = await desk.Scans(voucher);

        var pages = await Task.WhenAll(
            shown.Submits("#amount", ("amount", "2")), shown.Submits("#amount", ("amount", "2")), shown.Submits("#amount", ("amount", "2.00")));

        Assert.Single(pages.Select(p => p.Address).Distinct());
        Assert.Equal((300, 300), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task A_form_that_was_sent_before_cannot_take_another_amount()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var shown = await desk.Scans(voucher);
        await shown.Submits("#amount", ("amount", "2"));

        var backAndAll = await shown.Submits("button[name=all]");

        Assert.Equal(HttpStatusCode.Conflict, backAndAll.Status);
        Assert.Contains("Nothing was taken now", backAndAll.TextOf(".result"), StringComparison.Ordinal);
        Assert.Equal((300, 300), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Two_hundred_at_once_take_exactly_the_balance(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        var shown = await desk.Scans(voucher);

        var pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            shown.Submits("#amount", ("amount", "0.05"), ("key", $"one-of-many-{i}")))));

        Assert.Equal(100, pages.Count(p => p.Status == HttpStatusCode.OK));
        Assert.Equal(100, pages.Count(p => p.Status == HttpStatusCode.Conflict));
        Assert.Equal((0, 0), await desk.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task The_link_of_the_voucher_brings_staff_to_the_desk()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();

        var page = await desk.Browser.Opens("/v/" + voucher.Code);

        Assert.Equal(["/store/redeem?code=" + voucher.Code], page.Redirects);
        Assert.True(page.Has("button[name=all]"));
    }

    [Fact]
    public async Task A_result_of_another_store_is_not_shown()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var taken = await desk.TakesAll(await desk.VoucherAsync());
        var other = await desk.ColleagueAsync(StaffRole.Staff, StoreNumbers.Oxford);

        var page = await other.Opens(taken.Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has(".result"));
    }

    [Fact]
    public async Task The_desk_speaks_Spanish()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        await desk.Browser.Opens("/store/redeem?lang=es");

        var taken = await desk.TakesPart(voucher, "2,50");

        Assert.Contains("Canjeado $2.50", taken.TextOf(".result"), StringComparison.Ordinal);
        Assert.DoesNotContain("[", taken.Text, StringComparison.Ordinal);
    }
}
