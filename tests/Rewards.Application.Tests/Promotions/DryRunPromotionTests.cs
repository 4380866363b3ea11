using System.Text.Json;
using Rewards.Application.Promotions;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Promotions;

/// <summary>What a dry run says of a promotion is what the promotion did, to the award and to the cent, and for the same reasons.</summary>
public class DryRunPromotionTests
{
    private const int Days = 12;
    private const string TimeZone = "America/New_York";

    // The tests' first day.
    private static readonly DateOnly _first = new(2026, 3, 10);

    private static readonly Promotion[] _promotions =
    [
        Points("everyone", new PromotionRule(30)),
        Points("once-a-week", new PromotionRule(30, Limits: [PromotionLimit.OncePerShopper(7)])),
        Points("once-a-month", new PromotionRule(30, Limits: [new PromotionLimit(LimitScope.Shopper, 1, Month: true)])),
        Points("three-a-store-in-four-days", new PromotionRule(30, Limits: [new PromotionLimit(LimitScope.Store, 3, 4)])),
        Points("four-a-register-a-month", new PromotionRule(30, Limits: [new PromotionLimit(LimitScope.Register, 4, Month: true)])),
        Points("five-in-all", new PromotionRule(30, Limits: [new PromotionLimit(LimitScope.Promotion, 5)])),
        Points("first", new PromotionRule(30, Shopper: ShopperKind.First)),
        Points("returning", new PromotionRule(30, Shopper: ShopperKind.Returning)),
        Points("from-40-dollars", new PromotionRule(30, MinimumTotalCents: 4_000)),
        Points("by-the-dollar", new PromotionRule(0, PerDollar: 3, AtMost: 100)),
        Points("oxford", new PromotionRule(30, Stores: [StoreNumbers.Oxford])),
        Points("bakery", new PromotionRule(30, Departments: ["Bakery"])),
        Points("weekend", new PromotionRule(30, Weekdays: [DayOfWeek.Saturday, DayOfWeek.Sunday])),
        Points("early", new PromotionRule(30, FromHour: 5, ToHour: 9)),
        Points("money", new PromotionRule(30), budgetCents: 700),
        Points("count", new PromotionRule(30), budgetCount: 4),
        New("voucher", AwardKind.Voucher, new PromotionRule(500, VoucherDays: 30), budgetCents: 1_700),
        New("entry", AwardKind.SweepstakesEntry, new PromotionRule(1), budgetCount: 6),
    ];

