using System.Net;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Account;

/// <summary>What is sent instead of a passkey. That a real one signs in is tested in a browser.</summary>
public class PasskeyTests
{
    private const string LooksRight =
        """{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA","attestationObject":"AAAA"}}""";

    public static TheoryData<string, bool> Forgeries =>
    [
        .. from credential in (string[])["", "x", "[]", "{}", "\"a\"", """{"id":7}""", LooksRight, new string('{', 30_000)]
           from asked in (bool[])[false, true]
           select new TheoryDataRow<string, bool>(credential, asked),
    ];

    [Theory, MemberData(nameof(Forgeries))]
    public async Task Anything_else_signs_nobody_in(string credential, bool asked)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();
        var page = await browser.Opens("/account/sign-in");
        if (asked)
        {
            Assert.Contains("challenge", (await browser.Posts("/account/sign-in?handler=Ask", [.. page.Fields("form[data-passkey]")])).Body, StringComparison.Ordinal);
        }

        var refused = await page.Submits("form[data-passkey]", ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("passkey was not accepted", refused.TextOf(".errors"), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await browser.Opens("/account")).Address, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forgeries))]
    public async Task Anything_else_is_not_added(string credential, bool asked)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var (cashier, browser) = (await portal.HiresAsync(StaffRole.Staff, StoreNumbers.Princeton), portal.Browser());
        await browser.SignsIn(cashier);
        var page = await browser.Opens("/account/passkeys");
        if (asked)
        {
            var wrong = await browser.Posts("/account/passkeys?handler=Ask", [.. page.Fields("form[data-passkey]", ("present", "not the password"))]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            var right = await browser.Posts("/account/passkeys?handler=Ask", [.. page.Fields("form[data-passkey]", ("present", cashier.Password))]);
            Assert.Contains("challenge", right.Body, StringComparison.Ordinal);
        }

        var refused = await page.Submits("form[data-passkey]", ("credential", credential), ("name", new string('n', 500)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True((await browser.Opens("/account/passkeys")).Has(".empty"));
    }
}
