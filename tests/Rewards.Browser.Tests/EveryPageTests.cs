using Microsoft.EntityFrameworkCore;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>Every page of shoppers, stores and the office, on a phone in the light and on a desktop in the dark.</summary>
public class EveryPageTests(DemoPortal portal)
{
    private static readonly (string Address, string? Role)[] _pages =
    [
        ("/", null),
        ("/?lang=es", null),
        ("/r/{code}", null),
        ("/r/{code}/satisfaction", null),
        ("/r/{code}/departments", null),
        ("/r/{code}/comment", null),
        ("/r/{code}/may-contact", null),
        ("/r/{code}/contact", null),
        ("/r/0000-0000-0000-0001", null),
        ("/claim", null),
        ("/claim?reference=R-0000-0001&lang=es", null),
        ("/my", null),
        ("/my?sent=true", null),
        ("/my", SignIn.Shopper),
        ("/my?lang=es", SignIn.Shopper),
        ("/my/name", SignIn.Shopper),
        ("{link}", null),
        ("/my/link/00000000-0000-0000-0000-000000000000/none", null),
        ("/enter", null),
        ("/enter?lang=es", null),
        ("/about", null),
        ("/winners", null),
        ("/draws/{draw}", null),
        ("/draws/{draw}/rules", null),
        ("/v/{voucher}", null),
        ("/no/such/page", null),
        ("/account/sign-in", null),
        ("/account", StaffRole.Marketing),
        ("/account/password", StaffRole.Marketing),
        ("/account/second-step", StaffRole.Marketing),
        ("/account/passkeys", StaffRole.Marketing),
        ("/store/redeem", StaffRole.Staff),
        ("/store/redeem?code={voucher}", StaffRole.Staff),
        ("/store/offline", StaffRole.Staff),
        ("/store/today", StaffRole.Supervisor),
        ("/store/today?day=2001-01-01", StaffRole.Supervisor),
        ("/office", StaffRole.Marketing),
        ("/office/stores", StaffRole.Marketing),
        ("/office/stores/{store}", StaffRole.Marketing),
        ("/office/touchpoints", StaffRole.Marketing),
        ("/office/comments", StaffRole.Marketing),
        ("/office/comments?search=nobody-wrote-this", StaffRole.Marketing),
        ("/office/responses/{response}", StaffRole.Marketing),
        ("/office/promotions", StaffRole.Marketing),
        ("/office/promotions/1?dry=30", StaffRole.Marketing),
        ("/office/exceptions", StaffRole.Marketing),
        ("/office/alerts", StaffRole.Marketing),
        ("/office/alerts?show=closed", StaffRole.Marketing),
        ("/office/alerts/{alert}", StaffRole.Marketing),
        ("/office/audit", StaffRole.Administrator),
        ("/office/audit?act=DrawRun", StaffRole.Administrator),
        ("/office/shoppers", StaffRole.Marketing),
        ("/office/shoppers/{shopper}", StaffRole.Marketing),
        ("/office/adjustments", StaffRole.Marketing),
        ("/office/adjustments/{adjustment}", StaffRole.Marketing),
        ("/office/vouchers", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}", StaffRole.Marketing),
        ("/office/reconciliation", StaffRole.Marketing),
        ("/office/reconciliation?store={store}", StaffRole.Marketing),
        ("/office/liability?days=90", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}/void", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}/reissue", StaffRole.Marketing),
        ("/office/webhooks", StaffRole.Administrator),
        ("/office/webhooks/{webhook}", StaffRole.Administrator),
        ("/office/keys", StaffRole.Administrator),
        ("/office/no-such-page", StaffRole.Marketing),
        ("/store/no-such-page", StaffRole.Staff),
        ("/office/sweepstakes", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}", StaffRole.Marketing),
        ("/office/sweepstakes/calendar", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}/mail-in", StaffRole.Marketing),
    ];

    public static TheoryData<string, string?> Pages => [.. _pages.Select(p => new TheoryDataRow<string, string?>(p.Address, p.Role))];

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public async Task Axe_finds_nothing_and_nothing_stands_out_at_the_side(string address, string? role)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone, role);
        var look = new Look(page, Screen.Phone);
        foreach (var screen in Screen.All)
        {
            await look.MoveToAsync(screen);

            var response = await page.GotoAsync(await FillAsync(address));

            Assert.Equal(StatusOf(address), response!.Status);
            await look.IsFineAsync();
        }

        await page.Context.CloseAsync();
    }

    private static int StatusOf(string address) => address switch
    {
        "/no/such/page" or "/office/no-such-page" or "/store/no-such-page" or "/my/link/00000000-0000-0000-0000-000000000000/none" => 404,
        "/r/0000-0000-0000-0001" => 422,
        _ => 200,
    };

    private async Task<string> FillAsync(string address)
    {
        if (address == "{link}")
        {
            return await portal.SignInLinkAsync();
        }

        if (address.Contains("{code}", StringComparison.Ordinal))
        {
            return address.Replace("{code}", portal.FreshCodeForLooking, StringComparison.Ordinal);
        }

        if (address.Contains("{draw}", StringComparison.Ordinal))
        {
            var draw = await portal.FindAsync(db => db.Sweepstakes.Where(s => s.Status == SweepstakesStatus.Drawn).Select(s => s.DrawId).FirstAsync());
            return address.Replace("{draw}", draw, StringComparison.Ordinal);
        }

        if (address.Contains("{voucher}", StringComparison.Ordinal))
        {
            var voucher = await portal.FindAsync(db => db.Vouchers.AsNoTracking().Where(v => v.BalanceCents > 0).OrderByDescending(v => v.LastDay).FirstAsync());
            return address.Replace("{voucher}", portal.CodeOf(voucher), StringComparison.Ordinal);
        }

        if (address.Contains("{voucher-id}", StringComparison.Ordinal))
        {
            var id = await portal.FindAsync(db => db.Vouchers.Where(v => v.BalanceCents > 0 && v.BalanceCents < v.ValueCents && v.VoidedAt == null)
                .OrderByDescending(v => v.LastDay).Select(v => v.Id).FirstAsync());
            return address.Replace("{voucher-id}", id.ToString(), StringComparison.Ordinal);
        }

        if (address.Contains("{alert}", StringComparison.Ordinal))
        {
            return address.Replace("{alert}", $"{await portal.AlertAsync()}", StringComparison.Ordinal);
        }

        if (address.Contains("{webhook}", StringComparison.Ordinal))
        {
            return address.Replace("{webhook}", $"{await portal.WebhookAsync()}", StringComparison.Ordinal);
        }

        if (address.Contains("{shopper}", StringComparison.Ordinal) || address.Contains("{adjustment}", StringComparison.Ordinal))
        {
            var adjustment = await portal.AdjustmentAsync();
            return address
                .Replace("{shopper}", adjustment.ShopperId.ToString(), StringComparison.Ordinal)
                .Replace("{adjustment}", adjustment.Id.ToString(), StringComparison.Ordinal);
        }

        var response = await portal.FindAsync(db => db.Responses.AsNoTracking().Where(r => r.SubmittedAt != null).OrderByDescending(r => r.SubmittedAt).FirstAsync());
        return address
            .Replace("{response}", response.Id.ToString(), StringComparison.Ordinal)
            .Replace("{store}", $"{response.StoreNumber}", StringComparison.Ordinal);
    }
}
