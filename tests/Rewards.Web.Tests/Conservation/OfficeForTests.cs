using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Application.FuelPoints;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Vouchers;
using Rewards.Testing;

namespace Rewards.Web.Tests.Conservation;

/// <summary>What only people in the office do, beside the tills: another node on the same database.</summary>
/// <param name="below">That node.</param>
/// <param name="world">What all share.</param>
/// <param name="luz">Who proposes and voids.</param>
/// <param name="max">Who approves.</param>
internal sealed class OfficeForTests(PortalForTests below, World world, Guid luz, Guid max)
{
    /// <summary>Gives or takes points by two people.</summary>
    public async Task<string> AdjustsAsync(Dice dice)
    {
        var card = dice.OneOf(World.Cards);
        var points = dice.Below(2) == 0 ? 1 + dice.Below(80) : -1 - dice.Below(80);
        var shopper = await below.InDatabaseAsync(db => db.Shoppers.Where(s => s.LoyaltyCard == card).Select(s => (Guid?)s.Id).SingleOrDefaultAsync());
        if (shopper is not { } id)
        {
            return "";
        }

        if ((await below.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.ProposeAsync(id, points, "By hand.", luz, default)))
            .IsRefused(out var refusal, out var proposed))
        {
            return Said(refusal);
        }

        var decided = await below.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.DecideAsync(proposed.Id, dice.Below(5) > 0, max, default));
        if (decided.Error is null && decided.Value.Status == AdjustmentStatus.Approved)
        {
            world.Done("adjustment", proposed.Id, points);
        }

        return Said(decided.Error);
    }

    /// <summary>Makes a voucher void; most are issued anew.</summary>
    public async Task<string> VoidsAsync(Dice dice)
    {
        if (!world.Vouchers.TryPick(dice, out var code))
        {
            return "";
        }

        var hash = await below.CallAsync<Vault, byte[]>(vault => Task.FromResult(vault.HashVoucher(code)));
        var id = await below.InDatabaseAsync(db => db.Vouchers.Where(v => v.CodeHash == hash).Select(v => v.Id).SingleAsync());
        var voided = await below.CallAsync<VoidVoucher, Outcome<Voided>>(u => u.RunAsync(id, VoidReason.Lost, dice.Below(4) > 0 ? Reissue.Shown : Reissue.Never, luz, default));
        if (voided.Error is null)
        {
            world.Done("void", voided.Value.VoucherId, voided.Value.Cents);
            if (voided.Value.ReplacementId is { } anew)
            {
                var row = await below.InDatabaseAsync(db => db.Vouchers.AsNoTracking().SingleAsync(v => v.Id == anew));
                world.Vouchers.Add(await below.CallAsync<Vault, string>(vault => Task.FromResult(vault.Unseal(row.SealedCode, anew.ToByteArray(bigEndian: true)))));
            }
        }

        return Said(voided.Error);
    }

    /// <summary>A desk without network takes from a voucher and sends it, one in three twice at once: both are answered alike.</summary>
    public async Task<string> RedeemsOfflineAsync(Dice dice)
    {
        if (!world.Vouchers.TryPick(dice, out var code))
        {
            return "";
        }

        var hash = await below.CallAsync<Vault, byte[]>(vault => Task.FromResult(vault.HashVoucher(code)));
        var voucher = await below.InDatabaseAsync(db => db.Vouchers.Where(v => v.CodeHash == hash)
            .Select(v => new VoucherInHand(v.Id, code, v.ValueCents, v.LastDay)).SingleAsync());
        var taken = (await below.DeskAsync(luz)).Takes(voucher, 1 + dice.Below(300));
        var answers = await Task.WhenAll(Enumerable.Range(0, dice.Below(3) == 0 ? 2 : 1).Select(_ => taken.Sends()));
        var said = answers.Where(a => a.Error is null).Select(a => a.Value).Distinct().ToList();
        if (said.Count > 1)
        {
            world.Faults.Enqueue($"One taking was answered in two ways: {string.Join(" / ", said)}");
        }

        if (said is [{ Redeemed: { } redeemed }, ..])
        {
            world.Done("redemption", redeemed.RedemptionId, taken.Cents);
            world.Redemptions.Add(redeemed.RedemptionId);
        }

        return said is [{ ReasonCode: { } reason }, ..] ? $"409 {reason}" : Said(answers[0].Error);
    }

    /// <summary>Posts what waited long enough, writes off what is over.</summary>
    public async Task<string> SweepsAsync()
    {
        await below.CallAsync<ConfirmReceipt, int>(u => u.RunDueAsync(default));
        await below.SweepsFuel();
        return "200";
    }

    private static string Said(Error? error) => error is null ? "200" : error.Code == "voucher-unknown" ? error.Code : $"409 {error.Code}";
}
