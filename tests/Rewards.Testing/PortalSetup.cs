using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Domain.Promotions;
using Rewards.Domain.Sweepstakes;
using Rewards.Setup;
using Rewards.Testing.Databases;

namespace Rewards.Testing;

/// <summary>How a portal for a test differs from the usual one.</summary>
public sealed class PortalSetup
{
    /// <summary>When the test begins: a Tuesday, 11:00 in New York.</summary>
    public DateTime Start { get; init; } = new(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc);

    /// <summary>Settings by their names, as in appsettings.sample.json.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>What is offered; the seeded three where nothing is said.</summary>
    public IReadOnlyList<Promotion>? Promotions { get; init; }

    /// <summary>Who may enter the month's sweepstakes and how often; null for whoever wants to, as often as they want.</summary>
    public EntryTerms? Entries { get; init; }

    /// <summary>What the month's two prizes are worth, and how long a winner has to answer.</summary>
    public PrizeTerms PrizeTerms { get; init; } = new(PrizeTerms.UsualClaimDays, [10_000, 5_000]);

    /// <summary>Whether the acts that published them are taken down, as they are where the portal does it: for tests of the audit.</summary>
    public bool ArePublished { get; init; }

    /// <summary>A promotion that runs from long ago, without end.</summary>
    public static Promotion Promotion(string key, AwardKind kind, PromotionRule rule, long? budgetCents = null) =>
        Promotion(key, new PromotionTerms(key, kind, JsonSerializer.Serialize(rule, DataJson.Options), new DateOnly(2016, 1, 1), BudgetCents: budgetCents));

    /// <summary>A running promotion.</summary>
    public static Promotion Promotion(string key, PromotionTerms terms) => new(key, terms, PromotionState.Running);

    /// <summary>Fuel points for everyone, as the seed has them: once in seven days a shopper.</summary>
    public static Promotion FuelPoints(int amount = 50) =>
        Promotion("weekly-fuel-points", AwardKind.FuelPoints, new PromotionRule(amount, Limits: [PromotionLimit.OncePerShopper(7)]));

    /// <summary>An entry into the month's sweepstakes.</summary>
    public static Promotion Entry() => Promotion("monthly-entry", AwardKind.SweepstakesEntry, new PromotionRule(1));

    /// <summary>A voucher for every response, until the budget is spent.</summary>
    public static Promotion Voucher(int cents = 500, long budgetCents = 2_500_000, bool onlyAtThisStore = false) => Promotion(
        "five-dollar-voucher", AwardKind.Voucher, new PromotionRule(cents, VoucherDays: 60, VoucherOnlyAtThisStore: onlyAtThisStore), budgetCents);

    /// <summary>What the portal registers, on a database of the test's.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="connectionString">The test's own.</param>
    /// <param name="folder">The test's own; null where nothing is put into it.</param>
    public IServiceCollection Services(DatabaseKind kind, string connectionString, string? folder = null) => new ServiceCollection()
        .AddLogging()
        .AddPortal(new ConfigurationBuilder().AddInMemoryCollection(AllSettings(kind, connectionString, folder)).Build(), isDevelopment: false);

    /// <summary>The settings of a portal on a database of the test's.</summary>
    internal Dictionary<string, string?> AllSettings(DatabaseKind kind, string connectionString, string? folder)
    {
        var all = new Dictionary<string, string?>
        {
            ["Database:Provider"] = kind.ToString(),
            ["ConnectionStrings:Rewards"] = connectionString,
            ["Storage:Folder"] = folder,
            ["ReceiptCodes:Keys:0"] = new string('1', 64),
            ["Secrets:Pepper"] = new string('2', 64),
            ["Secrets:SealingKey"] = new string('3', 64),
            ["Secrets:DrawKey"] = new string('4', 64),
            ["Fraud:RedemptionsPerCashier"] = "1000000",
            ["Fraud:CentsPerCashier"] = "2000000000",
            ["Fraud:RedemptionsPerRegister"] = "1000000",
            ["Fraud:CentsPerRegister"] = "2000000000",
            ["Fraud:RedemptionsPerStore"] = "1000000",
            ["Fraud:CentsPerStore"] = "2000000000",
            ["VoucherSigning:Keys:0"] = new string('5', 64),
        };
        foreach (var (name, value) in Settings)
        {
            all[name] = value;
        }

        return all;
    }
}
