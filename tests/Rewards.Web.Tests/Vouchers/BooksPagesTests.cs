using System.Net;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Api;
using Rewards.Web.Tests.Shoppers;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

/// <summary>Reconciliation and liability in the office, on the page and as a file.</summary>
public class BooksPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_day_is_reconciled_by_store_register_and_cashier_and_the_file_says_the_same(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var below = till.Portal.Below;
        var undone = await till.Redeems(await below.VoucherAsync(), 400);
        await till.Posts($"/api/v1/redemptions/{undone["redemptionId"].GetGuid()}/reversal", new { reason = "wrong-amount", supervisor = "Luz" });
        await till.Redeems(await below.VoucherAsync(), 250);
        await till.Redeems(await below.VoucherAsync(), 100, cashier: "=Ben");
        _ = (await (await below.CashierAsync(StoreNumbers.Oxford)).Redeems((await below.VoucherAsync()).Code, 1_000)).Value;
        var office = await ShopperStoryTests.OfficeAsync(till.Portal);

        var all = await office.Opens("/office/reconciliation");
        Assert.Equal(["$17.50", "$4.00", "$13.50", "$26.50"], all.Document.QuerySelectorAll(".tile .n").Select(n => n.TextContent));
        Assert.Equal(
            ["27 · Foundry, Princeton $7.50 $4.00 $3.50", "46 · Mill Creek, Oxford $10.00 $0.00 $10.00"],
            all.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));

        var store = await all.Follows("tbody a");
        Assert.Equal(
            ["3 =Ben $1.00 (1) $0.00 (0) $1.00", "3 Ana $6.50 (2) $4.00 (1) $2.50"],
            store.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));
        var file = await store.Follows("a[href*='handler=file']");
        Assert.Equal("text/csv", file.Type);
        Assert.Equal(
            """
            store,name,day,register,cashier,redeemed_count,redeemed,reversed_count,reversed,net,currency
            27,"Foundry, Princeton",2026-03-10,3,'=Ben,1,1.00,0,0.00,1.00,USD
            27,"Foundry, Princeton",2026-03-10,3,Ana,2,6.50,1,4.00,2.50,USD
            """,
            file.Body.TrimStart('\ufeff').ReplaceLineEndings().Trim());
        Assert.Equal(4, (await all.Follows("a[href*='handler=file']")).Body.Trim().Split('\n').Length);
        Assert.True((await office.Opens("/office/reconciliation?day=2026-03-09")).Has(".empty"));
    }

    [Theory]
    [InlineData("day=2026-13-40&store=x", false)]
    [InlineData("day=0001-01-01&store=99999999999", false)]
    [InlineData("day=2099-01-01&store=9999", false)]
    [InlineData("store=9999", false)]
    [InlineData("day=2026-03-11", false)]
    [InlineData("day=2026-03-10", true)]
    [InlineData("day=&store=", true)]
    public async Task What_cannot_be_read_is_today_and_all_stores_and_is_said(string query, bool isUnderstood)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var page = await (await ShopperStoryTests.OfficeAsync(portal)).Opens($"/office/reconciliation?{query}");

        Assert.Equal((HttpStatusCode.OK, "10 March 2026"), (page.Status, page.TextOf(".head .lead")));
        Assert.Equal(!isUnderstood, page.Text.Contains("We could not read all of the filter", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task What_is_owed_goes_from_week_to_week_by_its_columns_on_the_page_and_in_the_files(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 1_000), PortalSetup.FuelPoints()] });
        var below = till.Portal.Below;
        var first = await below.VoucherAsync();
        await below.VoucherAsync();
        await till.Redeems(first, 400);
        below.Clock.Advance(TimeSpan.FromDays(7));
        await till.Redeems(first, 100);
        await below.Shopper.GivesFeedback(below.Code(), email: "ana@example.com");
        var office = await ShopperStoryTests.OfficeAsync(till.Portal);

        var page = await office.Opens("/office/liability?days=7&from=2026-03-09&to=2026-03-17");

        Assert.Equal(
            ["9 Mar $0.00 $20.00 -$4.00 $0.00 $0.00 $0.00 $16.00", "16 Mar $16.00 $10.00 -$1.00 $0.00 $0.00 $0.00 $25.00", "All weeks $0.00 $30.00 -$5.00 $0.00 $0.00 $0.00 $25.00"],
            RowsOf(page, "#vouchers"));
        Assert.Equal(["9 Mar 0 0 0 0 0 0 0 0", "16 Mar 0 50 0 0 0 0 0 50", "All weeks 0 50 0 0 0 0 0 50"], RowsOf(page, "#points"));
        Assert.Equal("$25.00", (await office.Opens("/office/reconciliation")).Document.QuerySelectorAll(".tile .n")[^1].TextContent);
        var file = await page.Follows("#vouchers a[href*=handler]");
        Assert.Equal(
            ["from,to,start,issued,redeemed,undone,lapsed,voided,end", "2026-03-09,2026-03-15,0.00,20.00,-4.00,0.00,0.00,0.00,16.00", "2026-03-16,2026-03-17,16.00,10.00,-1.00,0.00,0.00,0.00,25.00"],
            file.Body.TrimStart('\ufeff').Trim().ReplaceLineEndings("\n").Split('\n'));
        Assert.Equal("2026-03-16,2026-03-17,0,50,0,0,0,0,0,50", (await page.Follows("#points a[href*=handler]")).Body.Trim().ReplaceLineEndings("\n").Split('\n')[^1]);

        static IEnumerable<string> RowsOf(PageForTests page, string section) => page.Document.QuerySelectorAll($"{section} tbody tr, {section} tfoot tr")
            .Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())));
    }

    [Theory]
    [InlineData("/office/reconciliation")]
    [InlineData("/office/reconciliation?handler=file")]
    [InlineData("/office/liability")]
    [InlineData("/office/liability?handler=vouchers")]
    [InlineData("/office/liability?handler=points")]
    public async Task Only_the_office_sees_the_books(string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var supervisor = portal.Browser();
        await supervisor.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));

        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens(address)).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Opens(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await ShopperStoryTests.OfficeAsync(portal)).Opens(address)).Status);
    }
}
