using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Staff;
using Rewards.Domain.Vouchers;

namespace Rewards.Web.Api;

/// <summary>Vouchers at the till: looked up, held, redeemed, and a redemption undone.</summary>
internal static class VouchersApi
{
    private static readonly string[] _codes = ["voucher-code-slip", "voucher-code-of-receipt"];
    private static readonly string[] _states = ["voucher-void", "voucher-of-another-store", "voucher-expired", "voucher-already-redeemed", "voucher-held"];

    public static void MapVouchers(this RouteGroupBuilder api)
    {
        var vouchers = api.MapGroup("").WithTags("Vouchers");
        vouchers.MapGet("/vouchers/{code}", ShowAsync).Needs(ApiScope.ReadVouchers).WithName("showVoucher").WithSummary("What a voucher is good for now.")
            .Refuses(404, "voucher-unknown").Refuses(422, _codes).Refuses(429, "too-many-codes");
        vouchers.MapPost("/vouchers/{code}/holds", HoldAsync).Needs(ApiScope.RedeemVouchers).WithName("holdVoucher")
            .WithSummary("Reserves all of a voucher for some seconds: no other key takes from it, until it is redeemed or released. With an Idempotency-Key it can be sent again.")
            .Refuses(403, "api-key-of-another-store").Refuses(404, "voucher-unknown", "store-unknown").Refuses(409, [.. _states, "try-again"])
            .Refuses(422, [.. _codes, "hold-seconds-invalid", "idempotency-key-missing", "api-store-missing", "register-invalid"]).Refuses(429, "too-many-codes");
        vouchers.MapDelete("/holds/{id}", ReleaseAsync).Needs(ApiScope.RedeemVouchers).WithName("releaseHold").WithSummary("Releases a hold of this key's.")
            .Refuses(404, "hold-unknown");
        vouchers.MapPost("/vouchers/{code}/redemptions", RedeemAsync).Needs(ApiScope.RedeemVouchers).WithName("redeemVoucher")
            .WithSummary("Takes an amount, once a key: the same Idempotency-Key with the same body is answered as it was first.")
            .Refuses(403, "api-key-of-another-store").Refuses(404, "voucher-unknown", "store-unknown")
            .Refuses(409, [.. _states, "hold-over", "voucher-balance-too-low", "voucher-purchase-too-small", "idempotency-key-reused", "try-again"])
            .Refuses(422, [.. _codes, "voucher-amount-invalid", "voucher-purchase-missing", "idempotency-key-missing", "api-store-missing", "register-invalid", "cashier-invalid"])
            .Refuses(429, "too-many-codes", "redemption-limit-cashier", "redemption-limit-register", "redemption-limit-store");
        vouchers.MapPost("/redemptions/{id}/reversal", ReverseAsync).Needs(ApiScope.ReverseVouchers).WithName("reverseRedemption")
            .WithSummary("Undoes a redemption of the same business day, by another person than who redeemed; the same sent again is answered as it was first.")
            .Refuses(403, "api-key-of-another-store", "reversal-by-same-person").Refuses(404, "redemption-unknown", "store-unknown")
            .Refuses(409, "redemption-already-reversed", "reversal-on-another-day", "voucher-void")
            .Refuses(422, "api-store-missing", "cashier-invalid");
    }

    private static async Task<Results<Ok<ApiVoucher>, Refused>> ShowAsync(
        [Description("As typed or scanned.")] string code, HttpContext context, FindVoucher find, PortalSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (await find.RunAsync(code, Till.ClientOf(context), cancellationToken)).IsRefused(out var refusal, out var voucher)
            ? new Refused(refusal)
            : TypedResults.Ok(ApiVoucher.Of(voucher.Terms, settings.Portal.Currency, now, Zone.DayOf(now, settings.Portal.TimeZone)));
    }

    private static async Task<Results<Created<HoldAnswer>, Refused>> HoldAsync(
        string code, HoldRequest body, [FromHeader(Name = PortalApi.IdempotencyKey)] string? key, HttpContext context, HoldVoucher hold, CancellationToken cancellationToken)
    {
        if ((await Till.OfAsync(context, body.Store, body.Register)).IsRefused(out var refusal, out var till)
            || (await hold.RunAsync(code, body.Seconds, till, key, cancellationToken)).IsRefused(out refusal, out var held))
        {
            return new Refused(refusal);
        }

        return TypedResults.Created($"{PortalApi.Version}/holds/{held.HoldId}", new HoldAnswer(held.HoldId, held.Until, held.BalanceCents));
    }

