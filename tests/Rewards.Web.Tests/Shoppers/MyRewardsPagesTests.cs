using System.Net;
using Rewards.Domain.Shoppers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Shoppers;

public class MyRewardsPagesTests
{
    private const string Ana = "ana@example.com";

    private static PortalSetup Setup => new()
    {
        Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()],
        Settings = { ["Portal:Url"] = "https://feedback.fairview.example" },
    };

    [Theory, EveryDatabase]
    public async Task A_shopper_signs_in_by_mail_sees_what_was_earned_gives_a_name_and_signs_out(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup);
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), Ana);
        await portal.Mail.MailTo(Ana);
        var browser = portal.Browser();

        var asked = await (await browser.Opens("/my")).Submits("main form", ("email", Ana));
        Assert.Contains("Look in your mailbox", asked.Text, StringComparison.Ordinal);
        var link = await LinkAsync(portal);

        var scanned = await portal.Browser("198.51.100.7").Opens(link);
        Assert.Contains(Ana, scanned.Text, StringComparison.Ordinal);

        var mine = await (await browser.Opens(link)).Submits("main form");
        Assert.Equal("/my", mine.Address);
        Assert.Equal(["50", "good until 30 April 2026"], [mine.TextOf("#points .n"), mine.TextOf("#points .ci")]);
        Assert.Contains("What ends first is spent first", mine.TextOf("#points"), StringComparison.Ordinal);
        Assert.Contains("+50 Feedback for Foundry, Princeton", mine.TextOf("#lines"), StringComparison.Ordinal);
        Assert.Contains("Your first feedback in 7 days. Left of March 2026: 50.", mine.TextOf("#lines"), StringComparison.Ordinal);
        Assert.Contains("Good until 9 May 2026, any store.", mine.TextOf("#vouchers"), StringComparison.Ordinal);
        Assert.Equal(32, mine.TextOf("#entries code").Length);
        Assert.Equal(HttpStatusCode.OK, (await mine.Follows("#vouchers a")).Status);

        var refused = await (await mine.Follows("#name a")).Submits("main form", ("firstName", "Ana"), ("lastName", ""), ("town", "Oxford"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Has(".errors a[href='#lastName']")));
        var named = await refused.Submits("main form", ("lastName", "Núñez"));
        Assert.Contains("Ana N., Oxford", named.TextOf("#name"), StringComparison.Ordinal);

        var gone = await named.Submits(".bar form");
        Assert.True(gone.Has("main input[name=email]"));
        Assert.True((await browser.Opens("/my")).Has("main input[name=email]"));
        Assert.Equal("/my", (await browser.Opens("/my/name")).Address);
    }

    [Fact]
    public async Task A_link_is_used_once_and_then_says_what_to_do()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), Ana);
        await portal.Below.AsksForLink(Ana);
        var link = await LinkAsync(portal);
        var (mine, another) = (portal.Browser(), portal.Browser());
        var (first, second) = (await mine.Opens(link), await another.Opens(link));

        Assert.Equal("/my", (await first.Submits("main form")).Address);
        var late = await second.Submits("main form");
        Assert.Equal((HttpStatusCode.NotFound, true), (late.Status, late.Has("main a.btn[href='/my']")));
        Assert.Equal(HttpStatusCode.NotFound, (await another.Opens(link)).Status);
        Assert.True((await another.Opens("/my")).Has("main input[name=email]"));
    }

    [Fact]
    public async Task Who_is_not_known_sees_the_same_page()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), Ana);

        var known = await (await portal.Browser().Opens("/my")).Submits("main form", ("email", Ana));
        var unknown = await (await portal.Browser().Opens("/my")).Submits("main form", ("email", "ben@example.com"));

        Assert.Equal((known.Status, known.Address, known.Text), (unknown.Status, unknown.Address, unknown.Text));
    }

    [Fact]
    public async Task A_client_asks_for_ten_links_and_then_waits()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);
        var browser = portal.Browser();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await (await browser.Opens("/my")).Submits("main form", ("email", $"shopper{i}@example.com"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await (await browser.Opens("/my")).Submits("main form", ("email", Ana))).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.Browser("198.51.100.7").Opens("/my")).Submits("main form", ("email", Ana))).Status);
    }

    [Fact]
    public async Task What_signs_a_shopper_in_or_out_comes_from_a_form_of_this_portal()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);
        await portal.Below.Shopper.GivesFeedback(portal.Below.Code(), Ana);
        await portal.Below.AsksForLink(Ana);
        var link = await LinkAsync(portal);
        var browser = portal.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Posts(link)).Status);
        await (await browser.Opens(link)).Submits("main form");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Posts("/my/sign-out")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Posts("/my/name", ("firstName", "A"), ("lastName", "B"), ("town", "C"))).Status);
        Assert.Null(Assert.Single(await portal.Below.AllAsync<Shopper>()).FirstName);
    }

    [Theory]
    [InlineData("en", "7 days after the purchase")]
    [InlineData("es", "7 días después de la compra")]
    public async Task One_page_says_whether_the_site_is_real_what_is_kept_and_where_help_is(string language, string words)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);

        var page = await portal.Browser(language: language).Opens("/about");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(["h2#real", "h2#privacy", "h2#help"], id => Assert.True(page.Has(id)));
        Assert.Contains("https://feedback.fairview.example", page.Text, StringComparison.Ordinal);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[", page.Text, StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(PortalOnLoopback portal)
    {
        var mail = await portal.Mail.MailTo(Ana, "link");
        var (id, signature) = mail.SignInLink();
        Assert.Contains($"https://feedback.fairview.example/my/link/{id}/{signature}", mail.Text, StringComparison.Ordinal);
        return $"/my/link/{id}/{signature}";
    }
}
