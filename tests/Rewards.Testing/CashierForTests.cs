using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Testing;

/// <summary>Someone at a store's desk; the same person as a supervisor where the test says so.</summary>
/// <param name="portal">Where.</param>
/// <param name="id">Who.</param>
/// <param name="store">The store.</param>
public sealed class CashierForTests(PortalForTests portal, Guid id, int store)
{
    private readonly StaffAtStore _self = new(id, store, $"desk of {store}");

    /// <summary>Who.</summary>
    public Guid Id => id;

    /// <summary>Redeems; with a key of its own where none is given.</summary>
    public Task<Outcome<Redeemed>> Redeems(string? voucherCode, int? cents = null, string? key = null) =>
        portal.CallAsync<RedeemVoucher, Outcome<Redeemed>>(
            u => u.RunAsync(new RedemptionOrder(voucherCode, cents), _self, key ?? Guid.NewGuid().ToString(), default));

    /// <summary>Redeems with exactly this key, also where it is none.</summary>
    public Task<Outcome<Redeemed>> RedeemsWithKey(string voucherCode, int? cents, string? key) =>
        portal.CallAsync<RedeemVoucher, Outcome<Redeemed>>(u => u.RunAsync(new RedemptionOrder(voucherCode, cents), _self, key, default));

    /// <summary>Undoes a redemption.</summary>
    public Task<Outcome<Reversal>> Reverses(Guid redemptionId, ReversalReason reason = ReversalReason.WrongAmount) =>
        portal.CallAsync<ReverseRedemption, Outcome<Reversal>>(u => u.RunAsync(redemptionId, reason, _self, default));
}

/// <summary>Vouchers in shoppers' hands.</summary>
public static class VouchersForTests
{
    /// <summary>Gives feedback until a voucher is earned, and reads its code.</summary>
    public static async Task<VoucherInHand> VoucherAsync(this PortalForTests portal, int store = StoreNumbers.Princeton)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var code = portal.Code(store);
        var sent = await portal.Shopper.GivesFeedback(code);
        var voucher = await portal.InDatabaseAsync(db => (
            from v in db.Vouchers.AsNoTracking()
            join a in db.Awards on v.AwardId equals a.Id
            where a.ResponseId == sent.ResponseId
            select v).SingleAsync());
        var plain = await portal.CallAsync<Vault, string>(
            vault => Task.FromResult(vault.Unseal(voucher.SealedCode, voucher.Id.ToByteArray(bigEndian: true))));
        return new VoucherInHand(voucher.Id, plain, voucher.ValueCents, voucher.LastDay);
    }

    /// <summary>What is left on a voucher, and what stands in its books: value − redeemed + reversed.</summary>
    public static Task<(int Balance, int Booked)> BalanceAsync(this PortalForTests portal, VoucherInHand voucher)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.InDatabaseAsync(async db =>
        {
            var balance = await db.Vouchers.Where(v => v.Id == voucher.Id).Select(v => v.BalanceCents).SingleAsync();
            var redemptions = db.Redemptions.Where(r => r.VoucherId == voucher.Id);
            var taken = await redemptions.SumAsync(r => r.AmountCents);
            var back = await db.Reversals.Where(r => redemptions.Any(x => x.Id == r.RedemptionId)).SumAsync(r => r.AmountCents);
            return (balance, voucher.ValueCents - taken + back);
        });
    }
}

/// <summary>A voucher as its owner has it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Code">Plain.</param>
/// <param name="ValueCents">What it was worth.</param>
/// <param name="LastDay">The last day it is good.</param>
public sealed record VoucherInHand(Guid Id, string Code, int ValueCents, DateOnly LastDay);
