using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rewards.Setup.Demo;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>Passkeys with the browser's own authenticator, which says yes by itself.</summary>
public class PasskeyTests(DemoPortal portal)
{
    [Fact]
    public async Task Who_added_a_passkey_signs_in_with_it_and_without_it_no_more()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone);
        var look = new Look(page, Screen.Phone);
        await AddAuthenticatorAsync(page);

        // A passkey belongs to a name, not to an address in digits.
        var home = portal.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var admin = (await portal.FindAsync(db => DemoData.AccountsAsync(db, default))).Single(a => a.Role == "Administrator");
        await page.GotoAsync($"{home}/account/sign-in");
        await page.FillAsync("#email", admin.Email);
        await page.FillAsync("#password", admin.Password);
        await page.ClickAsync("form.card button.btn");
        await page.WaitForURLAsync("**/office");

        await page.GotoAsync($"{home}/account/passkeys");
        await page.FillAsync("#name", "My <phone>");
        await page.FillAsync("#present", "not the password");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("[data-failed]")).ToContainTextAsync("password");
        await page.FillAsync("#present", admin.Password);
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("form.head b")).ToHaveTextAsync("My <phone>");
        await look.IsFineAsync();

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{home}/account/sign-in?returnUrl=/office/stores");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync(url => url.EndsWith("/office/stores", StringComparison.Ordinal) && !url.Contains("sign-in", StringComparison.Ordinal));

        await page.GotoAsync($"{home}/account/passkeys");
        await page.ClickAsync("form.head button");
        await page.WaitForSelectorAsync(".empty");
        Assert.Equal(0, await portal.FindAsync(db => db.UserPasskeys.CountAsync()));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{home}/account/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.GotoAsync($"{home}/account");
        Assert.Contains("/account/sign-in", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
