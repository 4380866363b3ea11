using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application.FuelPoints;
using Rewards.Application.Receipts;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Receipts;
using Rewards.Domain.Staff;
using Rewards.Web.Hosting;

namespace Rewards.Web.Api;

/// <summary>Money that went back for a receipt, as the tills say.</summary>
internal static class RefundsApi
{
    public static void MapRefunds(this RouteGroupBuilder api) => api.MapPost("/receipts/{receipt}/refunds", RefundAsync).WithTags("Receipts")
        .Needs(ApiScope.Receipts).WithName("refundReceipt")
        .WithSummary("Takes down what went back for a receipt, and takes back what it earned, once a key: the same Idempotency-Key with the same body is answered as it was first.")
        .Refuses(403, "api-key-of-another-store").Refuses(404, "receipt-code-unknown", "receipt-unregistered")
        .Refuses(409, "refund-too-high", "idempotency-key-reused", "try-again")
        .Refuses(422, [.. ResponsesApi.CodeSlips, "refund-amount-invalid", "idempotency-key-missing"])
        .Refuses(429, "too-many-codes");

    private static async Task<Results<Created<RefundAnswer>, Refused>> RefundAsync(
        [Description("Its code, at whichever store it is brought back; or store.day.register.transaction, 27.2026-11-21.5.77, where it is the key's own store.")]
        string receipt,
        RefundRequest body,
        [FromHeader(Name = PortalApi.IdempotencyKey)] string? key,
        HttpContext context,
        ReadReceiptCode read,
        RefundReceipt refund,
        CancellationToken cancellationToken)
    {
        if ((await ReceiptOfAsync(receipt, context, read, cancellationToken)).IsRefused(out var refusal, out var refunded)
            || (await refund.RunAsync(
                refunded.Id, body.AmountCents, new TillActor(StoreClaim.PersonOf(context.User), refunded.StoreNumber, null), key, cancellationToken))
                .IsRefused(out refusal, out var taken))
        {
            return new Refused(refusal, refusal.Field == "code" ? "receipt" : null);
        }

        return TypedResults.Created((string?)null, new RefundAnswer(taken.RefundId, taken.PointsTaken, taken.PointsLeft));
    }

    // Whoever has the code has the receipt; its number can be guessed.
    private static async Task<Outcome<ReceiptKey>> ReceiptOfAsync(string receipt, HttpContext context, ReadReceiptCode read, CancellationToken cancellationToken)
    {
        if (ReceiptKey.TryRead(receipt, out var named))
        {
            return Till.StoreOf(context, named.StoreNumber).IsRefused(out var another, out _) ? another : named;
        }

        return (await read.RunAsync(receipt, Till.ClientOf(context), cancellationToken)).IsRefused(out var refusal, out var valid) ? refusal : valid.Key;
    }
}

internal sealed record RefundRequest([property: Description("What went back, in cents, more than 0.")] long AmountCents);

internal sealed record RefundAnswer(
    Guid RefundId,
    [property: Description("What of the points that the receipt earned went with it.")] int PointsTaken,
    [property: Description("What would have gone with it and stays with the shopper, by the programme's policy.")] int PointsLeft);
