using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Data.Staff;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Promotions;

/// <summary>Budgets and shared limits are held to the unit, however many send at once.</summary>
public class BookAwardTests
{
    private const int AtOnce = 16;

    [Theory]
    [EveryDatabase(null, 7L, 7)]
    [EveryDatabase(3_700L, null, 7)]
    [EveryDatabase(3_700L, 5L, 5)]
    [EveryDatabase(3_700L, 9L, 7)]
    [EveryDatabase(4_000L, 8L, 8)]
    public async Task A_budget_in_money_and_in_count_is_given_to_the_last_unit_and_never_passed(DatabaseKind database, long? cents, long? count, int given)
    {
        await using var portal = await PortalForTests.StartAsync(database, With(Voucher(new PromotionRule(500, VoucherDays: 60), cents, count)));

        await SendAllAsync(portal, 40);

        var awards = await portal.AllAsync<Award>();
        Assert.Equal(40, awards.Count);
        Assert.Equal(given, awards.Count(a => a.Status == AwardStatus.Granted));
        Assert.Equal(40 - given, awards.Count(a => a.Reason == AwardReason.BudgetSpent));
        Assert.Equal(given * 500, (await portal.AllAsync<Voucher>()).Sum(v => v.ValueCents));
        var promotion = Assert.Single(await portal.AllAsync<Promotion>());
        Assert.Equal((given * 500L, (long)given, 100), (promotion.SpentCents, promotion.AwardedCount, promotion.AlarmedPercent));
        Assert.Equal([80, 100], (await portal.AllAsync<PromotionAlarm>()).Select(a => a.Percent).Order());
    }

