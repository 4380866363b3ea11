using System.Net;
using System.Text.RegularExpressions;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Account;

public partial class SignInTests
{
    [Theory, EveryDatabase(StaffRole.Staff, "/store/redeem"), EveryDatabase(StaffRole.Marketing, "/office")]
    public async Task Everyone_lands_where_they_work(DatabaseKind database, string role, string landing)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var colleague = await portal.HiresAsync(role, StaffRole.BelongsToStore(role) ? StoreNumbers.Princeton : null);

        var page = await portal.Browser().SignsIn(colleague);

        Assert.Equal([landing], page.Redirects);
    }

    [Fact]
    public async Task Whoever_opens_the_desk_signs_in_first_and_is_then_where_they_wanted()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);

        var asked = await portal.Browser().Opens("/store/today?day=2026-03-09");
        var there = await BrowserForTests.SignsIn(asked, cashier.Email, cashier.Password);

        Assert.StartsWith("/account/sign-in", asked.Address, StringComparison.Ordinal);
        Assert.Equal("/store/today?day=2026-03-09", there.Address);
        Assert.Equal(HttpStatusCode.OK, there.Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/store")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string elsewhere)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);

        var asked = await portal.Browser().Opens("/account/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        var page = await BrowserForTests.SignsIn(asked, cashier.Email, cashier.Password);

        Assert.Equal(["/store/redeem"], page.Redirects);
    }

    [Fact]
    public async Task An_email_without_an_account_is_answered_as_a_wrong_password_is_up_to_the_lockout()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);

        var known = await Tries(portal, cashier.Email);
        var unknown = await Tries(portal, "nobody@fairview.example");

        Assert.Equal(known, unknown);
        Assert.Equal([422, 422, 422, 422, 429, 429], known.Select(t => t.Status));
    }

    [Fact]
    public async Task A_lockout_says_until_when_and_holds_for_the_right_password()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        await Tries(portal, cashier.Email);

        var page = await portal.Browser().SignsIn(cashier);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Matches(@"waits until \d+ \w+ \d{4}, \d+:\d\d", page.TextOf(".errors"));
    }

    [Fact]
    public async Task One_client_may_try_only_so_often_whatever_the_account()
    {
        await using var portal = await PortalOnLoopback.StartAsync(
            DatabaseKind.Sqlite, new PortalSetup { Settings = { ["Throttle:SignInsPerMinute"] = "3" } });
        var form = await portal.Browser("198.51.100.7").Opens("/account/sign-in");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add((await BrowserForTests.SignsIn(form, $"number-{i}@fairview.example", "one password for all")).Status);
        }

        var elsewhere = await BrowserForTests.SignsIn(
            await portal.Browser("198.51.100.8").Opens("/account/sign-in"), "number-9@fairview.example", "one password for all");
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[3]);
        Assert.All(answers[..3].Append(elsewhere.Status), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
    }

    [Fact]
    public async Task Marketing_has_no_business_at_the_desk()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));

        var page = await browser.Opens("/store/redeem");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Empty(page.Redirects);
        Assert.Contains("This page is not for you", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/password")]
    [InlineData("/account/second-step?handler=Begin")]
    [InlineData("/store/redeem")]
    public async Task A_form_that_this_portal_did_not_make_is_not_taken(string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton));

        var page = await browser.Posts(address, ("email", "x@fairview.example"), ("password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Opens("/store/redeem")).Status);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();
        var desk = await browser.SignsIn(await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton));

        await desk.Submits("form[action='/account/sign-out']");
        var page = await browser.Opens("/store/redeem");

        Assert.DoesNotContain("staff", browser.Cookies);
        Assert.StartsWith("/account/sign-in", page.Address, StringComparison.Ordinal);
    }

    private static async Task<List<(int Status, string Text)>> Tries(PortalOnLoopback portal, string email)
    {
        var form = await portal.Browser().Opens("/account/sign-in");
        var answers = new List<(int, string)>();
        for (var i = 0; i < 6; i++)
        {
            var page = await BrowserForTests.SignsIn(form, email, "a wrong password");
            answers.Add(((int)page.Status, Digits().Replace(page.TextOf(".errors"), "0")));
        }

        return answers;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
