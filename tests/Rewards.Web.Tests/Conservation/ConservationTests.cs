using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Staff;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Staff;
using Rewards.Domain.Surveys;
using Rewards.Setup;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Crash;
using Xunit;

namespace Rewards.Web.Tests.Conservation;

/// <summary>
/// Sixteen do whatever may be done with money and points, at random and at once; at the end the books are right to the cent and to the
/// point. REWARDS_CONSERVATION_OPERATIONS makes the run longer, REWARDS_CONSERVATION_SEED makes it again.
/// </summary>
public sealed class ConservationTests
{
    /// <summary>Awards by the dollar of one store and day.</summary>
    internal const int MostADay = 400;

    private const int Actors = 16;
    private const int UsualOperations = 1_500;
    private const int UsualWithCrashes = 600;
    private const int UsualCrashes = 3;

    private static readonly int? _asked = Number("REWARDS_CONSERVATION_OPERATIONS");
    private static readonly ulong _seed = (ulong)(Number("REWARDS_CONSERVATION_SEED") ?? System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue));

    [Theory, EveryDatabase]
    public async Task Whatever_sixteen_do_at_once_money_and_points_are_conserved(DatabaseKind database)
    {
        var operations = _asked ?? UsualOperations;
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup(operations, new DateTime(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc), pendingDays: _seed / 3 % 2));
        var run = await Run.OpenAsync(portal.Below, () => portal.Http, hasOffice: true);
        var clock = new Dice(_seed);

        await run.ActAsync(operations, done =>
        {
            // Holds run out all the time; months end now and then.
            if (done % 40 == 0)
            {
                portal.Below.Clock.Advance(TimeSpan.FromSeconds(1 + clock.Below(20)));
            }

            if (done % Math.Max(200, operations / 100) == 0)
            {
                portal.Below.Clock.Advance(TimeSpan.FromHours(1 + clock.Below(140)));
            }

            return Task.CompletedTask;
        });

        await run.Books.AssertConservedAsync();
        Assert.All(["register 201", "redeem offline 200", "void 200", "adjust 200", "refund 201"], done => Assert.True(run.World.Tally.ContainsKey(done), run.Said));

        // Once every month is over, nothing is left.
        portal.Below.Clock.Advance(TimeSpan.FromDays(62));
        await portal.Below.SweepsFuel();
        Assert.Equal((0L, 0L), (await portal.Below.ChecksLedger()) is var check ? (check.Points, check.Faults) : default);
        await run.Books.AssertConservedAsync();
    }

    [Theory, EveryDatabase]
    public async Task With_the_process_killed_at_random_moments_money_and_points_are_conserved_as_well(DatabaseKind database)
    {
        var operations = _asked ?? UsualWithCrashes;
        var crashes = _asked is null ? UsualCrashes : Math.Max(UsualCrashes, operations / 2_500);
        IReadOnlyDictionary<string, string?> settings = new Dictionary<string, string?>();
        await using var below = await PortalForTests.StartAsync(database, Setup(operations, TimeProvider.System.GetUtcNow().UtcDateTime, pendingDays: 0), (given, clock) =>
        {
            settings = given;
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
            return new ServiceCollection().AddLogging().AddPortal(configuration, isDevelopment: false).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        });
        List<PortalProcess> portals = [];
        try
        {
            // On PostgreSQL the office is a second node, which goes on; SQLite is for one.
            var run = await Run.OpenAsync(below, () => Volatile.Read(ref portals)[^1].Http, hasOffice: database != DatabaseKind.Sqlite);
            portals.Add(await PortalProcess.StartAsync(settings));
            var chance = new Dice(_seed);
            var between = operations / (crashes + 1);
            var killed = 0;
            var next = NextKill();

            await run.ActAsync(operations, async done =>
            {
                if (done == next && killed < crashes)
                {
                    killed++;
                    next = NextKill();
                    await portals[^1].KillAsync();
                    Volatile.Write(ref portals, [.. portals, await PortalProcess.StartAsync(settings)]);
                }
            });

            // Spread over the whole run, each at a moment of its own.
            int NextKill() => ((killed + 1) * between) - chance.Below(between / 2);

            Assert.Equal(crashes, killed);
            Assert.InRange(run.Lost, crashes, int.MaxValue);
            await run.Books.AssertConservedAsync();
        }
        finally
        {
            foreach (var portal in portals)
            {
                await portal.DisposeAsync();
            }
        }
    }

    // Vouchers until the money is spent, some for one use, points until enough have them, points by the dollar up to so many a day.
    private static PortalSetup Setup(int operations, DateTime start, ulong pendingDays) => new()
    {
        Start = start,
        ArePublished = true,
        Promotions =
        [
            Promotion("voucher", AwardKind.Voucher, new PromotionRule(500, VoucherDays: 30), cents: operations * 60L),
            Promotion("voucher-once", AwardKind.Voucher, new PromotionRule(400, VoucherDays: 30, VoucherSingleUse: true), count: operations / 20),
            Promotion("points", AwardKind.FuelPoints, new PromotionRule(60), count: operations / 8),
            Promotion("points-by-dollar", AwardKind.FuelPoints, new PromotionRule(0, PerDollar: 2, Limits: [new PromotionLimit(LimitScope.Store, MostADay, Days: 1)])),
        ],
        Settings =
        {
            ["FuelPoints:RefundPolicy"] = (_seed % 3) switch { 0 => "WithinBalance", 1 => "IntoDebt", _ => "PendingOnly" },
            ["FuelPoints:PendingUntilTillConfirms"] = "true",
            ["FuelPoints:PendingDays"] = pendingDays.ToString(CultureInfo.InvariantCulture),
            ["Throttle:PerClient"] = "1000000",
            ["Throttle:PortalPerHour"] = "1000000",
        },
    };

    private static Promotion Promotion(string key, AwardKind kind, PromotionRule rule, long? cents = null, int? count = null) => PortalSetup.Promotion(
        key, new PromotionTerms(key, kind, System.Text.Json.JsonSerializer.Serialize(rule, Application.DataJson.Options), new DateOnly(2016, 1, 1), BudgetCents: cents, BudgetCount: count));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class Run(PortalForTests below, World world, PatientTill till, IReadOnlyList<Actor> actors)
    {
        private const string Survey = """
            {"key":"short","title":{"en":"Short","es":"Corta"},"touchpoints":{},"questions":[
              {"key":"recommend","kind":"recommend","text":{"en":"?","es":"?"}},{"key":"contact","kind":"contact","text":{"en":"?","es":"?"}}]}
            """;

        private int _done;

        public World World => world;

        public int Lost => till.Lost;

        public Books Books => new(below, world);

        public string Said => $"Seed {_seed}: {string.Join(", ", world.Tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"))}";

        public static async Task<Run> OpenAsync(PortalForTests below, Func<HttpClient> portal, bool hasOffice)
        {
            // One question is enough: what is answered moves nothing.
            await below.InDatabaseAsync(async db =>
            {
                db.SurveyVersions.Add(new SurveyVersion("short", 1, Survey, below.Clock.Now));
                await db.SaveChangesAsync();
            });
            await below.CallAsync<Application.ReferenceData, bool>(reference =>
            {
                reference.Forget();
                return Task.FromResult(true);
            });
            var (luz, max) = ((await below.CashierAsync()).Id, (await below.CashierAsync()).Id);
            var key = (await below.CallAsync<CreateApiKey, Outcome<CreatedKey>>(
                u => u.RunAsync("Till", StoreNumbers.Princeton, [.. ApiScope.All], luz, default))).Value;
            var world = new World();
            var till = new PatientTill(portal, key.Token);
            Task<string> PrintAsync(ReceiptKey receipt) => below.CallAsync<ReceiptCodes, string>(codes => Task.FromResult(codes.Print(receipt)));
            var office = hasOffice ? new OfficeForTests(below, world, luz, max) : null;
            return new Run(below, world, till, [.. Enumerable.Range(0, Actors).Select(i =>
                new Actor(world, till, office, () => Zone.DayOf(below.Clock.Now, "America/New_York"), PrintAsync, i, _seed))]);
        }

        public async Task ActAsync(int operations, Func<int, Task> between)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"REWARDS_CONSERVATION_SEED={_seed}");
            var started = TimeProvider.System.GetTimestamp();
            await Crowd.AtOnce(Actors, async i =>
            {
                for (int number; (number = Interlocked.Increment(ref _done)) <= operations;)
                {
                    await actors[i].ActsAsync();
                    await between(number);
                }

                return true;
            });
            var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            TestContext.Current.TestOutputHelper?.WriteLine($"{Said}; {operations} operations in {seconds:F1} s, {operations / seconds:F0} a second, {Lost} sent again for want of an answer");
        }
    }
}
