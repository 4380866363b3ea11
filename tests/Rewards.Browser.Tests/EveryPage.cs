using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>Looks at one page after the other, on a phone in the light and on a desktop in the dark.</summary>
public abstract class EveryPage(DemoPortal portal)
{
    protected async Task IsFineAsync(string address, string? role)
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
        if (address == "{prize}")
        {
            return await portal.PrizeLinkAsync();
        }

        if (address == "{link}")
        {
            return await portal.SignInLinkAsync();
        }

        if (address.Contains("{code}", StringComparison.Ordinal))
        {
            return address.Replace("{code}", portal.FreshCodeForLooking, StringComparison.Ordinal);
        }

        if (address.Contains("{working}", StringComparison.Ordinal))
        {
            portal.Service<DrawWork>().Begin<FreezeEntries, Frozen>("under-way", "freeze", 10_000_000, _ => new TaskCompletionSource<Outcome<Frozen>>().Task);
            return address.Replace("{working}", "under-way", StringComparison.Ordinal);
        }

        if (address.Contains("{draw}", StringComparison.Ordinal))
        {
            var draw = await portal.FindAsync(db => db.Sweepstakes.Where(s => s.Status == SweepstakesStatus.Drawn).OrderBy(s => s.DrawId).Select(s => s.DrawId).FirstAsync());
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
