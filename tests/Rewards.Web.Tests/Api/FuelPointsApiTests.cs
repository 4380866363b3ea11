using System.Globalization;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Api;

/// <summary>Fuel points at the pump, refunds, and points that wait for the till.</summary>
public class FuelPointsApiTests
{
    private const string Card = "40000001";
    private const string Points = $"/api/v1/shoppers/{Card}/fuel-points";
    private const string Redemptions = $"/api/v1/shoppers/{Card}/fuel-redemptions";

    private static Task<TillForTests> OpenAsync(DatabaseKind database, Dictionary<string, string?>? settings = null) =>
        TillForTests.OpenAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()], Settings = settings ?? [] });

    private static object Sale(int? points = null, string cashier = "Ana", int register = 7) =>
        points is null ? new { register, cashier } : new { register, cashier, points };

    private static object Receipt(int transaction, int cents = 5_000) => new
    {
        store = StoreNumbers.Princeton, register = 5, transaction, purchasedAt = "2026-03-10T09:30:00", totalCents = cents, departments = new[] { "Bakery" },
    };

    private static string NumberOf(int transaction, int store = StoreNumbers.Princeton) =>
        string.Create(CultureInfo.InvariantCulture, $"{store}.2026-03-10.5.{transaction}");

    [Theory, EveryDatabase]
    public async Task Points_are_looked_up_spent_by_key_and_given_back_by_another_person(DatabaseKind database)
    {
        await using var till = await OpenAsync(database);
        await till.Portal.Below.Driver(Card).Earns(250);

        Assert.Equal(
            """{"points":250,"lots":[{"points":250,"expiresOn":"2026-04-30"}],"tiers":[{"points":100,"centsPerGallon":10},{"points":200,"centsPerGallon":20}],"maximumGallons":35}""",
            (await till.Gets(Points)).Text);

        var redeemed = await till.Posts(Redemptions, Sale(100), "sale 1");
        Assert.Equal("201", redeemed.Said);
        Assert.Equal((100, 10, 35, 150), (redeemed["points"].GetInt32(), redeemed["centsPerGallon"].GetInt32(), redeemed["maximumGallons"].GetInt32(), redeemed["pointsLeft"].GetInt32()));
        var crowd = await Crowd.AtOnce(20, _ => till.Posts(Redemptions, Sale(100), "sale 1"));
        Assert.All(crowd, again => Assert.Equal(redeemed.Text, again.Text));
        Assert.Equal("409 idempotency-key-reused", (await till.Posts(Redemptions, Sale(100, register: 8), "sale 1")).Said);
        Assert.Equal("409 fuel-points-too-few (points)", (await till.Posts(Redemptions, Sale(200), "sale 2")).Said);
        Assert.Equal("422 fuel-tier-unknown (points)", (await till.Posts(Redemptions, Sale(150), "sale 3")).Said);
        Assert.Equal("422 idempotency-key-missing", (await till.Posts(Redemptions, Sale())).Said);
        Assert.Equal((100, 50), await LeftAsync(till, "sale 4"));

        var reversal = $"/api/v1/fuel-redemptions/{redeemed["redemptionId"].GetGuid()}/reversal";
        Assert.Equal("403 reversal-by-same-person", (await till.Posts(reversal, new { reason = "wrong-tier", supervisor = "ANA" })).Said);
        Assert.Equal("400 request-malformed (reason)", (await till.Posts(reversal, new { reason = 1, supervisor = "Luz" })).Said);
        var undone = await Crowd.AtOnce(8, _ => till.Posts(reversal, new { reason = "wrong-tier", supervisor = "Luz" }));
        Assert.Equal(100, undone[0]["points"].GetInt32());
        Assert.All(undone, again => Assert.Equal(undone[0].Text, again.Text));
        Assert.Equal("409 fuel-redemption-already-reversed", (await till.Posts(reversal, new { reason = "wrong-card", supervisor = "Luz" })).Said);
        Assert.Equal(150, (await till.Gets(Points))["points"].GetInt32());

        var row = (await till.Portal.Below.AllAsync<FuelRedemption>()).Single(r => r.Points == 100 && r.IdempotencyKey == "sale 1");
        Assert.Equal((7, "Ana", StoreNumbers.Princeton), (row.Register, row.Cashier, row.StoreNumber));
    }

    [Theory, EveryDatabase]
    public async Task Of_fifty_at_the_pump_at_once_those_that_the_points_reach_get_them(DatabaseKind database)
    {
        await using var till = await OpenAsync(database);
        await till.Portal.Below.Driver(Card).Earns(750);

        var answers = await Crowd.AtOnce(50, i => till.Posts(Redemptions, Sale(100), $"sale {i}"));

        Assert.Equal((7, 43), (answers.Count(a => a.Said == "201"), answers.Count(a => a.Said == "409 fuel-points-too-few (points)")));
        Assert.Equal(50, (await till.Gets(Points))["points"].GetInt32());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("12")]
    [InlineData("40000002")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%EF%BF%BF")]
    public async Task A_card_that_nobody_has_is_unknown_whatever_it_looks_like(string card)
    {
        await using var till = await OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal("404 loyalty-card-unknown (card)", (await till.Gets($"/api/v1/shoppers/{card}/fuel-points")).Said);
        Assert.Equal("404 loyalty-card-unknown (card)", (await till.Posts($"/api/v1/shoppers/{card}/fuel-redemptions", Sale(), "k")).Said);
    }

    [Fact]
    public async Task A_key_does_with_points_what_it_was_made_for_and_nothing_more()
    {
        await using var till = await OpenAsync(DatabaseKind.Sqlite);
        await till.Portal.Below.Driver(Card).Earns(100);
        var reader = (await till.KeyAsync(StoreNumbers.Princeton, "fuel:read")).Token;

        Assert.Equal("200", (await till.Gets(Points, reader)).Said);
        Assert.Equal("403 api-scope-missing", (await till.Posts(Redemptions, Sale(), "k", reader)).Said);
        Assert.Equal("403 api-scope-missing", (await till.Posts($"/api/v1/receipts/{NumberOf(1)}/refunds", new { amountCents = 1 }, "k", reader)).Said);

        var redeemed = await till.Posts(Redemptions, Sale(), "k");
        var oxford = (await till.KeyAsync(StoreNumbers.Oxford)).Token;
        Assert.Equal(
            "404 fuel-redemption-unknown",
            (await till.Posts($"/api/v1/fuel-redemptions/{redeemed["redemptionId"].GetGuid()}/reversal", new { reason = "wrong-card", supervisor = "Luz" }, token: oxford)).Said);
        Assert.Equal("404 fuel-redemption-unknown", (await till.Posts("/api/v1/fuel-redemptions/x/reversal", new { reason = "wrong-card", supervisor = "Luz" })).Said);
    }

    [Theory, EveryDatabase]
    public async Task A_refund_by_code_or_number_takes_back_once_a_key_what_the_receipt_earned(DatabaseKind database)
    {
        await using var till = await OpenAsync(database);
        var receiptId = await till.Portal.Below.Driver(Card).Earns(100, byTotal: true, totalCents: 5_000);
        var key = Domain.Receipts.ReceiptKey.FromId(receiptId);
        var number = FormattableString.Invariant($"{key.StoreNumber}.{key.BusinessDay:yyyy-MM-dd}.{key.Register}.{key.Transaction}");
        var refunds = $"/api/v1/receipts/{number}/refunds";

        var refunded = await till.Posts(refunds, new { amountCents = 2_500 }, "back 1");
        Assert.Equal(("201", 50, 0), (refunded.Said, refunded["pointsTaken"].GetInt32(), refunded["pointsLeft"].GetInt32()));
        Assert.Equal(refunded.Text, (await till.Posts(refunds, new { amountCents = 2_500 }, "back 1")).Text);
        Assert.Equal("409 idempotency-key-reused", (await till.Posts(refunds, new { amountCents = 2_499 }, "back 1")).Said);
        Assert.Equal("409 refund-too-high (amountCents)", (await till.Posts(refunds, new { amountCents = 2_501 }, "back 2")).Said);
        Assert.Equal("422 refund-amount-invalid (amountCents)", (await till.Posts(refunds, new { amountCents = 0 }, "back 2")).Said);
        Assert.Equal("404 receipt-unregistered", (await till.Posts($"/api/v1/receipts/{NumberOf(4_000)}/refunds", new { amountCents = 1 }, "back 2")).Said);
        Assert.Equal("403 api-key-of-another-store (store)", (await till.Posts($"/api/v1/receipts/{NumberOf(1, StoreNumbers.Oxford)}/refunds", new { amountCents = 1 }, "back 2")).Said);
        Assert.Equal("404 receipt-code-unknown (receipt)", (await till.Posts($"/api/v1/receipts/{PortalForTests.ForgedCode()}/refunds", new { amountCents = 1 }, "back 2")).Said);
        Assert.Equal("422 receipt-code-group-invalid-symbol (receipt)", (await till.Posts("/api/v1/receipts/27.2026-02-30.5.1/refunds", new { amountCents = 1 }, "back 2")).Said);

        // Whoever has the receipt may bring it back to any store.
        var code = (await till.Posts("/api/v1/receipts", Receipt(9)))["code"].GetString();
        var oxford = (await till.KeyAsync(StoreNumbers.Oxford)).Token;
        Assert.Equal("201", (await till.Posts($"/api/v1/receipts/{code}/refunds", new { amountCents = 5_000 }, "back", oxford)).Said);
        Assert.Equal(50, (await till.Gets(Points))["points"].GetInt32());
    }

    [Theory]
    [EveryDatabase(false)]
    [EveryDatabase(true)]
    public async Task Points_that_wait_are_posted_as_the_till_registers_the_receipt(DatabaseKind database, bool inBatch)
    {
        await using var till = await OpenAsync(database, new() { ["FuelPoints:PendingUntilTillConfirms"] = "true" });
        var code = till.Portal.Below.Code();
        var receipt = till.Portal.Below.ReceiptOf(code);
        await till.Portal.Below.Shopper.GivesFeedback(code, card: Card);
        Assert.Equal(0, (await till.Gets(Points))["points"].GetInt32());
        var sent = new
        {
            store = receipt.StoreNumber, register = receipt.Register, transaction = receipt.Transaction,
            purchasedAt = "2026-03-10T09:30:00", totalCents = 5_000, departments = new[] { "Bakery" },
        };

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(inBatch ? "200" : times == 0 ? "201" : "200", (inBatch
                ? await till.PostsText("/api/v1/receipts/batch", $"{System.Text.Json.JsonSerializer.Serialize(Receipt(9))}\n{System.Text.Json.JsonSerializer.Serialize(sent)}\n", "application/x-ndjson")
                : await till.Posts("/api/v1/receipts", sent)).Said);
        }

        Assert.Equal(50, (await till.Gets(Points))["points"].GetInt32());
        Assert.Equal(AwardStatus.Granted, Assert.Single(await till.Portal.Below.AllAsync<Award>()).Status);
        Assert.Single(await till.Portal.Below.LedgerAsync());
    }

    // Spends the best tier there is.
    private static async Task<(int Spent, int Left)> LeftAsync(TillForTests till, string key)
    {
        var redeemed = await till.Posts(Redemptions, Sale(), key);
        return (redeemed["points"].GetInt32(), redeemed["pointsLeft"].GetInt32());
    }
}
