using System.Net;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Account;

public class PasswordTests
{
    private const string New = "four quiet green apples";

    [Theory, EveryDatabase]
    public async Task A_new_password_takes_the_place_of_the_old_one(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var (cashier, page) = await OpensThePage(portal);

        var done = await page.Submits("form.card", ("present", cashier.Password), ("password", New), ("again", New));

        Assert.Equal("/account?done=password", done.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Browser().SignsIn(cashier)).Status);
        Assert.Equal("/store/redeem", (await portal.Browser().SignsIn(cashier with { Password = New })).Address);
    }

    [Theory]
    [InlineData("not the password", New, New, "present")]
    [InlineData("", New, New, "present")]
    [InlineData(PortalOnLoopback.Password, "too short", "too short", "password")]
    [InlineData(PortalOnLoopback.Password, PortalOnLoopback.Password, PortalOnLoopback.Password, "password")]
    [InlineData(PortalOnLoopback.Password, New, "four quiet green pears", "again")]
    public async Task What_is_wrong_with_it_is_said_at_its_field(string present, string password, string again, string field)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var (cashier, page) = await OpensThePage(portal);

        var refused = await page.Submits("form.card", ("present", present), ("password", password), ("again", again));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has($".errors a[href='#{field}']"), refused.Text);
        Assert.True(refused.Has($"#{field}[aria-invalid=true]"));
        Assert.Equal("/store/redeem", (await portal.Browser().SignsIn(cashier)).Address);
    }

    private static async Task<(Colleague Cashier, PageForTests Page)> OpensThePage(PortalOnLoopback portal)
    {
        var cashier = await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton);
        var browser = portal.Browser();
        await browser.SignsIn(cashier);
        return (cashier, await browser.Opens("/account/password"));
    }
}
