using System.Net;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Promotions;
using Rewards.Application.Staff;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Domain.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Audit;

/// <summary>Administrators read who did what, and everybody who asks for the portal's health is told whether the chain agrees.</summary>
public class AuditPageTests
{
    [Fact]
    public async Task Only_administrators_come_in()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens("/office/audit")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(portal, StaffRole.Marketing)).Opens("/office/audit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await SignedInAsync(portal, StaffRole.Administrator)).Opens("/office/audit")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Who_did_what_is_listed_and_found_by_what_by_whom_and_by_day(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        var (first, second) = (await portal.HiresAsync(StaffRole.Administrator), await portal.HiresAsync(StaffRole.Administrator));
        var voucher = await portal.Below.VoucherAsync();
        _ = (await portal.Below.CallAsync<VoidVoucher, Outcome<Voided>>(u => u.RunAsync(voucher.Id, VoidReason.Fraud, Reissue.Never, first.Id, default))).Value;
        portal.Below.Clock.Advance(TimeSpan.FromMinutes(1));
        var key = (await portal.Below.CallAsync<CreateApiKey, Outcome<CreatedKey>>(u => u.RunAsync("Kiosk", null, [ApiScope.Responses], second.Id, default))).Value;
        portal.Below.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await portal.Below.CallAsync<RevokeApiKey, Error?>(u => u.RunAsync(key.Id, second.Id, default)));
        var reader = portal.Browser();
        await reader.SignsIn(first);

        Assert.Equal(["Key revoked", "Key made", "Voucher made void"], await ListedAsync(""));
        Assert.Equal(["Key made"], await ListedAsync("?act=ApiKeyMade"));
        Assert.Equal(["Voucher made void"], await ListedAsync($"?person={first.Id}"));
        Assert.Equal(["Key revoked"], await ListedAsync("?day=2026-03-11"));
        Assert.Equal([], await ListedAsync($"?person={first.Id}&day=2026-03-11"));
        Assert.Equal(3, (await ListedAsync("?act=nonsense&day=never&p=-1")).Count);
        var page = await reader.Opens("/office/audit");
        Assert.Contains("left on it: $5.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("reason: It is in hands it was not given to", page.Text, StringComparison.Ordinal);
        Assert.Contains("not been verified yet", page.Text, StringComparison.Ordinal);

        async Task<IReadOnlyList<string>> ListedAsync(string query) =>
            [.. (await reader.Opens("/office/audit" + query)).Document.QuerySelectorAll("tbody td:nth-child(3)").Select(c => c.TextContent.Trim())];
    }

    [Fact]
    public async Task A_raised_budget_names_its_promotion_and_both_budgets()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Promotions = [PortalSetup.Voucher(budgetCents: 10_000)] });
        var promotion = (await portal.Below.AllAsync<Promotion>()).Single();
        var mara = await portal.HiresAsync(StaffRole.Marketing);
        _ = (await portal.Below.CallAsync<RaiseBudget, Outcome<Budgets>>(u => u.RunAsync(promotion.Id, promotion.Version, "1,500", null, mara.Id, default))).Value;

        var page = await (await SignedInAsync(portal, StaffRole.Administrator)).Opens("/office/audit");

        Assert.Contains("name: five-dollar-voucher · budget before: $100.00 · budget now: $1,500.00", page.TextOf("tbody"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Every_night_the_chain_is_verified_and_what_does_not_agree_is_on_the_page_and_on_the_health_page(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()], ArePublished = true });
        var below = portal.Below;
        var voucher = await below.VoucherAsync();
        _ = (await (await below.CashierAsync()).Redeems(voucher.Code, 100)).Value;
        await below.CallAsync<SealAudit, Linked>(u => u.RunAsync(null, default));
        Assert.Null((await NightAsync())!.Fault);
        Assert.Null(await NightAsync());
        var administrator = await SignedInAsync(portal, StaffRole.Administrator);
        Assert.Contains("The chain agreed on", (await administrator.Opens("/office/audit")).Text, StringComparison.Ordinal);
        Assert.Contains("links agree", (await portal.Browser().Opens("/health/ready")).Text, StringComparison.Ordinal);

        await below.InDatabaseAsync(db => db.Redemptions.ExecuteUpdateAsync(set => set.SetProperty(r => r.AmountCents, 1)));
        below.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull((await NightAsync())!.Fault);

        Assert.Contains("was changed after it was linked", (await administrator.Opens("/office/audit")).TextOf("[role=alert]"), StringComparison.Ordinal);
        var health = await portal.Browser().Opens("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.Contains("does not agree: redemption", health.Text, StringComparison.Ordinal);

        Task<AuditCheck?> NightAsync() => below.CallAsync<KeepAudit, AuditCheck?>(u => u.RunAsync(default));
    }

    [Theory, EveryDatabase]
    public async Task Dates_that_do_not_fit_are_told_apart_from_changes_and_an_administrator_explains_them(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()], ArePublished = true });
        var below = portal.Below;
        var administrator = await SignedInAsync(portal, StaffRole.Administrator);
        await below.InDatabaseAsync(async db =>
        {
            var at = below.Clock.Now.AddMinutes(15);
            db.AuditEvents.Add(new AuditEvent(Guid.CreateVersion7(at), AuditAct.PasswordChanged, null, AuditSubject.Of(Guid.Empty), "{}", at));
            await db.SaveChangesAsync();
        });
        await below.CallAsync<SealAudit, Linked>(u => u.RunAsync(null, default));
        Assert.True((await below.CallAsync<KeepAudit, AuditCheck?>(u => u.RunAsync(default)))!.IsOfDates);

        Assert.Contains("dates are to be explained: Dates: 1 row(s) dated ahead", (await portal.Browser().Opens("/health/ready")).Text, StringComparison.Ordinal);
        var page = await administrator.Opens("/office/audit");
        Assert.Contains("but for dates that do not fit", page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("The portal", page.TextOf("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("ommand line", page.TextOf("tbody"), StringComparison.Ordinal);

        page = await page.Submits("form[action='/office/audit'][method=post]", ("reason", "A clock was fast."));
        Assert.Contains("have been explained since", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dates of the chain explained", page.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("links agree", (await portal.Browser().Opens("/health/ready")).Text, StringComparison.Ordinal);
    }

    private static async Task<BrowserForTests> SignedInAsync(PortalOnLoopback portal, string role)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(role, isRecorded: true));
        return browser;
    }
}
