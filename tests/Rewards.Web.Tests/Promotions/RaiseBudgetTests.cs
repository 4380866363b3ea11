using System.Net;
using System.Text.Json;
using Rewards.Application;
using Rewards.Application.Promotions;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Shoppers;
using Xunit;

namespace Rewards.Web.Tests.Promotions;

/// <summary>The budget of a promotion that runs is raised, never lowered, and asked about first.</summary>
public class RaiseBudgetTests
{
    [Theory, EveryDatabase]
    public async Task A_promotion_that_had_spent_all_gives_again_after_its_budget_was_raised_and_alarms_again(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup(budgetCount: 1));
        var marketing = await ShopperStoryTests.OfficeAsync(portal);
        Assert.Equal([1, 0, 0], await GivenAsync(portal, 3));

        var page = await marketing.Opens($"/office/promotions/{await IdAsync(portal)}");
        Assert.Contains("$5", page.TextOf(".facts"), StringComparison.Ordinal);
        var asked = await page.Submits("#budget button", ("budgetCount", "3"));
        Assert.Contains("from 1 to 3", asked.Text, StringComparison.Ordinal);
        Assert.Equal([0], await GivenAsync(portal, 1));
        var raised = await asked.Submits("button[value=raise]");
        Assert.Contains("The budget is raised", raised.TextOf("[role=status]"), StringComparison.Ordinal);

        var act = Assert.Single(await portal.Below.AllAsync<AuditEvent>(), e => e.Act == AuditAct.PromotionBudgetRaised);
        Assert.Equal((await IdAsync(portal), """{"name":"voucher","oldCount":"1","newCount":"3"}"""), (act.SubjectNumber, act.Detail));
        Assert.NotNull(act.ActorId);
        Assert.Equal([1, 1, 0, 0], await GivenAsync(portal, 4));
        var promotion = Assert.Single(await portal.Below.AllAsync<Promotion>());
        Assert.Equal((3L, 3L, 1_500L, Promotion.LastAlarm), (promotion.BudgetCount, promotion.AwardedCount, promotion.SpentCents, promotion.AlarmedPercent));
        Assert.Equal(
            [Promotion.LastAlarm], (await portal.Below.AllAsync<PromotionAlarm>()).Select(a => a.Percent).Order());
    }

    [Theory]
    [InlineData("", "", "budgetCents", HttpStatusCode.UnprocessableEntity)]
    [InlineData("25", "", "budgetCents", HttpStatusCode.UnprocessableEntity)]
    [InlineData("24.99", "", "budgetCents", HttpStatusCode.UnprocessableEntity)]
    [InlineData("-30", "", "budgetCents", HttpStatusCode.UnprocessableEntity)]
    [InlineData("1,0000", "", "budgetCents", HttpStatusCode.UnprocessableEntity)]
    [InlineData("30", "10", "budgetCount", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "many", "budgetCount", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "99999999999999999999", "budgetCount", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_more_than_now_is_refused_at_its_field(string money, string count, string field, HttpStatusCode status)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup(budgetCents: 2_500, budgetCount: 10));
        var page = await (await ShopperStoryTests.OfficeAsync(portal)).Opens($"/office/promotions/{await IdAsync(portal)}");

        var refused = await page.Submits("#budget button", ("budgetCents", money), ("budgetCount", count));

        Assert.Equal((status, true), (refused.Status, refused.Has($"#{field}[aria-invalid=true]")));
        Assert.Equal((2_500L, 10L, 0), await NowAsync(portal));
    }

    [Fact]
    public async Task Whoever_raises_second_is_told_and_only_what_runs_or_is_paused_and_has_a_budget_is_raised()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup(budgetCents: 2_500));
        var address = $"/office/promotions/{await IdAsync(portal)}";
        var marketing = await ShopperStoryTests.OfficeAsync(portal);
        var asked = await (await marketing.Opens(address)).Submits("#budget button", ("budgetCents", "30"));
        var other = await (await marketing.Opens(address)).Submits("#budget button", ("budgetCents", "40"));

        Assert.Equal(HttpStatusCode.OK, (await asked.Submits("button[value=raise]")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await other.Submits("button[value=raise]")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await marketing.Opens(address)).Submits("#budget button", ("budgetCount", "40"))).Status);
        var paused = await (await marketing.Opens(address)).Submits("button[value=pause]");
        Assert.True(paused.Has("#budget"));
        await (await paused.Submits("button[value=ask-end]")).Submits("button[value=end]");
        Assert.False((await marketing.Opens(address)).Has("#budget"));
        Assert.Equal((3_000L, null), ((await NowAsync(portal)).Cents, (await NowAsync(portal)).Count));
        var supervisor = portal.Browser();
        await supervisor.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Opens(address)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Raised_while_others_give_it_is_never_passed(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup(budgetCount: 4));
        var (below, id) = (portal.Below, await IdAsync(portal));
        var officer = await portal.HiresAsync(StaffRole.Marketing);
        var codes = Enumerable.Range(0, 24).Select(_ => below.Code()).ToList();
        foreach (var code in codes)
        {
            await below.Shopper.AnswersAll(code);
        }

        await Crowd.AtOnce(25, async i => i == 8
            ? (await below.CallAsync<RaiseBudget, Domain.Outcome<Budgets>>(u => u.RunAsync(id, 0, null, "9", officer.Id, default))).Error?.Code ?? "raised"
            : (await below.Shopper.Submits(codes[i < 8 ? i : i - 1])).Error?.Code ?? "sent");

        var promotion = Assert.Single(await below.AllAsync<Promotion>());
        Assert.Equal(9, promotion.BudgetCount);
        Assert.InRange(promotion.AwardedCount, 4, 9);
        Assert.Equal(promotion.AwardedCount, (await below.AllAsync<Award>()).Count(a => a.Status != AwardStatus.Declined));
        Assert.Equal(promotion.AwardedCount * 500, promotion.SpentCents);
    }

    private static PortalSetup Setup(long? budgetCents = null, long? budgetCount = null) => new()
    {
        Promotions =
        [
            PortalSetup.Promotion("voucher", new PromotionTerms(
                "voucher", AwardKind.Voucher, JsonSerializer.Serialize(new PromotionRule(500, VoucherDays: 30), DataJson.Options), new DateOnly(2026, 1, 1),
                BudgetCents: budgetCents, BudgetCount: budgetCount)),
        ],
    };

    private static async Task<int> IdAsync(PortalOnLoopback portal) => Assert.Single(await portal.Below.AllAsync<Promotion>()).Id;

    private static async Task<(long? Cents, long? Count, int Version)> NowAsync(PortalOnLoopback portal)
    {
        var promotion = Assert.Single(await portal.Below.AllAsync<Promotion>());
        return (promotion.BudgetCents, promotion.BudgetCount, promotion.Version);
    }

    private static async Task<IReadOnlyList<int>> GivenAsync(PortalOnLoopback portal, int responses)
    {
        var given = new List<int>();
        for (var i = 0; i < responses; i++)
        {
            var code = portal.Below.Code();
            await portal.Below.Shopper.GivesFeedback(code);
            given.Add((await portal.Below.Shopper.Sees(code)).Awards.Count(a => a.Status != AwardStatus.Declined));
        }

        return given;
    }
}
