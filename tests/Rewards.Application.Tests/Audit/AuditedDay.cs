using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Audit;
using Rewards.Application.FuelPoints;
using Rewards.Application.Promotions;
using Rewards.Application.Shoppers;
using Rewards.Application.Staff;
using Rewards.Application.Vouchers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Audit;

/// <summary>A portal on which everything was done that is linked, at least once.</summary>
internal static class AuditedDay
{
    /// <summary>Points, an entry and a voucher for every response, all published.</summary>
    public static PortalSetup Setup() => new() { Promotions = [PortalSetup.FuelPoints(500), PortalSetup.Entry(), PortalSetup.Voucher()], ArePublished = true };

    /// <summary>Starts a portal with a chain that has begun, and does one of everything.</summary>
    public static async Task<PortalForTests> StartAsync(DatabaseKind database)
    {
        var portal = await PortalForTests.StartAsync(database, Setup());
        await portal.SealsAsync();

        var driver = portal.Driver();
        var receipt = await driver.Earns(500);
        await portal.ReversesFuel((await driver.Redeems(100)).Value.RedemptionId);
        _ = (await driver.Redeems(100)).Value;
        _ = (await portal.Refunds(receipt, 5_000)).Value;

        var (cashier, supervisor) = (await portal.CashierAsync(), await portal.CashierAsync());
        var voucher = await portal.VoucherAsync();
        var redeemed = (await cashier.Redeems(voucher.Code, 100)).Value;
        _ = (await supervisor.Reverses(redeemed.RedemptionId)).Value;
        _ = (await cashier.Redeems(voucher.Code, 50)).Value;
        var lost = await portal.VoucherAsync();
        _ = (await portal.CallAsync<VoidVoucher, Outcome<Voided>>(u => u.RunAsync(lost.Id, VoidReason.Lost, Reissue.Shown, supervisor.Id, default))).Value;
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com");
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ben@example.com");
        var ana = (await portal.AllAsync<Shopper>()).Single(s => s.Email == "ana@example.com");
        _ = (await portal.CallAsync<LinkCard, Outcome<Shopper>>(u => u.RunAsync(ana.Id, "40000002", true, supervisor.Id, default))).Value;
        await OfflineAsync(portal);

        await KeysAsync(portal, supervisor.Id);
        await AdjustAsync(portal, cashier.Id, supervisor.Id);
        await PublishAsync(portal, supervisor.Id);
        return portal;
    }

    /// <summary>Links what is not linked.</summary>
    public static Task<Linked> SealsAsync(this PortalForTests portal, DateTime? since = null) =>
        portal.CallAsync<SealAudit, Linked>(u => u.RunAsync(since, default));

    /// <summary>Verifies the chain.</summary>
    public static Task<AuditVerdict> VerifiesAsync(this PortalForTests portal, AuditHead? noted = null) =>
        portal.CallAsync<VerifyAudit, AuditVerdict>(u => u.RunAsync(noted, null, default));

    /// <summary>What a verification says while something is otherwise; afterwards it is as before.</summary>
    public static Task<string?> SaysWithAsync(this PortalForTests portal, params string[] statements) => portal.CallAsync<IServiceProvider, string?>(async services =>
    {
        var db = services.GetRequiredService<RewardsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var changed = 0;
        foreach (var statement in statements)
        {
            changed += await db.Database.ExecuteSqlRawAsync(statement);
        }

        return changed == 0 ? $"nothing was changed by {statements[0]}" : (await services.GetRequiredService<VerifyAudit>().RunAsync(null, null, default)).Fault;
    });

    // One voucher, taken at two desks: one of them has a redemption, the other an exception.
    private static async Task OfflineAsync(PortalForTests portal)
    {
        var voucher = await portal.VoucherAsync();
        var taken = (await portal.DesksAsync(2)).Select(d => d.Takes(voucher, 500)).ToList();
        _ = (await taken[0].Sends()).Value;
        _ = (await taken[1].Sends()).Value;
        Assert.Null(await portal.SettlesAsync(taken[1].Id, OfflineResolution.AcceptedAsLoss, "Two of one family."));
    }

    private static async Task KeysAsync(PortalForTests portal, Guid by)
    {
        var key = (await portal.CallAsync<CreateApiKey, Outcome<CreatedKey>>(u => u.RunAsync("Registers", StoreNumbers.Princeton, [ApiScope.ReadVouchers], by, default))).Value;
        await portal.CallAsync<RevokeApiKey, Error?>(u => u.RunAsync(key.Id, by, default));
    }

    private static async Task AdjustAsync(PortalForTests portal, Guid proposer, Guid approver)
    {
        var shopper = (await portal.AllAsync<FuelPointPosting>())[0].ShopperId;
        var proposed = (await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.ProposeAsync(shopper, 40, "The pump failed.", proposer, default))).Value;
        _ = (await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.DecideAsync(proposed.Id, true, approver, default))).Value;
        var withdrawn = (await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.ProposeAsync(shopper, 50, "By mistake.", proposer, default))).Value;
        _ = (await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.WithdrawAsync(withdrawn.Id, proposer, default))).Value;
    }

    private static async Task PublishAsync(PortalForTests portal, Guid by)
    {
        var id = await portal.CallAsync<EditPromotion, int>(u => u.BeginAsync("Fifty for everyone", default));
        _ = (await portal.CallAsync<EditPromotion, Outcome<Promotion>>(u => u.StepAsync(id, 0, PromotionStep.Publish, by, default))).Value;
    }
}