    [Theory]
    [EveryDatabase(LimitScope.Promotion)]
    [EveryDatabase(LimitScope.Store)]
    [EveryDatabase(LimitScope.Register)]
    public async Task A_shared_limit_is_never_passed_and_begins_anew_with_its_period(DatabaseKind database, LimitScope scope)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, With(Voucher(new PromotionRule(500, VoucherDays: 60, Limits: [new PromotionLimit(scope, 6, Days: 1)]))));

        await SendAllAsync(portal, 30);
        Assert.Equal(6, (await portal.AllAsync<Voucher>()).Count);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await SendAllAsync(portal, 30);

        Assert.Equal(12, (await portal.AllAsync<Voucher>()).Count);
        var counts = await portal.AllAsync<PromotionCount>();
        Assert.Equal([6, 6], counts.Select(c => c.Count));
        var reason = (await portal.AllAsync<Award>()).First(a => a.Status == AwardStatus.Declined).Why();
        Assert.Equal(
            new Why(scope switch { LimitScope.Store => AwardReason.StoreLimit, LimitScope.Register => AwardReason.RegisterLimit, _ => AwardReason.PromotionLimit }, 6),
            reason);
    }

    [Theory, EveryDatabase]
    public async Task What_its_budget_declines_is_not_counted_by_its_limits(DatabaseKind database)
    {
        var rule = new PromotionRule(500, VoucherDays: 60, Limits: [new PromotionLimit(LimitScope.Store, 100), new PromotionLimit(LimitScope.Promotion, 100, Month: true)]);
        await using var portal = await PortalForTests.StartAsync(database, With(Voucher(rule, count: 3)));

        await SendAllAsync(portal, 20);

        Assert.Equal([3, 3], (await portal.AllAsync<PromotionCount>()).Select(c => c.Count));
    }

    [Theory, EveryDatabase]
    public async Task Where_the_first_of_a_group_has_nothing_left_the_next_one_gives(DatabaseKind database)
    {
        var first = PortalSetup.Promotion("first", Terms(new PromotionRule(1_000, VoucherDays: 60), count: 4) with { Group = "vouchers", Priority = 5 });
        var next = PortalSetup.Promotion("next", Terms(new PromotionRule(100, VoucherDays: 60)) with { Group = "vouchers" });
        await using var portal = await PortalForTests.StartAsync(database, With(first, next));

        await SendAllAsync(portal, 24);

        Assert.Equal((4, 20), ((await portal.AllAsync<Voucher>()).Count(v => v.ValueCents == 1_000), (await portal.AllAsync<Voucher>()).Count(v => v.ValueCents == 100)));
        Assert.Equal(4, (await portal.AllAsync<Award>()).Count(a => a.Reason == AwardReason.NotStacked));
    }

    [Theory, EveryDatabase]
    public async Task Marketing_is_told_once_of_eighty_and_once_of_a_hundred_percent(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, With(Voucher(new PromotionRule(500, VoucherDays: 60), count: 10)));
        foreach (var (email, role) in new[] { ("mara@fairview.example", StaffRole.Marketing), ("milo@fairview.example", StaffRole.Marketing), ("ada@fairview.example", StaffRole.Administrator) })
        {
            await portal.HiresAsync(email, role);
        }

        await SendAllAsync(portal, 7);
        Assert.Empty(await MailsAsync());
        await SendAllAsync(portal, 1);
        Assert.Equal(["mara@fairview.example", "milo@fairview.example"], await MailsAsync());
        await SendAllAsync(portal, 24);

        Assert.Equal(["mara@fairview.example", "mara@fairview.example", "milo@fairview.example", "milo@fairview.example"], await MailsAsync());

        async Task<IEnumerable<string>> MailsAsync() =>
            (await portal.AllAsync<OutboxMail>()).Where(m => m.Kind == MailKind.BudgetAlarm).Select(m => m.Recipient).Order();
    }

    [Theory, EveryDatabase]
    public async Task One_award_that_passes_eighty_and_a_hundred_percent_at_once_raises_the_last_alarm_only(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, With(Voucher(new PromotionRule(500, VoucherDays: 60), count: 1)));

        await SendAllAsync(portal, 3);

        Assert.Equal([100], (await portal.AllAsync<PromotionAlarm>()).Select(a => a.Percent));
    }

    [Theory, EveryDatabase]
    public async Task A_promotion_for_the_first_feedback_is_given_once_a_shopper_and_one_for_those_who_return_afterwards(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, With(
            PortalSetup.Promotion("welcome", AwardKind.FuelPoints, new PromotionRule(100, Shopper: ShopperKind.First)),
            PortalSetup.Promotion("again", AwardKind.FuelPoints, new PromotionRule(10, Shopper: ShopperKind.Returning))));
        var (one, two, nobody) = (portal.Code(), portal.Code(), portal.Code());

        await portal.Shopper.GivesFeedback(one, email: "ana@example.com");
        await portal.Shopper.GivesFeedback(two, email: "ana@example.com");
        await portal.Shopper.GivesFeedback(nobody);

        Assert.Equal([AwardReason.FirstEver, AwardReason.NotReturning], (await portal.Shopper.Sees(one)).Awards.Select(a => a.Reason));
        Assert.Equal([AwardReason.NotFirst, AwardReason.CameBack], (await portal.Shopper.Sees(two)).Awards.Select(a => a.Reason));
        Assert.Equal([AwardStatus.Held, AwardStatus.Held], (await portal.Shopper.Sees(nobody)).Awards.Select(a => a.Status));
    }

    [Theory, EveryDatabase]
    public async Task Points_by_the_dollar_come_from_the_tills_total_and_are_charged_to_the_budget(DatabaseKind database)
    {
        var rule = JsonSerializer.Serialize(new PromotionRule(0, PerDollar: 1), DataJson.Options);
        var terms = new PromotionTerms("A point a dollar", AwardKind.FuelPoints, rule, new DateOnly(2026, 1, 1), BudgetCents: 250);
        await using var portal = await PortalForTests.StartAsync(database, With(PortalSetup.Promotion("dollars", terms)));
        var (known, unknown, tooMuch) = (await portal.RegisteredCodeAsync(), portal.Code(), await portal.RegisteredCodeAsync());

        await portal.Shopper.GivesFeedback(known, email: "ana@example.com");
        await portal.Shopper.GivesFeedback(unknown, email: "bob@example.com");
        await portal.Shopper.GivesFeedback(tooMuch, email: "eve@example.com");

        Assert.Equal((42, AwardReason.ForDollars), ((await portal.Shopper.Sees(known)).Awards[0].Amount, (await portal.Shopper.Sees(known)).Awards[0].Reason));
        Assert.Equal(AwardReason.TotalUnknown, (await portal.Shopper.Sees(unknown)).Awards[0].Reason);
        Assert.Equal(AwardReason.BudgetSpent, (await portal.Shopper.Sees(tooMuch)).Awards[0].Reason);
        Assert.Equal(147, Assert.Single(await portal.AllAsync<Promotion>()).SpentCents);
    }

    private static PortalSetup With(params Promotion[] promotions) => new() { Promotions = promotions };

    private static Promotion Voucher(PromotionRule rule, long? cents = null, long? count = null) => PortalSetup.Promotion("voucher", Terms(rule, cents, count));

    private static PromotionTerms Terms(PromotionRule rule, long? cents = null, long? count = null) =>
        new("A voucher", AwardKind.Voucher, JsonSerializer.Serialize(rule, DataJson.Options), new DateOnly(2026, 1, 1), BudgetCents: cents, BudgetCount: count);

    private static async Task SendAllAsync(PortalForTests portal, int count)
    {
        var codes = Enumerable.Range(0, count).Select(_ => portal.Code()).ToList();
        await Task.WhenAll(codes.Select(c => portal.Shopper.AnswersAll(c)));
        foreach (var some in codes.Chunk(AtOnce))
        {
            var sent = await Crowd.AtOnce(some.Length, i => portal.Shopper.Submits(some[i], email: $"s{Guid.NewGuid():n}@example.com"));
            Assert.All(sent, s => Assert.Null(s.Error));
        }
    }
}
