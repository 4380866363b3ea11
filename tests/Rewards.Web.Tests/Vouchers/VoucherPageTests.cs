using System.Net;
using Rewards.Domain.Vouchers;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

public class VoucherPageTests
{
    [Theory, EveryDatabase]
    public async Task Whoever_has_the_voucher_sees_what_is_left_on_it(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        await desk.TakesPart(voucher, "2.50");

        var page = await desk.Portal.Browser().Opens("/v/" + voucher.Code);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("$2.50", page.TextOf(".ticket-value"));
        Assert.Equal(voucher.Code, page.TextOf(".ticket-code"));
        Assert.True(page.Has(".qr svg"));
        Assert.True(page.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_used_and_an_expired_voucher_say_so_and_have_nothing_to_scan()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var (used, old) = (await desk.VoucherAsync(), await desk.VoucherAsync());
        await desk.TakesAll(used);
        desk.Portal.Below.Clock.Advance(TimeSpan.FromDays(61));
        var shopper = desk.Portal.Browser();

        var usedPage = await shopper.Opens("/v/" + used.Code);
        var oldPage = await shopper.Opens("/v/" + old.Code);

        Assert.Contains("used up", usedPage.TextOf("h1"), StringComparison.Ordinal);
        Assert.Contains("has ended", oldPage.TextOf("h1"), StringComparison.Ordinal);
        Assert.False(usedPage.Has(".qr"));
        Assert.False(oldPage.Has(".qr"));
    }

    [Fact]
    public async Task Guesses_get_one_answer_and_soon_none_and_keep_nobody_from_their_voucher()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var guesser = desk.Portal.Browser("198.51.100.66");

        var slip = await guesser.Opens("/v/8CM6-A9N6");
        var guesses = new List<PageForTests>();
        for (var i = 0; i < 5; i++)
        {
            guesses.Add(await guesser.Opens("/v/" + VoucherCode.Create()));
        }

        var after = await guesser.Opens("/v/" + VoucherCode.Create());
        var owner = await guesser.Opens("/v/" + voucher.Code);
        Assert.Single(guesses.Append(slip).Select(p => p.Text).Distinct());
        Assert.All(guesses.Append(slip), p => Assert.Equal(HttpStatusCode.NotFound, p.Status));
        Assert.Equal(HttpStatusCode.TooManyRequests, after.Status);
        Assert.Equal(HttpStatusCode.OK, owner.Status);
    }
}
