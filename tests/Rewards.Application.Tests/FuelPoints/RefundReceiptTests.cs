using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.FuelPoints;

/// <summary>The worked examples of docs/fuel-points.md, and what may come in between.</summary>
public class RefundReceiptTests
{
    [Theory]
    [EveryDatabase(RefundPolicy.PendingOnly, 0, 60, 20)]
    [EveryDatabase(RefundPolicy.WithinBalance, 20, 40, 0)]
    [EveryDatabase(RefundPolicy.IntoDebt, 60, 0, -40)]
    public async Task A_refund_takes_back_as_far_as_the_policy_goes(DatabaseKind database, RefundPolicy policy, int taken, int left, int held)
    {
        await using var portal = await PortalForTests.StartAsync(database, Setup(policy));
        var ana = portal.Driver();
        var receipt = await ana.Earns(120, byTotal: true, totalCents: 6_000);
        _ = (await ana.Redeems(100)).Value;

        var refunded = (await portal.Refunds(receipt, 3_000)).Value;

        Assert.Equal((taken, left), (refunded.PointsTaken, refunded.PointsLeft));
        Assert.Equal(held, (await portal.LedgerAsync())[^1].BalanceAfter);
        Assert.Equal(Math.Max(0, held), (await ana.Balance()).Points);
        Assert.Equal(0, (await portal.ChecksLedger()).Faults);
    }

    [Theory, EveryDatabase]
    public async Task A_debt_is_worked_off_by_what_is_earned_next(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Setup(RefundPolicy.IntoDebt));
        var ana = portal.Driver();
        var receipt = await ana.Earns(100);
        _ = (await ana.Redeems(100)).Value;
        _ = (await portal.Refunds(receipt, 5_000)).Value;

        await ana.Earns(150);

