using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application.FuelPoints;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Staff;

namespace Rewards.Web.Api;

/// <summary>Fuel points at the pump: looked up by card, spent, and a spending undone.</summary>
internal static class FuelPointsApi
{
    public static void MapFuelPoints(this RouteGroupBuilder api)
    {
        var fuel = api.MapGroup("").WithTags("Fuel points");
        fuel.MapGet("/shoppers/{card}/fuel-points", ShowAsync).Needs(ApiScope.ReadFuel).WithName("showFuelPoints")
            .WithSummary("What the shopper of a card can spend now.").Refuses(404, "loyalty-card-unknown");
        fuel.MapPost("/shoppers/{card}/fuel-redemptions", RedeemAsync).Needs(ApiScope.RedeemFuel).WithName("redeemFuelPoints")
            .WithSummary("Spends points on cheaper fuel, once a key: the same Idempotency-Key with the same body is answered as it was first.")
            .Refuses(403, "api-key-of-another-store").Refuses(404, "loyalty-card-unknown", "store-unknown")
            .Refuses(409, "fuel-points-too-few", "idempotency-key-reused", "try-again")
            .Refuses(422, "fuel-tier-unknown", "idempotency-key-missing", "api-store-missing", "register-invalid", "cashier-invalid");
        fuel.MapPost("/fuel-redemptions/{id}/reversal", ReverseAsync).Needs(ApiScope.RedeemFuel).WithName("reverseFuelRedemption")
            .WithSummary("Undoes a spending of the same business day, by another person than who took it; the same sent again is answered as it was first.")
            .Refuses(403, "api-key-of-another-store", "reversal-by-same-person").Refuses(404, "fuel-redemption-unknown", "store-unknown")
            .Refuses(409, "fuel-redemption-already-reversed", "reversal-on-another-day", "try-again")
            .Refuses(422, "api-store-missing", "cashier-invalid");
    }

    private static async Task<Results<Ok<FuelPointsAnswer>, Refused>> ShowAsync(
        [Description("The loyalty card, as scanned.")] string card, ShowFuelPoints show, CancellationToken cancellationToken) =>
        (await show.OfCardAsync(card, cancellationToken)).IsRefused(out var refusal, out var balance)
            ? new Refused(refusal)
            : TypedResults.Ok(FuelPointsAnswer.Of(balance));

    private static async Task<Results<Created<FuelRedemptionAnswer>, Refused>> RedeemAsync(
        string card,
        FuelRedemptionRequest body,
        [FromHeader(Name = PortalApi.IdempotencyKey)] string? key,
        HttpContext context,
        RedeemFuelPoints redeem,
        CancellationToken cancellationToken)
    {
        if ((await Till.OfAsync(context, body.Store, body.Register, ("cashier", body.Cashier))).IsRefused(out var refusal, out var till)
            || (await redeem.RunAsync(card, body.Points, till.Actor, key, cancellationToken)).IsRefused(out refusal, out var redeemed))
        {
            return new Refused(refusal);
        }

        return TypedResults.Created((string?)null, FuelRedemptionAnswer.Of(redeemed));
    }

    private static async Task<Results<Created<FuelReversalAnswer>, Refused>> ReverseAsync(
        string id, FuelReversalRequest body, HttpContext context, ReverseFuelRedemption reverse, CancellationToken cancellationToken)
    {
        if ((await Till.OfAsync(context, body.Store, null, ("supervisor", body.Supervisor))).IsRefused(out var refusal, out var till))
        {
            return new Refused(refusal);
        }

        var outcome = Guid.TryParse(id, out var redemptionId)
            ? await reverse.RunAsync(redemptionId, body.Reason, till.Actor, cancellationToken)
            : new FuelRedemptionUnknown();
        return outcome.IsRefused(out refusal, out var reversed)
            ? new Refused(refusal)
            : TypedResults.Created((string?)null, new FuelReversalAnswer(reversed.ReversalId, reversed.Points));
    }
}

internal sealed record FuelPointsAnswer(
    [property: Description("What can be spent.")] int Points,
    [property: Description("By the month they were earned in, what ends first first; below 0 where a refund left a debt.")] IReadOnlyList<FuelLotAnswer> Lots,
    [property: Description("What the points reach, the fewest first.")] IReadOnlyList<FuelTierAnswer> Tiers,
    [property: Description("Of one redemption.")] int MaximumGallons)
{
    public static FuelPointsAnswer Of(FuelPointsBalance balance) => new(
        balance.Points,
        [.. balance.Lots.Select(l => new FuelLotAnswer(l.Points, l.Lot.LastDay))],
        [.. balance.Tiers.Select(t => new FuelTierAnswer(t.Points, t.CentsPerGallon))],
        balance.MaximumGallons);
}

internal sealed record FuelLotAnswer(int Points, [property: Description("The last day they are good, in the programme's time zone.")] DateOnly ExpiresOn);

internal sealed record FuelTierAnswer(int Points, [property: Description("Off the price of a gallon.")] int CentsPerGallon);

internal sealed record FuelRedemptionRequest(
    [property: Description("0 to 63.")] int Register,
    [property: Description("Who is at the register, 1 to 40 characters.")] string Cashier,
    [property: Description("Of which tier; the best that the points reach where nothing is said.")] int? Points = null,
    [property: Description("Needed by a key for all stores.")] int? Store = null);

internal sealed record FuelRedemptionAnswer(
    Guid RedemptionId,
    int Points,
    [property: Description("Off the price of a gallon.")] int CentsPerGallon,
    int MaximumGallons,
    [property: Description("What could be spent after it.")] int PointsLeft)
{
    public static FuelRedemptionAnswer Of(FuelRedeemed redeemed) =>
        new(redeemed.RedemptionId, redeemed.Points, redeemed.CentsPerGallon, redeemed.MaximumGallons, redeemed.PointsLeft);
}

internal sealed record FuelReversalRequest(
    FuelReversalReason Reason,
    [property: Description("Another person than the cashier who redeemed.")] string Supervisor,
    [property: Description("Needed by a key for all stores.")] int? Store = null);

internal sealed record FuelReversalAnswer(Guid ReversalId, [property: Description("What went back.")] int Points);
