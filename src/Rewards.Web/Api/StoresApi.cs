using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Rewards.Application;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Staff;

namespace Rewards.Web.Api;

/// <summary>A store's business day, to reconcile its tills with.</summary>
internal static class StoresApi
{
    public static void MapStores(this RouteGroupBuilder api) => api.MapGet("/stores/{store}/reconciliation", ReconcileAsync).WithTags("Stores")
        .Needs(ApiScope.Reconciliation).WithName("reconcile").WithSummary("What was redeemed and undone on a business day, by register and cashier.")
        .Refuses(403, "api-key-of-another-store").Refuses(404, "store-unknown").Refuses(422, "day-invalid");

    private static async Task<Results<Ok<ReconciliationAnswer>, Refused>> ReconcileAsync(
        string store,
        [Description("The store's business day, 2026-11-21.")] string? date,
        HttpContext context,
        ReferenceData reference,
        Reconcile reconcile,
        PortalSettings settings,
        CancellationToken cancellationToken)
    {
        if (!int.TryParse(store, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !(await reference.GetAsync(cancellationToken)).Stores.ContainsKey(number))
        {
            return new Refused(new StoreUnknown(number));
        }

        if (Till.StoreOf(context, number).IsRefused(out var refusal, out _))
        {
            return new Refused(refusal);
        }

        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? TypedResults.Ok(ReconciliationAnswer.Of(await reconcile.RunAsync(number, day, cancellationToken), settings.Portal.Currency))
            : new Refused(new DayInvalid("date"));
    }
}

internal sealed record ReconciliationAnswer(
    int Store,
    DateOnly Date,
    [property: Description("ISO 4217.")] string Currency,
    [property: Description("What was undone among it.")] SumAnswer Redeemed,
    SumAnswer Reversed,
    [property: Description("What the store is owed.")] long NetCents,
    [property: Description("What stands on good vouchers of the whole programme, now.")] SumAnswer Outstanding,
    IReadOnlyList<ReconciledAnswer> Lines)
{
    public static ReconciliationAnswer Of(Reconciliation day, string currency) => new(
        day.StoreNumber,
        day.Day,
        currency,
        SumAnswer.Of(day.Redeemed),
        SumAnswer.Of(day.Reversed),
        day.Redeemed.Cents - day.Reversed.Cents,
        SumAnswer.Of(day.Outstanding),
        [.. day.Lines.Select(l => new ReconciledAnswer(l.Register, l.Cashier, SumAnswer.Of(l.Redeemed), SumAnswer.Of(l.Reversed), l.NetCents))]);
}

internal sealed record SumAnswer(int Count, long Cents)
{
    public static SumAnswer Of(DaySum sum) => new(sum.Count, sum.Cents);
}

internal sealed record ReconciledAnswer(
    [property: Description("Null at the desk.")] int? Register, string Cashier, SumAnswer Redeemed, SumAnswer Reversed, long NetCents);
