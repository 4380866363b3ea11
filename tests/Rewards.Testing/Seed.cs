using System.Text.Json;
using Rewards.Application;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Testing;

/// <summary>What every portal has before its first shopper: stores, the survey, promotions, the month's sweepstakes.</summary>
internal static class Seed
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "seed");

    public static async Task AddAsync(RewardsDb db, RecordAct record, PortalSetup setup, PortalSettings settings)
    {
        var month = new DateOnly(setup.Start.Year, setup.Start.Month, 1);
        db.Stores.AddRange(
            new Store(StoreNumbers.Princeton, "Foundry, Princeton", "Princeton", "America/New_York"),
            new Store(StoreNumbers.Oxford, "Mill Creek, Oxford", "Oxford", "America/New_York"),
            new Store(StoreNumbers.Pasadena, "Lake Avenue, Pasadena", "Pasadena", "America/Los_Angeles"),
            Closed(new Store(StoreNumbers.NotTakingPart, "Old Town, Salem", "Salem", "America/New_York")));
        db.SurveyVersions.Add(new SurveyVersion("your-visit", 1, File.ReadAllText(Path.Combine(_folder, "survey-your-visit.json")), setup.Start));
        var promotions = (setup.Promotions ?? Seeded()).Select(Copy).ToList();
        db.Promotions.AddRange(promotions);
        db.Sweepstakes.Add(new MonthlySweepstakes(
            MonthlySweepstakes.DrawIdOf(month.Year, month.Month),
            Zone.StartOf(month, settings.Portal.TimeZone),
            Zone.StartOf(month.AddMonths(1), settings.Portal.TimeZone),
            "Rules of the tests.",
            "$100 gift card\n$50 gift card",
            setup.Entries,
            setup.PrizeTerms));
        await db.SaveChangesAsync();
        if (setup.ArePublished)
        {
            promotions.ForEach(p => record.AddPublished(p, by: null));
            await db.SaveChangesAsync();
        }
    }

    // A setup may serve several portals, and a row is of one database.
    private static Promotion Copy(Promotion p) => new(p.Key, p.Terms(), p.State);

    private static IEnumerable<Promotion> Seeded() =>
        JsonSerializer.Deserialize<List<SeededPromotion>>(File.ReadAllText(Path.Combine(_folder, "promotions.json")), DataJson.Options)!
            .Select(p => PortalSetup.Promotion(p.Key, p.Kind, p.Rule, p.BudgetCents));

    private static Store Closed(Store store)
    {
        store.SetTakesPart(false);
        return store;
    }

    private sealed record SeededPromotion(string Key, AwardKind Kind, string Name, PromotionRule Rule, long? BudgetCents);
}

/// <summary>The stores of every portal for tests.</summary>
public static class StoreNumbers
{
    /// <summary>Eastern time.</summary>
    public const int Princeton = 27;

    /// <summary>Eastern time.</summary>
    public const int Oxford = 46;

    /// <summary>Pacific time: three hours behind the programme's zone.</summary>
    public const int Pasadena = 300;

    /// <summary>Its receipts are refused.</summary>
    public const int NotTakingPart = 404;

    /// <summary>There is no such store.</summary>
    public const int Unknown = 9999;
}
