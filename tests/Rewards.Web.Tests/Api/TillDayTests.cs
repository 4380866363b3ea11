using System.Text;
using Rewards.Domain.Receipts;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Api;

/// <summary>A till's day: receipts are registered, responses sent, and in the evening it is reconciled.</summary>
public class TillDayTests
{
    private static object Receipt(int transaction, int cents = 4_217, int store = StoreNumbers.Princeton) =>
        new { store, register = 5, transaction, purchasedAt = "2026-03-10T09:30:00", totalCents = cents, departments = new[] { "Bakery", "Produce" } };

    [Theory, EveryDatabase]
    public async Task A_receipt_is_registered_once_however_often_it_is_sent(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);

        var first = await till.Posts("/api/v1/receipts", Receipt(1));
        var again = await till.Posts("/api/v1/receipts", Receipt(1));
        Assert.Equal(("201", "200"), (first.Said, again.Said));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal("409 receipt-differs", (await till.Posts("/api/v1/receipts", Receipt(1, cents: 1))).Said);
        Assert.Equal("403 api-key-of-another-store (store)", (await till.Posts("/api/v1/receipts", Receipt(1, store: StoreNumbers.Oxford))).Said);
        Assert.Equal(4_217, Assert.Single(await till.Portal.Below.AllAsync<Receipt>()).TotalCents);
        Assert.Contains("<svg", (await till.Gets(new Uri(first["qrSvgUrl"].GetString()!).PathAndQuery, token: "")).Text, StringComparison.Ordinal);

        var crowd = await Crowd.AtOnce(50, _ => till.Posts("/api/v1/receipts", Receipt(2)));
        Assert.Single(crowd.Select(a => a.Text).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task Thousands_of_receipts_are_registered_in_one_call_with_an_answer_each(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var lines = new StringBuilder();
        for (var i = 0; i < 3_000; i++)
        {
            lines.Append(i == 1_234 ? "{\"store\":1" : System.Text.Json.JsonSerializer.Serialize(Receipt(i))).Append('\n');
        }

        var answer = await till.PostsText("/api/v1/receipts/batch", lines.ToString(), "application/x-ndjson");

        var answers = answer.Text.TrimEnd().Split('\n');
        Assert.Equal(("200", 3_000), (answer.Said, answers.Length));
        Assert.Contains("request-malformed", answers[1_234], StringComparison.Ordinal);
        Assert.StartsWith("{\"line\":3000,\"receipt\":{\"code\":\"", answers[^1], StringComparison.Ordinal);
        Assert.Equal(2_999, (await till.Portal.Below.AllAsync<Receipt>()).Count);
        Assert.Equal("415 body-of-another-type", (await till.PostsText("/api/v1/receipts/batch", "{}")).Said);
    }

    [Theory, EveryDatabase]
    public async Task A_response_in_one_call_earns_a_voucher_that_is_redeemed_and_reconciled(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var code = (await till.Posts("/api/v1/receipts", Receipt(9)))["code"].GetString()!;
        object Response(object recommend) => new
        {
            code,
            language = "en",
            answers = new Dictionary<string, object?>
            {
                ["recommend"] = recommend, ["satisfaction"] = 5, ["departments"] = new Dictionary<string, int?> { ["Bakery"] = 4, ["Produce"] = null }, ["ease"] = 6,
                ["friendliness"] = 5, ["comment"] = "Fine.", ["may-contact"] = false,
            },
        };

        Assert.Equal("422 answer-out-of-range (answers.recommend)", (await till.Posts("/api/v1/responses", Response(11))).Said);
        Assert.Equal("404 question-unknown (q)", (await till.Posts("/api/v1/responses", new { code, language = "en", answers = new { q = 1 } })).Said.Replace("(question)", "(q)", StringComparison.Ordinal));
        var sent = await till.Posts("/api/v1/responses", Response(9));
        Assert.Equal("201", sent.Said);
        Assert.Equal("409 receipt-already-used (code)", (await till.Posts("/api/v1/responses", Response(9))).Said);
        var voucher = sent["awards"].EnumerateArray().Single().GetProperty("voucher").GetProperty("code").GetString()!;

        var redeemed = await till.Posts(
            $"/api/v1/vouchers/{voucher}/redemptions", new { amountCents = 300, register = 2, cashier = "Ana" }, "one");
        Assert.Equal("201", (await till.Posts($"/api/v1/vouchers/{voucher}/redemptions", new { amountCents = 200, register = 1, cashier = "Ben" }, "two")).Said);
        Assert.Equal("201", (await till.Posts($"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal", new { reason = "wrong-voucher", supervisor = "Luz" })).Said);

        var day = await till.Gets($"/api/v1/stores/{StoreNumbers.Princeton}/reconciliation?date=2026-03-10");
        Assert.Equal("200", day.Said);
        Assert.Equal(
            """{"count":2,"cents":500} {"count":1,"cents":300} 200 {"count":1,"cents":800}""",
            $"{day["redeemed"]} {day["reversed"]} {day["netCents"]} {day["outstanding"]}");
        Assert.Equal(["Ben", "Ana"], day["lines"].EnumerateArray().Select(l => l.GetProperty("cashier").GetString()));
        Assert.Equal("422 day-invalid (date)", (await till.Gets($"/api/v1/stores/{StoreNumbers.Princeton}/reconciliation?date=today")).Said);
        Assert.Equal("404 store-unknown (store)", (await till.Gets("/api/v1/stores/99999999999/reconciliation?date=2026-03-10")).Said);
    }
}