    private static async Task<Results<NoContent, Refused>> ReleaseAsync(
        string id, HttpContext context, HoldVoucher hold, CancellationToken cancellationToken)
    {
        var refusal = Guid.TryParse(id, out var holdId)
            ? await hold.ReleaseAsync(holdId, Hosting.StoreClaim.PersonOf(context.User), cancellationToken)
            : new HoldUnknown();
        return refusal is null ? TypedResults.NoContent() : new Refused(refusal);
    }

    private static async Task<Results<Created<RedemptionAnswer>, Refused>> RedeemAsync(
        string code,
        RedemptionRequest body,
        [FromHeader(Name = PortalApi.IdempotencyKey)] string? key,
        HttpContext context,
        RedeemVoucher redeem,
        CancellationToken cancellationToken)
    {
        if ((await Till.OfAsync(context, body.Store, body.Register, ("cashier", body.Cashier))).IsRefused(out var refusal, out var till)
            || (await redeem.RunAsync(
                new RedemptionOrder(code, body.AmountCents, body.PurchaseCents, body.HoldId), till, key, cancellationToken)).IsRefused(out refusal, out var redeemed))
        {
            // The field as it is called here; the desk has another.
            return new Refused(refusal, refusal.Field == "amount" ? "amountCents" : null);
        }

        return TypedResults.Created((string?)null, new RedemptionAnswer(redeemed.RedemptionId, redeemed.AmountCents, redeemed.BalanceCents));
    }

    private static async Task<Results<Created<ReversalAnswer>, Refused>> ReverseAsync(
        string id, ReversalRequest body, HttpContext context, ReverseRedemption reverse, CancellationToken cancellationToken)
    {
        if ((await Till.OfAsync(context, body.Store, null, ("supervisor", body.Supervisor))).IsRefused(out var refusal, out var till))
        {
            return new Refused(refusal);
        }

        var outcome = Guid.TryParse(id, out var redemptionId)
            ? await reverse.RunAsync(redemptionId, body.Reason, till, cancellationToken)
            : new RedemptionUnknown();
        return outcome.IsRefused(out refusal, out var reversal)
            ? new Refused(refusal)
            : TypedResults.Created((string?)null, new ReversalAnswer(reversal.Id, reversal.AmountCents));
    }
}

/// <summary>Whether something can be taken from a voucher.</summary>
internal enum VoucherStatus
{
    Good,
    Held,
    Used,
    Expired,
    Void,
}

internal sealed record ApiVoucher(
    VoucherStatus Status,
    [property: Description("What can be taken, in cents.")] int BalanceCents,
    [property: Description("ISO 4217.")] string Currency,
    [property: Description("The last day it is good, in the programme's time zone.")] DateOnly ExpiresOn,
    [property: Description("The only stores it is good at; null for all.")] IReadOnlyList<int>? Stores,
    [property: Description("What a purchase comes to at least, in cents; 0 for any.")] int MinimumPurchaseCents,
    [property: Description("Whether it can be taken from once only.")] bool SingleUse)
{
    public static ApiVoucher Of(VoucherTerms terms, string currency, DateTime now, DateOnly today) => new(
        ShownVoucher.StateOf(terms, today) switch
        {
            VoucherState.Used => VoucherStatus.Used,
            VoucherState.Expired => VoucherStatus.Expired,
            VoucherState.Void => VoucherStatus.Void,
            _ => terms.IsHeldAt(now) ? VoucherStatus.Held : VoucherStatus.Good,
        },
        terms.LeftCents,
        currency,
        terms.LastDay,
        terms.Stores?.Numbers,
        terms.MinimumPurchaseCents,
        terms.SingleUse);
}

internal sealed record HoldRequest(
    [property: Description("1 to 600.")] int Seconds,
    [property: Description("0 to 63.")] int? Register = null,
    [property: Description("Needed by a key for all stores.")] int? Store = null);

internal sealed record HoldAnswer(Guid HoldId, DateTime Until, int BalanceCents);

internal sealed record RedemptionRequest(
    [property: Description("In cents, more than 0.")] int AmountCents,
    [property: Description("0 to 63.")] int Register,
    [property: Description("Who is at the register, 1 to 40 characters.")] string Cashier,
    [property: Description("What the purchase comes to, in cents; needed where the voucher asks for a minimum.")] int? PurchaseCents = null,
    [property: Description("The hold that it uses up.")] Guid? HoldId = null,
    [property: Description("Needed by a key for all stores.")] int? Store = null);

internal sealed record RedemptionAnswer(Guid RedemptionId, int AmountCents, int BalanceCents);

internal sealed record ReversalRequest(
    ReversalReason Reason,
    [property: Description("Another person than the cashier who redeemed.")] string Supervisor,
    [property: Description("Needed by a key for all stores.")] int? Store = null);

internal sealed record ReversalAnswer(Guid ReversalId, int AmountCents);
