using Microsoft.EntityFrameworkCore;
using Rewards.Application.Fraud;
using Rewards.Data.Receipts;
using Rewards.Domain;
using Rewards.Domain.Fraud;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Fraud;

/// <summary>What no single request shows raises an alert: once, whoever finds it.</summary>
public class DetectFraudTests
{
    private static readonly PortalSetup _setup = new()
    {
        Promotions = [PortalSetup.Voucher()],
        Settings =
        {
            ["Fraud:ReversalsPerDay"] = "4", ["Fraud:QuickReversals"] = "3", ["Fraud:ShopperReceipts"] = "3", ["Fraud:GuessesPerDay"] = "4",
        },
    };

    [Theory, EveryDatabase]
    public async Task Reversals_again_and_again_raise_one_alert_of_each_kind_a_day(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var (cashier, supervisor) = (await portal.CashierAsync(), await portal.CashierAsync());
        await UndoAsync(portal, cashier, supervisor, TimeSpan.FromMinutes(1), 2);
        await UndoAsync(portal, cashier, supervisor, TimeSpan.FromMinutes(30), 1);
        Assert.Equal(0, await DetectsAsync(portal));

        await UndoAsync(portal, cashier, supervisor, TimeSpan.FromMinutes(2), 1);
        var raised = await Crowd.AtOnce(4, _ => DetectsAsync(portal));
        Assert.Equal(2, raised.Sum());
        Assert.Equal(0, await DetectsAsync(portal));

        var alerts = (await portal.AllAsync<Alert>()).OrderBy(a => a.Kind).ToList();
        Assert.Equal([(AlertKind.ManyReversals, 4), (AlertKind.QuickReversals, 3)], alerts.Select(a => (a.Kind, a.Count)));
        Assert.All(alerts, a => Assert.Equal(StoreNumbers.Princeton, a.StoreNumber));
        Assert.Equal([30, 2, 1, 1], (await PageAsync(portal, alerts[0])).Evidence.Select(e => e.Minutes!.Value).OrderDescending());
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await DetectsAsync(portal));
    }

    [Theory, EveryDatabase]
    public async Task One_shopper_with_many_receipts_of_a_register_is_told_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com");
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com");
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ben@example.com");
        Assert.Equal(0, await DetectsAsync(portal));

        await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com");
        Assert.Equal(1, await DetectsAsync(portal));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await DetectsAsync(portal));

        var alert = Assert.Single(await portal.AllAsync<Alert>());
        Assert.Equal((AlertKind.SameShopper, "ana@example.com, 1"), (alert.Kind, alert.Who));
        Assert.All((await PageAsync(portal, alert)).Evidence, e => Assert.NotNull(e.ResponseId));
    }

    [Theory, EveryDatabase]
    public async Task A_second_card_on_a_receipt_and_guessing_are_told(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var code = await portal.RegisteredCodeAsync();
        await portal.Shopper.GivesFeedback(code, card: "40000001");
        Assert.Equal(0, await DetectsAsync(portal));

        var receipt = portal.ReceiptOf(code).Id;
        await portal.InDatabaseAsync(db => db.Receipts.Where(r => r.Id == receipt).ExecuteUpdateAsync(set => set.SetProperty(r => r.LoyaltyCard, "40000002")));
        await portal.InDatabaseAsync(async db =>
        {
            db.CodeAttempts.AddRange(Enumerable.Range(0, 4).Select(_ => new CodeAttempt { Client = new byte[16], At = portal.Clock.Now }));
            db.CodeAttempts.AddRange(Enumerable.Range(0, 3).Select(_ => new CodeAttempt { Client = [.. Enumerable.Repeat((byte)1, 16)], At = portal.Clock.Now }));
            await db.SaveChangesAsync();
        });
        Assert.Equal(2, await DetectsAsync(portal));

        Assert.Equal(["…0002 → …0001", "00000000"], (await portal.AllAsync<Alert>()).OrderBy(a => a.Kind).Select(a => a.Who));
    }

    [Theory, EveryDatabase]
    public async Task An_alert_is_closed_once_with_a_note(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var (cashier, supervisor) = (await portal.CashierAsync(), await portal.CashierAsync());
        await UndoAsync(portal, cashier, supervisor, TimeSpan.FromMinutes(1), 3);
        await DetectsAsync(portal);
        var alert = Assert.Single(await portal.AllAsync<Alert>());

        Assert.Equal(new AlertUnknown(), await ClosesAsync(Guid.NewGuid(), "It was nothing."));
        Assert.Equal(new AlertNoteInvalid(Alert.NoteLength), await ClosesAsync(alert.Id, "  "));
        Assert.Null(await ClosesAsync(alert.Id, "A new cashier learned the till."));
        Assert.Equal(new AlertAlreadyAcknowledged(), await ClosesAsync(alert.Id, "Again."));
        Assert.Equal("A new cashier learned the till.", (await PageAsync(portal, alert)).Alert.Note);

        Task<Error?> ClosesAsync(Guid id, string note) => portal.CallAsync<AcknowledgeAlert, Error?>(u => u.RunAsync(id, note, supervisor.Id, default));
    }

    private static Task<int> DetectsAsync(PortalForTests portal) => portal.CallAsync<DetectFraud, int>(u => u.RunAsync(default));

    private static async Task<AlertPage> PageAsync(PortalForTests portal, Alert alert) =>
        (await portal.CallAsync<ListAlerts, AlertPage?>(u => u.OfAsync(alert.Id, default)))!;

    private static async Task UndoAsync(PortalForTests portal, CashierForTests cashier, CashierForTests supervisor, TimeSpan after, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var voucher = await portal.VoucherAsync();
            var redeemed = (await cashier.Redeems(voucher.Code, 100)).Value;
            portal.Clock.Advance(after);
            _ = (await supervisor.Reverses(redeemed.RedemptionId)).Value;
        }
    }
}
