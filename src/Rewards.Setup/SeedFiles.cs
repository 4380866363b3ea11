using System.Text.Json;
using CsvHelper;
using Rewards.Application;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;

namespace Rewards.Setup;

/// <summary>The files of db/seed, which are part of this assembly.</summary>
internal static class SeedFiles
{
    /// <summary>The standard survey.</summary>
    public static Survey Survey() => Json<Survey>("survey-your-visit.json");

    /// <summary>The standard promotions.</summary>
    public static IReadOnlyList<SeedPromotion> Promotions() => Json<IReadOnlyList<SeedPromotion>>("promotions.json");

    /// <summary>The demo's stores.</summary>
    public static IReadOnlyList<SeedStore> Stores()
    {
        var stores = new List<SeedStore>();
        using var csv = CsvReader.Create(Open("stores.csv"));
        while (csv.Read())
        {
            stores.Add(new SeedStore(csv.Parse<int>(0), csv.GetString(1), csv.GetString(2)));
        }

        return stores;
    }

    /// <summary>Reads one as JSON.</summary>
    public static T Json<T>(string name)
    {
        using var file = Open(name);
        return JsonSerializer.Deserialize<T>(file, DataJson.Options)!;
    }

    /// <summary>Opens one.</summary>
    public static Stream Open(string name) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream("seed/" + name)
        ?? throw new InvalidOperationException($"db/seed/{name} is not part of this assembly.");
}

/// <summary>A promotion of db/seed/promotions.json.</summary>
internal sealed record SeedPromotion(string Key, AwardKind Kind, string Name, PromotionRule Rule, long? BudgetCents = null, long? BudgetCount = null);

/// <summary>A store of db/seed/stores.csv.</summary>
internal sealed record SeedStore(int Number, string Name, string Town);
