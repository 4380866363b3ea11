using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Shoppers;

public class SetShopperNameTests
{
    [Theory, EveryDatabase]
    public async Task A_name_is_kept_tidied_and_can_be_taken_back(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = (await portal.EntersAsync(email: "ana@example.com")).Id;

        _ = (await Sets(portal, ana, new ShopperName("  Ana  María ", "O’Núñez-Díaz", "St. Paul, MN"))).Value;
        var named = Assert.Single(await portal.AllAsync<Shopper>());
        _ = (await Sets(portal, ana, new ShopperName("", " ", null))).Value;
        var unnamed = Assert.Single(await portal.AllAsync<Shopper>());

        Assert.Equal(("Ana María O.", "St. Paul, MN"), (named.PublicName, named.Town));
        Assert.Equal((null, null), (unnamed.PublicName, unnamed.Town));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_names_at_once_one_is_kept_whole(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = (await portal.EntersAsync(email: "ana@example.com")).Id;

        var outcomes = await Crowd.AtOnce(20, i => Sets(portal, ana, new ShopperName($"{(char)('A' + i)}", $"{(char)('A' + i)}", $"{(char)('A' + i)}")));

        Assert.Equal("20 done", outcomes.Tally());
        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Equal((shopper.FirstName, shopper.FirstName), (shopper.LastName, shopper.Town));
    }

    [Theory]
    [InlineData("Ana", "", "Oxford", "name-part-missing", "lastName")]
    [InlineData("", "", "Oxford", "name-part-missing", "firstName")]
    [InlineData("Ana", "Núñez", null, "name-part-missing", "town")]
    [InlineData("Ana\u0007", "Núñez", "Oxford", "name-part-invalid", "firstName")]
    [InlineData("Ana", "<b>", "Oxford", "name-part-invalid", "lastName")]
    [InlineData("Ana", "Núñez", "Oxford\nOhio", "name-part-invalid", "town")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Núñez", "Oxford", "name-part-invalid", "firstName")]
    public async Task What_is_no_name_is_refused_by_its_field(string? first, string? last, string? town, string code, string field)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        var ana = (await portal.EntersAsync(email: "ana@example.com")).Id;

        var refusal = (await Sets(portal, ana, new ShopperName(first, last, town))).Error;

        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        Assert.Null(Assert.Single(await portal.AllAsync<Shopper>()).PublicName);
    }

    private static Task<Outcome<ShopperName>> Sets(PortalForTests portal, Guid shopper, ShopperName name) =>
        portal.CallAsync<SetShopperName, Outcome<ShopperName>>(u => u.RunAsync(shopper, name, default));
}
