using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;
using Rewards.Domain.Vouchers;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>A desk whose network goes away and comes back.</summary>
public class OfflineDeskTests(DemoPortal portal)
{
    [Fact]
    public async Task A_voucher_is_redeemed_without_network_once_and_sent_when_it_is_back()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var voucher = await VoucherAsync();
        var link = portal.Service<VoucherLink>().Of(
            portal.CodeOf(voucher), new OfflineForm(voucher.BalanceCents, voucher.LastDay, voucher.MinimumPurchaseCents, voucher.Stores, SingleUse: false));
        var page = await portal.OpenAsync(Screen.Phone, StaffRole.Staff);
        var problems = new List<string>();
        page.Console += (_, said) => problems.AddRange(said.Type == "error" && !said.Text.Contains("ERR_INTERNET", StringComparison.Ordinal) ? [said.Text] : []);
        page.PageError += (_, problem) => problems.Add(problem);
        await page.GotoAsync("/store/offline");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Ready");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#fit")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Ready");
        await ScansAsync(page, link[..^1] + (link[^1] == '0' ? '8' : '0'));
        await Assertions.Expect(page.Locator("#result .amount")).ToHaveTextAsync("Not genuine");
        await ScansAsync(page, portal.CodeOf(voucher));
        await Assertions.Expect(page.Locator("#result .amount")).ToHaveTextAsync("QR needed");
        await ScansAsync(page, link);
        await Assertions.Expect(page.Locator("#good-for")).ToBeVisibleAsync();
        await new Look(page, Screen.Phone).IsFineAsync();
        await page.FillAsync("#amount", "1.50");
        await page.DblClickAsync("#take-now");
        await Assertions.Expect(page.Locator("#result.ok .amount")).ToHaveTextAsync("$1.50");
        await Assertions.Expect(page.Locator("#waiting-sum")).ToHaveTextAsync("$1.50");
        await ScansAsync(page, link);
        await Assertions.Expect(page.Locator("#result.no .amount")).ToHaveTextAsync("Used here");
        await Assertions.Expect(page.Locator("#take")).ToBeHiddenAsync();

        // It is there after the page was closed, and nothing was taken at the portal yet.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#waiting-sum")).ToHaveTextAsync("$1.50");
        Assert.Equal(voucher.BalanceCents, await BalanceAsync(voucher));

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#lines .pill.ok")).ToHaveTextAsync("Sent");
        await Assertions.Expect(page.Locator("#waiting-sum")).ToHaveTextAsync("$0.00");
        Assert.Equal(voucher.BalanceCents - 150, await BalanceAsync(voucher));
        await new Look(page, Screen.Phone).IsFineAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#lines .pill.ok")).ToHaveTextAsync("Sent");
        Assert.Empty(problems);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_a_voucher_that_is_good_once_a_part_is_taken_only_after_the_customer_was_asked()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var voucher = await VoucherAsync();
        var link = portal.Service<VoucherLink>().Of(portal.CodeOf(voucher), new OfflineForm(500, voucher.LastDay, 0, null, SingleUse: true));
        var page = await portal.OpenAsync(Screen.Phone, StaffRole.Staff);
        await page.GotoAsync("/store/offline");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Ready");
        await page.Context.SetOfflineAsync(true);

        await ScansAsync(page, link);
        await Assertions.Expect(page.Locator("#about")).ToContainTextAsync("good once");
        await Assertions.Expect(page.Locator("#may-lose-field")).ToBeHiddenAsync();
        await page.FillAsync("#amount", "1.50");
        await Assertions.Expect(page.Locator("#may-lose-label")).ToHaveTextAsync("Good once: $3.50 of it would be lost. The customer agrees.");
        await new Look(page, Screen.Phone).IsFineAsync();
        await page.ClickAsync("#take-now");
        await Assertions.Expect(page.Locator("#result.no .amount")).ToHaveTextAsync("Ask first");
        await page.CheckAsync("#may-lose");
        await page.ClickAsync("#take-now");
        await Assertions.Expect(page.Locator("#result.ok .amount")).ToHaveTextAsync("$1.50");
        await page.Context.CloseAsync();
    }

    private Task<Voucher> VoucherAsync() => portal.FindAsync(db => db.Vouchers.AsNoTracking()
        .Where(v => v.BalanceCents >= 500 && v.Stores == null && v.MinimumPurchaseCents == 0 && !v.SingleUse && v.VoidedAt == null)
        .OrderByDescending(v => v.LastDay).ThenByDescending(v => v.Id).Skip(3).FirstAsync());

    private Task<int> BalanceAsync(Voucher voucher) =>
        portal.FindAsync(db => db.Vouchers.Where(v => v.Id == voucher.Id).Select(v => v.BalanceCents).SingleAsync());

    // As a scanner types: fast, and Enter.
    private static async Task ScansAsync(IPage page, string text)
    {
        await page.EvaluateAsync(
            """
            text => [...text, 'Enter'].forEach(key => (document.activeElement ?? document.body)
              .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
            """,
            text);
    }
}
