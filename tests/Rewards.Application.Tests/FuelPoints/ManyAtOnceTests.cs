using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.FuelPoints;

/// <summary>Sixteen at once do whatever may be done, and nothing is made or lost.</summary>
public class ManyAtOnceTests
{
    private const int Actors = 16;
    private const int OperationsOfEach = 125;

    [Theory]
    [EveryDatabase(RefundPolicy.WithinBalance)]
    [EveryDatabase(RefundPolicy.IntoDebt)]
    public async Task Whatever_sixteen_do_at_once_every_ledger_sums_and_points_are_conserved(DatabaseKind database, RefundPolicy policy)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Settings = { ["FuelPoints:RefundPolicy"] = $"{policy}" } });
        var drivers = Enumerable.Range(0, 6).Select(i => portal.Driver($"4000000{i}")).ToList();
        var world = new World(portal, drivers);
        foreach (var driver in drivers)
        {
            await driver.Earns(500);
        }

        await Crowd.AtOnce(Actors, async _ =>
        {
            for (var i = 0; i < OperationsOfEach; i++)
            {
                await world.ActsAsync();
            }

            return true;
        });

        // At the end every month is over.
        portal.Clock.Advance(TimeSpan.FromDays(62));
        await portal.SweepsFuel();
        await AssertConservedAsync(portal, world, policy);
    }

    private static async Task AssertConservedAsync(PortalForTests portal, World world, RefundPolicy policy)
    {
        var check = await portal.ChecksLedger();
        var lines = await portal.LedgerAsync();
        Assert.Equal((0L, null), (check.Faults, check.FirstFault));
        Assert.Equal((0L, 0), (check.Points, lines.Sum(l => l.Points)));

        // What each actor was told is what the ledger says.
        Assert.Equal(world.Earned + (6 * 500), Sum(PostingKind.Earned));
        Assert.Equal(world.Spent, -Sum(PostingKind.Spent));
        Assert.Equal(world.Reversed, Sum(PostingKind.Reversed));
        Assert.Equal(world.TakenBack, -Sum(PostingKind.TakenBack));
        Assert.True(world.Spent > 0 && world.Reversed > 0 && world.TakenBack > 0 && Sum(PostingKind.Expired) != 0, "Not everything came to pass.");
        Assert.True(policy == RefundPolicy.IntoDebt || lines.All(l => l.BalanceAfter >= 0));

        var (awards, redemptions, reversals, refunds) = (
            await portal.AllAsync<Award>(), await portal.AllAsync<FuelRedemption>(),
            await portal.AllAsync<FuelRedemptionReversal>(), await portal.AllAsync<Refund>());
        Assert.Equal(awards.Where(a => a.Status == AwardStatus.Granted).Sum(a => a.Amount), Sum(PostingKind.Earned));
        Assert.All(redemptions, r => Assert.Equal(-r.Points, Of(l => l.FuelRedemptionId == r.Id && l.Kind == PostingKind.Spent)));
        Assert.All(redemptions, r => Assert.Equal(
            reversals.Any(x => x.FuelRedemptionId == r.Id) ? r.Points : 0, Of(l => l.FuelRedemptionId == r.Id && l.Kind == PostingKind.Reversed)));
        Assert.All(refunds, r => Assert.Equal(-r.PointsTaken, Of(l => l.RefundId == r.Id)));

        int Sum(PostingKind kind) => Of(l => l.Kind == kind);
        int Of(Func<FuelPointPosting, bool> which) => lines.Where(which).Sum(l => l.Points);
    }

    private sealed class World(PortalForTests portal, IReadOnlyList<DriverForTests> drivers)
    {
        private readonly ConcurrentBag<long> _receipts = [];
        private readonly ConcurrentQueue<Guid> _redemptions = [];
        private int _earned;
        private int _spent;
        private int _reversed;
        private int _takenBack;

        public int Earned => _earned;

        public int Spent => _spent;

        public int Reversed => _reversed;

        public int TakenBack => _takenBack;

        public async Task ActsAsync()
        {
            var driver = drivers[Below(drivers.Count)];
            switch (Below(100))
            {
                case < 40:
                    var points = 1 + Below(120);
                    _receipts.Add(await driver.Earns(points, byTotal: Below(2) == 0));
                    Interlocked.Add(ref _earned, points);
                    break;
                case < 63:
                    if ((await driver.Redeems(Below(2) == 0 ? null : 100)) is { Error: null, Value: var redeemed })
                    {
                        Interlocked.Add(ref _spent, redeemed.Points);
                        _redemptions.Enqueue(redeemed.RedemptionId);
                    }

                    break;
                case < 78 when _redemptions.TryDequeue(out var redemption):
                    if ((await portal.ReversesFuel(redemption)) is { Error: null, Value.Points: var back })
                    {
                        Interlocked.Add(ref _reversed, back);
                    }

                    break;
                case < 96 when _receipts.TryTake(out var receipt):
                    if ((await portal.Refunds(receipt, 1 + Below(5_000))) is { Error: null, Value.PointsTaken: var taken })
                    {
                        Interlocked.Add(ref _takenBack, taken);
                    }

                    break;
                case < 98:
                    await portal.SweepsFuel();
                    break;
                default:
                    portal.Clock.Advance(TimeSpan.FromHours(1 + Below(96)));
                    break;
            }
        }

        private static int Below(int limit) => RandomNumberGenerator.GetInt32(limit);
    }
}
