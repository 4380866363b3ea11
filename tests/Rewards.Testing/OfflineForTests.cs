using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Testing;

/// <summary>A desk whose page was opened with network, and that has none now.</summary>
/// <param name="Portal">Where it will send to.</param>
/// <param name="Pass">What its page carries.</param>
/// <param name="Id">Its own.</param>
/// <param name="Forms">What vouchers' papers say.</param>
public sealed record OfflineDeskForTests(PortalForTests Portal, string Pass, Guid Id, OfflineVouchers Forms)
{
    /// <summary>What a voucher's paper says, signed.</summary>
    public string FormOf(VoucherInHand voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return Forms.Sign(voucher.Code, new OfflineForm(voucher.ValueCents, voucher.LastDay, 0, null, SingleUse: false))!;
    }

    /// <summary>Takes from a voucher.</summary>
    /// <param name="voucher">Which.</param>
    /// <param name="cents">How much.</param>
    /// <param name="form">What its paper says; the true form where none is given.</param>
    /// <param name="after">How much later than now.</param>
    public TakenForTests Takes(VoucherInHand voucher, int cents, string? form = null, TimeSpan after = default)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new TakenForTests(
            Portal, Guid.NewGuid(), Id, Pass, voucher.Code, form ?? FormOf(voucher), cents, Portal.Clock.GetUtcNow().UtcDateTime + after);
    }
}

/// <summary>What a desk took.</summary>
public sealed record TakenForTests(
    PortalForTests Portal, Guid Id, Guid DeskId, string Pass, string Code, string Form, int Cents, DateTime At)
{
    /// <summary>Sends it.</summary>
    public Task<Outcome<OfflineAnswer>> Sends() => Portal.CallAsync<IServiceProvider, Outcome<OfflineAnswer>>(async services =>
        services.GetRequiredService<DeskPasses>().Read(Pass, "198.51.100.9").IsRefused(out var refusal, out var pass)
            ? refusal
            : await services.GetRequiredService<RedeemOffline>().RunAsync(new OfflineOrder(Id, DeskId, Code, Form, Cents, null, At), pass, default));
}

/// <summary>Desks without network, and the office after them.</summary>
public static class OfflineForTests
{
    /// <summary>Opens the page at so many desks of the store in Princeton, each by a cashier of its own.</summary>
    public static async Task<IReadOnlyList<OfflineDeskForTests>> DesksAsync(this PortalForTests portal, int count)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var desks = new List<OfflineDeskForTests>();
        for (var i = 0; i < count; i++)
        {
            desks.Add(await portal.DeskAsync((await portal.CashierAsync()).Id));
        }

        return desks;
    }

    /// <summary>Somebody opens the page at a desk of the store in Princeton.</summary>
    public static Task<OfflineDeskForTests> DeskAsync(this PortalForTests portal, Guid staffId)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.CallAsync<IServiceProvider, OfflineDeskForTests>(services => Task.FromResult(new OfflineDeskForTests(
            portal,
            services.GetRequiredService<DeskPasses>().Issue(new StaffAtStore(staffId, StoreNumbers.Princeton, "")),
            Guid.NewGuid(),
            services.GetRequiredService<OfflineVouchers>())));
    }

    /// <summary>Somebody resolves an exception; the refusal's code, or null.</summary>
    public static async Task<string?> SettlesAsync(this PortalForTests portal, Guid id, OfflineResolution? resolution, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var person = await portal.CashierAsync();
        return (await portal.CallAsync<SettleOfflineRedemption, Error?>(u => u.RunAsync(id, resolution, note, person.Id, default)))?.Code;
    }

    /// <summary>Another till reserves a voucher.</summary>
    public static Task HoldsAsync(this PortalForTests portal, VoucherInHand voucher, int seconds)
    {
        ArgumentNullException.ThrowIfNull(portal);
        ArgumentNullException.ThrowIfNull(voucher);
        return portal.CallAsync<HoldVoucher, bool>(async u =>
            (await u.RunAsync(voucher.Code, seconds, new StaffAtStore(Guid.NewGuid(), StoreNumbers.Princeton, "till"), null, default)).Error is null);
    }
}
