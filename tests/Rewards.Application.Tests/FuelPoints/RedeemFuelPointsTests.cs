using Rewards.Domain.FuelPoints;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.FuelPoints;

public class RedeemFuelPointsTests
{
    [Theory, EveryDatabase]
    public async Task The_best_tier_is_taken_from_what_ends_soonest_first(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        await ana.Earns(130);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await ana.Earns(100);

        var before = await ana.Balance();
        var redeemed = (await ana.Redeems()).Value;

        Assert.Equal([(202603, 130), (202604, 100)], before.Lots.Select(l => (l.Lot.Number, l.Points)));
        Assert.Equal([10, 20], before.Tiers.Select(t => t.CentsPerGallon));
        Assert.Equal((200, 20, 35, 30), (redeemed.Points, redeemed.CentsPerGallon, redeemed.MaximumGallons, redeemed.PointsLeft));
        Assert.Equal(
            [(202603, 1, 130, 130), (202603, 2, -130, 0), (202604, 1, 100, 100), (202604, 2, -70, 30)],
            (await portal.LedgerAsync()).Select(p => (p.LotNumber, p.Sequence, p.Points, p.BalanceAfter)));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_is_refused_by_name_and_moves_nothing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        await ana.Earns(250);

        Assert.Equal("fuel-tier-unknown", (await ana.Redeems(150)).Error?.Code);
        Assert.Equal("fuel-points-too-few", (await ana.Redeems(300)).Error?.Code);
        Assert.Equal("idempotency-key-missing", (await ana.Redeems(100, key: " ")).Error?.Code);
        Assert.Equal("loyalty-card-unknown", (await portal.Driver("999").Redeems()).Error?.Code);
        Assert.Single(await portal.LedgerAsync());

        // At the end of April they are gone, whether or not the ledger says so yet.
        portal.Clock.Advance(new DateTime(2026, 5, 1, 3, 59, 0, DateTimeKind.Utc) - portal.Clock.Now);
        Assert.Equal(250, (await ana.Balance()).Points);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await ana.Balance()).Points);
        Assert.Equal("fuel-points-too-few", (await ana.Redeems(100)).Error?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Of_a_hundred_redemptions_at_once_those_that_fit_succeed(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        await ana.Earns(730);

        var outcomes = await Crowd.AtOnce(100, _ => ana.Redeems(100));

        Assert.Equal("7 done, 93 fuel-points-too-few", outcomes.Tally());
        Assert.Equal(30, (await ana.Balance()).Points);
        Assert.Equal(0, (await portal.ChecksLedger()).Faults);
    }

    [Theory, EveryDatabase]
    public async Task One_redemption_sent_a_hundred_times_takes_once_and_with_another_body_is_refused(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        await ana.Earns(730);

        var outcomes = await Crowd.AtOnce(100, _ => ana.Redeems(200, key: "pump 4, 17"));
        var other = await ana.Redeems(300, key: "pump 4, 17");

        Assert.Equal("100 done", outcomes.Tally());
        Assert.Single(outcomes.Select(o => o.Value).Distinct());
        Assert.Equal("idempotency-key-reused", other.Error?.Code);
        Assert.Equal(530, (await ana.Balance()).Points);
    }

    [Theory, EveryDatabase]
    public async Task Another_person_undoes_it_once_on_the_same_day_and_the_points_go_back_where_they_were(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var ana = portal.Driver();
        await ana.Earns(130);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await ana.Earns(100);
        var redeemed = (await ana.Redeems(200)).Value;

        Assert.Equal("reversal-by-same-person", (await portal.ReversesFuel(redeemed.RedemptionId, "ida ")).Error?.Code);
        Assert.Equal("fuel-redemption-unknown", (await portal.ReversesFuel(redeemed.RedemptionId, store: StoreNumbers.Oxford)).Error?.Code);
        var outcomes = await Crowd.AtOnce(40, _ => portal.ReversesFuel(redeemed.RedemptionId));

        Assert.Single(outcomes.Select(o => o.Value).Distinct());
        Assert.Equal("fuel-redemption-already-reversed", (await portal.ReversesFuel(redeemed.RedemptionId, "Luz")).Error?.Code);
        Assert.Equal([(202603, 130), (202604, 100)], (await ana.Balance()).Lots.Select(l => (l.Lot.Number, l.Points)));

        var second = (await ana.Redeems(100)).Value;
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("reversal-on-another-day", (await portal.ReversesFuel(second.RedemptionId)).Error?.Code);
        Assert.Equal(0, (await portal.ChecksLedger()).Faults);
    }

    [Theory, EveryDatabase]
    public async Task What_a_month_held_is_written_off_once_by_however_many_nodes(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        foreach (var card in new[] { "100", "200", "300" })
        {
            await portal.Driver(card).Earns(70);
        }

        Assert.Equal(0, (await portal.SweepsFuel()).Lots);
        portal.Clock.Advance(TimeSpan.FromDays(60));
        await Crowd.AtOnce(8, _ => portal.SweepsFuel());

        var expired = (await portal.LedgerAsync()).Where(p => p.Kind == PostingKind.Expired).ToList();
        Assert.Equal([-70, -70, -70], expired.Select(p => p.Points));
        Assert.Equal((0L, 0L, 3L, 6L), await Found(portal));
    }

    private static async Task<(long Faults, long Points, long Lots, long Lines)> Found(PortalForTests portal)
    {
        var check = await portal.ChecksLedger();
        return (check.Faults, check.Points, check.Lots, check.Lines);
    }
}
