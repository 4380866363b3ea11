using Rewards.Data.Staff;
using Rewards.Domain.Staff;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Office;

public class KeyPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_token_is_shown_once_and_the_page_loaded_again_makes_no_other_key(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Administrator));

        var made = await (await browser.Opens("/office/keys")).Submits("#make", ("name", "Till 4"), ("scopes", ApiScope.All[0]));
        var again = await browser.Opens(made.Address);

        Assert.Equal("/office/keys", Assert.Single(made.Redirects));
        Assert.StartsWith("rwd_", made.TextOf("#token"), StringComparison.Ordinal);
        Assert.False(again.Has("#token"));
        Assert.Equal("Till 4", Assert.Single(await portal.Below.AllAsync<ApiKey>()).Name);
    }
}