        Assert.Equal(50, (await ana.Balance()).Points);
        Assert.Equal("fuel-points-too-few", (await ana.Redeems(100)).Error?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Fixed_points_go_with_the_whole_receipt_only(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        var receipt = await ana.Earns(50);

        var part = (await portal.Refunds(receipt, 4_999)).Value;
        var rest = (await portal.Refunds(receipt, 1)).Value;

        Assert.Equal((0, 50), (part.PointsTaken, rest.PointsTaken));
        Assert.Equal(0, (await ana.Balance()).Points);
    }

    [Theory, EveryDatabase]
    public async Task Fifty_refunds_at_once_take_back_what_the_receipt_earned_and_never_more_than_was_paid(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        var receipt = await ana.Earns(50, byTotal: true, totalCents: 5_000);

        var outcomes = await Crowd.AtOnce(50, _ => portal.Refunds(receipt, 300));
        var again = await Crowd.AtOnce(10, _ => portal.Refunds(receipt, 200, key: "last"));

        Assert.Equal("16 done, 34 refund-too-high", outcomes.Tally());
        Assert.Equal("10 done", again.Tally());
        Assert.Equal(50, outcomes.Append(again[0]).Where(o => o.Error is null).Sum(o => o.Value.PointsTaken));
        Assert.Equal(0, (await ana.Balance()).Points);
        Assert.Equal("idempotency-key-reused", (await portal.Refunds(receipt, 100, key: "last")).Error?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Feedback_after_a_refund_earns_by_what_is_left_of_the_receipt(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup
        {
            Promotions = [PortalSetup.Promotion("by-dollar", AwardKind.FuelPoints, new PromotionRule(0, PerDollar: 2)), PortalSetup.Voucher()],
        });
        var (part, whole) = (await portal.RegisteredCodeAsync(), await portal.RegisteredCodeAsync());
        _ = (await portal.Refunds(portal.ReceiptOf(part).Id, 2_000)).Value;
        _ = (await portal.Refunds(portal.ReceiptOf(whole).Id, 4_217)).Value;
        await portal.Shopper.GivesFeedback(part, "ana@example.com");
        await portal.Shopper.GivesFeedback(whole, "ben@example.com");

        var awards = (await portal.AllAsync<Award>()).OrderBy(a => a.At).ThenBy(a => a.Kind).ToList();
        Assert.Equal(
            [(AwardStatus.Granted, 44), (AwardStatus.Granted, 500), (AwardStatus.Declined, 0), (AwardStatus.Declined, 0)],
            awards.OrderByDescending(a => a.Status == AwardStatus.Granted).ThenBy(a => a.Amount).Select(a => (a.Status, a.Amount)));
        Assert.All(awards.Where(a => a.Status == AwardStatus.Declined), a => Assert.Equal(AwardReason.Refunded, a.Reason));
        Assert.Equal(44, Assert.Single(await portal.LedgerAsync()).Points);

        // $10 more of the $22.17 that were left: 24 of the 44 stay.
        Assert.Equal(20, (await portal.Refunds(portal.ReceiptOf(part).Id, 1_000)).Value.PointsTaken);
        Assert.Equal(24, (await portal.Refunds(portal.ReceiptOf(part).Id, 1_217)).Value.PointsTaken);
    }

    [Theory, EveryDatabase]
    public async Task While_a_refund_looks_at_a_receipt_no_feedback_on_it_begins(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync();
        var looked = new TaskCompletionSource();
        var begun = new TaskCompletionSource<bool>();
        var refund = portal.CallAsync<IServiceProvider, bool>(async services =>
        {
            var db = services.GetRequiredService<RewardsDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<DatabaseProvider>().LockReceiptAsync(db, portal.ReceiptOf(code).Id, default);
            looked.SetResult();
            var could = await Task.WhenAny(begun.Task, Task.Delay(TimeSpan.FromSeconds(1))) == begun.Task;
            await transaction.CommitAsync();
            return could;
        });
        await looked.Task;
        var saved = await portal.Shopper.Answers(code, "recommend", "9");
        begun.SetResult(true);

        Assert.False(await refund);
        Assert.Null(saved.Error);
        Assert.Single(await portal.AllAsync<Response>());
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_refund_is_refused_by_name(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.ReceiptOf(portal.Code()).Id;
        var unregistered = await portal.Driver().Earns(50, totalCents: null);

        Assert.Equal("receipt-unregistered", (await portal.Refunds(code, 100)).Error?.Code);
        Assert.Equal("receipt-unregistered", (await portal.Refunds(unregistered, 100)).Error?.Code);
        Assert.Equal("refund-amount-invalid", (await portal.Refunds(code, 0)).Error?.Code);
        Assert.Equal("idempotency-key-missing", (await portal.Refunds(code, 100, key: "")).Error?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Points_wait_until_the_till_confirms_and_the_days_are_over(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Waiting(days: 3));
        var ana = portal.Driver();
        var receipt = await ana.Earns(120, byTotal: true, totalCents: 6_000);

        var early = await portal.Confirms(receipt);
        _ = (await portal.Refunds(receipt, 1_500)).Value;
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await Crowd.AtOnce(8, _ => portal.Confirms(receipt));

        Assert.Equal(0, early);
        Assert.Equal(90, (await ana.Balance()).Points);
        Assert.Single(await portal.LedgerAsync());
        Assert.Equal((AwardStatus.Granted, 120), (await portal.AllAsync<Award>()).Select(a => (a.Status, a.Amount)).Single());
    }

    [Theory, EveryDatabase]
    public async Task What_waits_is_cancelled_by_a_refund_of_the_whole(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Waiting(days: 3));
        var receipt = await portal.Driver().Earns(50);

        var refunded = (await portal.Refunds(receipt, 5_000)).Value;
        portal.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await portal.Confirms(receipt));
        Assert.Equal((50, 0), (refunded.PointsTaken, refunded.PointsLeft));
        var award = Assert.Single(await portal.AllAsync<Award>());
        Assert.Equal((AwardStatus.Declined, AwardReason.Refunded, 0), (award.Status, award.Reason, award.Amount));
        Assert.Empty(await portal.LedgerAsync());
    }

    [Theory, EveryDatabase]
    public async Task Feedback_of_a_receipt_that_no_till_has_registered_waits_where_so_set(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Waiting(days: 0));
        var code = portal.Code();
        await portal.Shopper.GivesFeedback(code, "ana@example.com");
        await portal.Shopper.GivesFeedback(await portal.RegisteredCodeAsync(), "ben@example.com");

        var waiting = (await portal.Shopper.Sees(code)).Awards[0];

        Assert.Equal(AwardStatus.Pending, waiting.Status);
        Assert.Single(await portal.LedgerAsync());

        // A second response in the same week: what waits counts as had.
        var second = portal.Code();
        await portal.Shopper.GivesFeedback(second, "ana@example.com");
        Assert.Equal(AwardReason.HadOneInPeriod, (await portal.Shopper.Sees(second)).Awards[0].Reason);
    }

    private static PortalSetup Setup(RefundPolicy policy) => new() { Settings = { ["FuelPoints:RefundPolicy"] = $"{policy}" } };

    private static PortalSetup Waiting(int days) => new()
    {
        Settings = { ["FuelPoints:PendingUntilTillConfirms"] = "true", ["FuelPoints:PendingDays"] = $"{days}", ["FuelPoints:RefundPolicy"] = "PendingOnly" },
    };
}
