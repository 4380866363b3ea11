using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.FuelPoints;
using Rewards.Application.Promotions;
using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Testing;

/// <summary>A shopper with a card at the pump, and the till that takes it.</summary>
/// <param name="portal">Where.</param>
/// <param name="card">The card.</param>
public sealed class DriverForTests(PortalForTests portal, string card)
{
    private static readonly Guid _till = Guid.CreateVersion7();

    /// <summary>The card.</summary>
    public string Card => card;

    /// <summary>A cashier at a till of a store.</summary>
    public static TillActor Cashier(string name = "Ida", int store = StoreNumbers.Princeton) => new(_till, store, name);

    /// <summary>Sends a response of a registered receipt that earns so many points; returns the receipt.</summary>
    /// <param name="points">How many.</param>
    /// <param name="byTotal">Whether they are for each dollar.</param>
    /// <param name="totalCents">What was paid; null for a receipt that no till has registered.</param>
    public async Task<long> Earns(int points, bool byTotal = false, long? totalCents = 5_000)
    {
        var key = portal.ReceiptOf(portal.Code());
        var receipt = new Receipt(key, totalCents is null ? null : key.BusinessDay.ToDateTime(new TimeOnly(9, 30)), totalCents, 3, "Bakery", null);
        if (totalCents is null)
        {
            receipt = Receipt.FromCode(key);
        }

        await portal.InDatabaseAsync(async db =>
        {
            db.Receipts.Add(receipt);
            await db.SaveChangesAsync();
        });
        _ = (await portal.CallAsync<IServiceProvider, Outcome<Sent>>(services => services.GetRequiredService<RacingWrite>().RunAsync(
            () => SendAsync(services, receipt, points, byTotal),
            () => services.GetRequiredService<FindShopper>().LockAsync(new ContactDetails(null, card), default),
            default))).Value;
        return receipt.Id;
    }

    /// <summary>Redeems; with a key of its own where none is given.</summary>
    public Task<Outcome<FuelRedeemed>> Redeems(int? points = null, string? key = null, string cashier = "Ida") =>
        portal.CallAsync<RedeemFuelPoints, Outcome<FuelRedeemed>>(
            u => u.RunAsync(card, points, Cashier(cashier), key ?? Guid.NewGuid().ToString(), default));

    /// <summary>What can be spent.</summary>
    public async Task<FuelPointsBalance> Balance() =>
        (await portal.CallAsync<ShowFuelPoints, Outcome<FuelPointsBalance>>(u => u.OfCardAsync(card, default))).Value;

    // As SubmitResponse does it, without the survey.
    private async Task<Outcome<Sent>> SendAsync(IServiceProvider services, Receipt receipt, int points, bool byTotal)
    {
        var (db, grant) = (services.GetRequiredService<RewardsDb>(), services.GetRequiredService<GrantAwards>());
        var known = await services.GetRequiredService<ReferenceData>().GetAsync(default);
        var now = portal.Clock.Now;
        var person = await services.GetRequiredService<FindShopper>().RunAsync(new ContactDetails(null, card), "en", now, default);
        var response = new Response(
            Guid.CreateVersion7(now), receipt.Id, receipt.StoreNumber, known.CurrentSurveyId, receipt.Departments, "en", now);
        response.Submit(ResponseReference.Create(), person.Shopper.Id, now, receipt.BusinessDay);
        db.Responses.Add(response);
        var offer = known.Offers.First(o => o.Kind == AwardKind.FuelPoints);
        grant.Add(
            new AwardDecision(offer, AwardStatus.Granted, points, new Why(AwardReason.ThankYou)) { ByTotal = byTotal },
            response,
            new PaidReceipt(receipt.BusinessDay, receipt.TotalCents, 0),
            person,
            known);
        await db.SaveChangesAsync();
        return new Sent();
    }

    private sealed record Sent;
}

/// <summary>What happens to fuel points besides.</summary>
public static class FuelForTests
{
    /// <summary>A shopper with a card.</summary>
    public static DriverForTests Driver(this PortalForTests portal, string card = "40000001") => new(portal, card);

    /// <summary>Undoes a redemption.</summary>
    public static Task<Outcome<FuelReversed>> ReversesFuel(this PortalForTests portal, Guid redemptionId, string supervisor = "Max", int store = StoreNumbers.Princeton) =>
        portal.CallAsync<ReverseFuelRedemption, Outcome<FuelReversed>>(
            u => u.RunAsync(redemptionId, FuelReversalReason.WrongTier, DriverForTests.Cashier(supervisor, store), default));

    /// <summary>Refunds a part of a receipt.</summary>
    public static Task<Outcome<Refunded>> Refunds(this PortalForTests portal, long receiptId, long cents, string? key = null) =>
        portal.CallAsync<RefundReceipt, Outcome<Refunded>>(
            u => u.RunAsync(receiptId, cents, DriverForTests.Cashier(), key ?? Guid.NewGuid().ToString(), default));

    /// <summary>The till's journal confirms a receipt; returns how many awards no longer wait.</summary>
    public static async Task<int> Confirms(this PortalForTests portal, long receiptId) =>
        (await portal.CallAsync<ConfirmReceipt, Outcome<Confirmed>>(u => u.RunAsync(receiptId, default))).Value.Awards;

    /// <summary>Writes off what has ended.</summary>
    public static Task<Swept> SweepsFuel(this PortalForTests portal) => portal.CallAsync<SweepFuelPoints, Swept>(u => u.RunAsync(default));

    /// <summary>Recomputes the whole ledger.</summary>
    public static Task<LedgerCheck> ChecksLedger(this PortalForTests portal) => portal.CallAsync<CheckFuelLedger, LedgerCheck>(u => u.RunAsync(default));

    /// <summary>All lines, in order.</summary>
    public static async Task<IReadOnlyList<FuelPointPosting>> LedgerAsync(this PortalForTests portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return [.. (await portal.AllAsync<FuelPointPosting>()).OrderBy(p => p.LotNumber).ThenBy(p => p.Sequence)];
    }
}
