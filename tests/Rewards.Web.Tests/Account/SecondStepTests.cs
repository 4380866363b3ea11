using System.Net;
using Microsoft.EntityFrameworkCore;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Account;

public class SecondStepTests
{
    [Theory, EveryDatabase]
    public async Task Who_sets_it_up_is_asked_for_a_code_after_the_password(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var (authenticator, codes) = await SetsItUp(portal.Browser(), cashier);

        var asked = await portal.Browser().SignsIn(cashier);
        var wrong = await asked.Submits("form.card", ("code", "000000"));
        var right = await asked.Submits("form.card", ("code", authenticator.Code()));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.StartsWith("/account/sign-in-code", asked.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/store/redeem", right.Address);
    }

    [Fact]
    public async Task The_page_that_was_wanted_survives_both_steps()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var (authenticator, _) = await SetsItUp(portal.Browser(), cashier);

        var asked = await BrowserForTests.SignsIn(await portal.Browser().Opens("/store/today"), cashier.Email, cashier.Password);
        var there = await asked.Submits("form.card", ("code", authenticator.Code()));

        Assert.Equal("/store/today", there.Address);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_however_it_is_typed()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var (_, codes) = await SetsItUp(portal.Browser(), cashier);
        var typed = codes[3].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant();

        var first = await (await portal.Browser().SignsIn(cashier)).Submits("form.card", ("code", typed));
        var second = await (await portal.Browser().SignsIn(cashier)).Submits("form.card", ("code", typed));

        Assert.Equal("/store/redeem", first.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var (authenticator, _) = await SetsItUp(portal.Browser(), cashier);
        var asked = await portal.Browser().SignsIn(cashier);

        for (var i = 0; i < 5; i++)
        {
            await asked.Submits("form.card", ("code", "000000"));
        }

        var right = await asked.Submits("form.card", ("code", authenticator.Code()));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.Status);
    }

    [Fact]
    public async Task The_code_alone_is_nothing()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        var page = await portal.Browser().Opens("/account/sign-in-code");

        Assert.Equal("/account/sign-in", page.Address);
    }

    [Fact]
    public async Task It_is_turned_off_with_the_password_only()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var browser = portal.Browser();
        await SetsItUp(browser, cashier);
        var page = await browser.Opens("/account/second-step");

        var refused = await page.Submits("button[formaction='?handler=Off']", ("present", "not the password"));
        var done = await page.Submits("button[formaction='?handler=Off']", ("present", cashier.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("/store/redeem", (await portal.Browser().SignsIn(cashier)).Address);
        Assert.True((await browser.Opens("/account/second-step")).Has("button[formaction='?handler=Begin']"));
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var browser = portal.Browser();
        var (_, old) = await SetsItUp(browser, cashier);

        var renewed = await (await browser.Opens("/account/second-step"))
            .Submits("button[formaction='?handler=Codes']", ("present", cashier.Password));
        var fresh = renewed.TextOf("code.hash").Split(' ');

        var withOld = await (await portal.Browser().SignsIn(cashier)).Submits("form.card", ("code", old[0]));
        var withNew = await (await portal.Browser().SignsIn(cashier)).Submits("form.card", ("code", fresh[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withOld.Status);
        Assert.Equal("/store/redeem", withNew.Address);
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_stands_in_the_database()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var (_, codes) = await SetsItUp(portal.Browser(), cashier);

        var kept = await portal.Below.InDatabaseAsync(db => db.UserTokens.Select(t => t.Value!).ToListAsync());

        Assert.Equal(2, kept.Count);
        Assert.All(kept, value => Assert.DoesNotContain(codes, code => value.Contains(code, StringComparison.Ordinal)));
        Assert.All(kept, value => Assert.True(Convert.FromBase64String(value).Length > 32));
    }

    private static async Task<(Authenticator Authenticator, IReadOnlyList<string> Codes)> SetsItUp(BrowserForTests browser, Colleague colleague)
    {
        await browser.SignsIn(colleague);
        var begun = await (await browser.Opens("/account/second-step")).Submits("button[formaction='?handler=Begin']");
        var authenticator = new Authenticator(begun.TextOf("#key"));
        Assert.True(begun.Has("svg[role=img]"));
        var done = await begun.Submits("button[formaction='?handler=On']", ("code", authenticator.Code()));
        return (authenticator, done.TextOf("code.hash").Split(' '));
    }
}