    [Theory, EveryDatabase]
    public async Task A_dry_run_says_what_the_promotion_gave_on_which_day_at_what_cost_and_why_not(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = _promotions });
        for (var day = 0; day < Days; day++)
        {
            await GiveAsync(portal, portal.Code(), "ana@example.com");
            await GiveAsync(portal, await portal.RegisteredCodeAsync(day % 2 == 0 ? "Bakery" : "Produce", StoreNumbers.Oxford), $"s{day / 2}@example.com");
            if (day % 3 == 0)
            {
                await GiveAsync(portal, await portal.RegisteredCodeAsync(), null);
            }

            // Also past midnight, and by the clock of the store.
            portal.Clock.Advance(TimeSpan.FromHours(21 + (day % 5)));
        }

        var awards = await portal.AllAsync<Award>();
        foreach (var promotion in await portal.AllAsync<Promotion>())
        {
            var days = Zone.DayOf(portal.Clock.Now, TimeZone).DayNumber - _first.DayNumber + 1;
            var run = await portal.CallAsync<DryRunPromotion, DryRun>(u => u.RunAsync(promotion, days, default));
            var own = awards.Where(a => a.PromotionId == promotion.Id).ToList();
            var given = own.Where(a => a.Status != AwardStatus.Declined).ToList();

            Assert.True(run.First == _first, promotion.Key);
            Assert.Equal(
                own.GroupBy(a => a.Reason).Select(g => $"{promotion.Key}: {g.Key} {g.Count()}").Order(),
                run.Reasons.Where(r => r.Value > 0).Select(r => $"{promotion.Key}: {r.Key} {r.Value}").Order());
            Assert.Equal(
                given.GroupBy(a => Zone.DayOf(a.At, TimeZone)).OrderBy(g => g.Key).Select(g => $"{promotion.Key}: {g.Key:o} {g.Count()} {g.Sum(a => a.Amount)}"),
                run.Days.Where(d => d.Given > 0).Select(d => $"{promotion.Key}: {d.Day:o} {d.Given} {d.Amount}"));
            Assert.Equal(own.Count, run.Total.Responses);
            Assert.Equal(promotion.HasBudget ? promotion.SpentCents : await CostAsync(portal, given), run.Total.CostCents);
            Assert.Equal(own.Any(a => a.Reason == AwardReason.BudgetSpent), run.SpentOn is not null);
            Assert.True(given.Count > 0, $"{promotion.Key} gave nothing: that shows nothing.");
        }
    }

    [Fact]
    public async Task It_writes_nothing_and_says_the_same_each_time_also_of_chance()
    {
        await using var portal = await PortalForTests.StartAsync(
            DatabaseKind.Sqlite, new PortalSetup { Promotions = [Points("chance", new PromotionRule(30, OneIn: 3), budgetCount: 100)] });
        for (var i = 0; i < 30; i++)
        {
            await GiveAsync(portal, portal.Code(), $"s{i}@example.com");
        }

        var promotion = Assert.Single(await portal.AllAsync<Promotion>());
        var (before, first) = (await portal.AllAsync<Award>(), await RunAsync());
        var again = await RunAsync();

        Assert.Equal(first.Days, again.Days);
        Assert.InRange(first.Total.Given, 1, 29);
        Assert.Equal(30, first.Reasons.Values.Sum());
        Assert.Equal(before.Count, (await portal.AllAsync<Award>()).Count);
        Assert.Equal(promotion.AwardedCount, Assert.Single(await portal.AllAsync<Promotion>()).AwardedCount);

        Task<DryRun> RunAsync() => portal.CallAsync<DryRunPromotion, DryRun>(u => u.RunAsync(promotion, 7, default));
    }

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(92, 92)]
    [InlineData(int.MaxValue, DryRunPromotion.MostDays)]
    public async Task It_looks_back_from_one_day_to_three_months_and_shows_every_day(int asked, int days)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Promotions = [Points("everyone", new PromotionRule(30))] });
        var promotion = Assert.Single(await portal.AllAsync<Promotion>());

        var run = await portal.CallAsync<DryRunPromotion, DryRun>(u => u.RunAsync(promotion, asked, default));

        Assert.Equal((days, _first, 0), (run.Days.Count, run.Last, run.Total.Responses));
        Assert.Equal(Enumerable.Range(0, days).Select(run.First.AddDays), run.Days.Select(d => d.Day));
    }

    private static async Task GiveAsync(PortalForTests portal, string code, string? email)
    {
        await portal.Shopper.GivesFeedback(code, email);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<long> CostAsync(PortalForTests portal, List<Award> given)
    {
        var cost = 0L;
        foreach (var award in given)
        {
            cost += await portal.CallAsync<BookAward, long>(u => Task.FromResult(u.CostOf(award.Kind, award.Amount)));
        }

        return cost;
    }

    private static Promotion Points(string key, PromotionRule rule, long? budgetCents = null, long? budgetCount = null) =>
        New(key, AwardKind.FuelPoints, rule, budgetCents, budgetCount);

    private static Promotion New(string key, AwardKind kind, PromotionRule rule, long? budgetCents = null, long? budgetCount = null) => PortalSetup.Promotion(
        key, new PromotionTerms(key, kind, JsonSerializer.Serialize(rule, DataJson.Options), _first, BudgetCents: budgetCents, BudgetCount: budgetCount));
}
