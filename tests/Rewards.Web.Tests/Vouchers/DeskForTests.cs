using Rewards.Data.Staff;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;

namespace Rewards.Web.Tests.Vouchers;

/// <summary>A portal whose every response earns a voucher of $5, and someone signed in at a desk.</summary>
public sealed class DeskForTests : IAsyncDisposable
{
    private DeskForTests(PortalOnLoopback portal, BrowserForTests browser)
    {
        Portal = portal;
        Browser = browser;
    }

    /// <summary>The portal.</summary>
    public PortalOnLoopback Portal { get; }

    /// <summary>The cashier's, signed in at the store in Princeton.</summary>
    public BrowserForTests Browser { get; }

    /// <summary>Opens the desk.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="onlyAtThisStore">Whether vouchers are good where they were earned only.</param>
    public static Task<DeskForTests> OpenAsync(DatabaseKind kind, bool onlyAtThisStore = false) =>
        OpenAsync(kind, PortalSetup.Voucher(onlyAtThisStore: onlyAtThisStore));

    /// <summary>Opens the desk of a portal whose vouchers have other terms.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="promotion">What every response earns.</param>
    public static async Task<DeskForTests> OpenAsync(DatabaseKind kind, Promotion promotion)
    {
        var portal = await PortalOnLoopback.StartAsync(kind, new PortalSetup { Promotions = [promotion] });
        return new DeskForTests(portal, await SignedInAsync(portal, StaffRole.Staff, StoreNumbers.Princeton));
    }

    /// <summary>A shopper gives feedback and has a voucher.</summary>
    public Task<VoucherInHand> VoucherAsync(int store = StoreNumbers.Princeton) => Portal.Below.VoucherAsync(store);

    /// <summary>A colleague at a desk, with a browser of their own.</summary>
    public Task<BrowserForTests> ColleagueAsync(string role, int store = StoreNumbers.Princeton) => SignedInAsync(Portal, role, store);

    /// <summary>The cashier scans a voucher.</summary>
    public Task<PageForTests> Scans(VoucherInHand voucher) => Scans(voucher.Code);

    /// <summary>The cashier scans or types something.</summary>
    public async Task<PageForTests> Scans(string code) => await (await Browser.Opens("/store/redeem")).Submits("#look", ("code", code));

    /// <summary>The cashier takes all of a voucher.</summary>
    public async Task<PageForTests> TakesAll(VoucherInHand voucher) => await (await Scans(voucher)).Submits("button[name=all]");

    /// <summary>The cashier takes a part of a voucher.</summary>
    public async Task<PageForTests> TakesPart(VoucherInHand voucher, string amount) =>
        await (await Scans(voucher)).Submits("#amount", ("amount", amount));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static async Task<BrowserForTests> SignedInAsync(PortalOnLoopback portal, string role, int store)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(role, store));
        return browser;
    }
}
