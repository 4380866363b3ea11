using System.Security.Cryptography;
using Rewards.Application.FuelPoints;
using Rewards.Application.Insights;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Insights;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

/// <summary>The books say of every week what was owed when it ended, and nothing comes or goes but by a column.</summary>
public class ShowLiabilityTests
{
    private const int Days = 50;
    private const string Zone = "America/New_York";

    [Theory, EveryDatabase]
    public async Task What_was_owed_as_each_week_ended_is_what_the_books_say_of_it(DatabaseKind database)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var chance = new Random(seed);

        // It begins in winter time and ends in summer time.
        await using var portal = await PortalForTests.StartAsync(
            database,
            new PortalSetup
            {
                Start = new DateTime(2026, 2, 17, 15, 0, 0, DateTimeKind.Utc),
                Promotions = [PortalSetup.FuelPoints()],
                Settings = { ["FuelPoints:RefundPolicy"] = nameof(RefundPolicy.IntoDebt) },
            });
        var first = Domain.Zone.DayOf(portal.Clock.Now, Zone);
        var world = await World.BeginAsync(portal, chance);
        var seen = new Dictionary<DateOnly, (long Cents, long Points)>();
        for (var day = 0; day < Days; day++)
        {
            for (var act = 0; act < 5; act++)
            {
                await world.ActsAsync();
                portal.Clock.Advance(TimeSpan.FromMinutes(17));
            }

            var next = Domain.Zone.StartOf(Domain.Zone.DayOf(portal.Clock.Now, Zone).AddDays(1), Zone);
            portal.Clock.Advance(next.AddMilliseconds(-1) - portal.Clock.Now);
            seen[Domain.Zone.DayOf(portal.Clock.Now, Zone)] = (await world.OwedCentsAsync(), await world.OwedPointsAsync());
            portal.Clock.Advance(TimeSpan.FromHours(chance.Next(20)) + TimeSpan.FromMilliseconds(1));
        }

        var last = seen.Keys.Max();
        foreach (var from in (DateOnly[])[first, first.AddDays(24)])
        {
            var (vouchers, points) = await world.BooksAsync(new Period(from, last));
            Assert.Equal([.. vouchers.Select(w => seen[w.Days.To].Cents)], vouchers.Select(w => w.End));
            Assert.Equal([.. points.Select(w => seen[w.Days.To].Points)], points.Select(w => w.End));
            Assert.Equal(from == first ? 0 : seen[from.AddDays(-1)].Cents, vouchers[0].Start);
            Assert.Equal(from == first ? 0 : seen[from.AddDays(-1)].Points, points[0].Start);
            if (from == first)
            {
                Assert.All(Enum.GetValues<VoucherColumn>(), c => Assert.True(vouchers.Any(w => w.Sums[(int)c] != 0), $"{c} never happened."));
                Assert.All(Enum.GetValues<PointColumn>(), c => Assert.True(points.Any(w => w.Sums[(int)c] != 0), $"{c} never happened."));
            }
        }
    }

    [Fact]
    public async Task Of_a_programme_that_owes_nothing_every_week_is_zero()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        var (vouchers, points) = await World.BooksAsync(portal, new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 10)));

        Assert.All(vouchers.Concat(points), w => Assert.Equal((0, 0), (w.Start, w.End)));
        Assert.Equal((11, 11), (vouchers.Count, points.Count));
    }

    private sealed class World(PortalForTests portal, CashierForTests cashier, CashierForTests other, Random chance)
    {
        private readonly List<DriverForTests> _drivers = [.. Enumerable.Range(1, 3).Select(i => portal.Driver($"4000000{i}"))];
        private readonly DriverForTests _saver = portal.Driver("40000009");
        private readonly List<(Guid Id, string Code, int Cents)> _vouchers = [];
        private readonly List<long> _receipts = [];
        private readonly List<Guid> _redemptions = [];
        private readonly List<Guid> _fuel = [];

        public static async Task<World> BeginAsync(PortalForTests portal, Random chance)
        {
            var world = new World(portal, await portal.CashierAsync(), await portal.CashierAsync(), chance);
            foreach (var driver in world._drivers)
            {
                world._receipts.Add(await driver.Earns(30));
            }

            // Someone always loses points to the end of a month.
            await world._saver.Earns(30);
            await world.DoesEachOnceAsync();
            return world;
        }

        public static async Task<(IReadOnlyList<BookWeek> Vouchers, IReadOnlyList<BookWeek> Points)> BooksAsync(PortalForTests portal, Period period) => (
            await portal.CallAsync<ShowLiability, IReadOnlyList<BookWeek>>(u => u.VouchersAsync(period, default)),
            await portal.CallAsync<ShowLiability, IReadOnlyList<BookWeek>>(u => u.FuelPointsAsync(period, default)));

        public Task<(IReadOnlyList<BookWeek> Vouchers, IReadOnlyList<BookWeek> Points)> BooksAsync(Period period) => BooksAsync(portal, period);

        public async Task<long> OwedCentsAsync() => (await portal.CallAsync<Reconcile, DaySum>(u => u.OutstandingAsync(default))).Cents;

        public async Task<long> OwedPointsAsync()
        {
            var owed = 0L;
            foreach (var driver in _drivers.Append(_saver))
            {
                owed += (await driver.Balance()).Lots.Sum(l => l.Points);
            }

            return owed;
        }

        // Whatever chance brings later, each column has something in it.
        private async Task DoesEachOnceAsync()
        {
            await IssuesAsync(singleUse: true);
            var undone = (await cashier.Redeems(_vouchers[^1].Code, 40)).Value;
            _ = (await other.Reverses(undone.RedemptionId)).Value;
            _ = (await cashier.Redeems(_vouchers[^1].Code, 40)).Value;
            await IssuesAsync(singleUse: false);
            await portal.CallAsync<VoidVoucher, Outcome<Voided>>(u => u.RunAsync(_vouchers[^1].Id, VoidReason.Mistake, Reissue.Never, cashier.Id, default));
            var receipt = await _saver.Earns(300, byTotal: true);
            var refuelled = (await _saver.Redeems(100)).Value;
            _ = (await portal.ReversesFuel(refuelled.RedemptionId)).Value;
            _ = (await _saver.Redeems(100)).Value;
            _ = (await portal.Refunds(receipt, 1_000)).Value;
            await AdjustsAsync(_saver, approves: true);
        }

        // Refusals are part of life: what they leave unchanged, the books leave unchanged.
        public Task ActsAsync() => Below(12) switch
        {
            < 3 => IssuesAsync(singleUse: Below(3) == 0),
            < 5 => RedeemsAsync(),
            5 => Last(_redemptions) is { } undone ? other.Reverses(undone) : Task.CompletedTask,
            6 when _vouchers.Count > 0 => VoidsAsync(),
            7 or 8 => EarnsAsync(),
            9 => SpendsAsync(),
            10 => _receipts.Count > 0 ? portal.Refunds(_receipts[Below(_receipts.Count)], 100 + Below(3_000)) : Task.CompletedTask,
            _ => Below(3) switch
            {
                0 => AdjustsAsync(_drivers[Below(_drivers.Count)], approves: Below(4) > 0),
                1 => Last(_fuel) is { } spent ? portal.ReversesFuel(spent) : Task.CompletedTask,
                _ => portal.SweepsFuel(),
            },
        };

        private async Task IssuesAsync(bool singleUse)
        {
            var code = VoucherCode.Create();
            var id = Guid.CreateVersion7();
            var vault = await portal.CallAsync<Vault, Vault>(Task.FromResult);
            var voucher = new Voucher(
                id, vault.HashVoucher(code), vault.Seal(code, id.ToByteArray(bigEndian: true)), 100 * (1 + Below(10)), null, null, null, portal.Clock.Now,
                Domain.Zone.DayOf(portal.Clock.Now, Zone).AddDays(Below(20)), singleUse: singleUse).EndingAs(code);
            await portal.InDatabaseAsync(async db =>
            {
                db.Vouchers.Add(voucher);
                await db.SaveChangesAsync();
            });
            _vouchers.Add((id, code, voucher.ValueCents));
        }

        private async Task RedeemsAsync()
        {
            if (_vouchers.Count > 0 && _vouchers[^(1 + Below(Math.Min(8, _vouchers.Count)))] is var voucher
                && !(await cashier.Redeems(voucher.Code, 1 + Below(voucher.Cents))).IsRefused(out _, out var redeemed))
            {
                _redemptions.Add(redeemed.RedemptionId);
            }
        }

        private async Task VoidsAsync()
        {
            var voucher = _vouchers[^(1 + Below(Math.Min(8, _vouchers.Count)))];
            var reissue = Below(2) == 0 ? Reissue.Never : Reissue.Shown;
            var outcome = await portal.CallAsync<VoidVoucher, Outcome<Voided>>(u => u.RunAsync(voucher.Id, VoidReason.Lost, reissue, cashier.Id, default));
            if (outcome is { Error: null, Value: { ReplacementId: { } id, Shown: { } shown } })
            {
                _vouchers.Add((id, shown.Code, shown.ValueCents));
            }
        }

        private async Task EarnsAsync() => _receipts.Add(await _drivers[Below(_drivers.Count)].Earns(1 + Below(4), byTotal: true));

        private async Task SpendsAsync()
        {
            var driver = _drivers[Below(_drivers.Count)];
            _receipts.Add(await driver.Earns(100));
            if (!(await driver.Redeems()).IsRefused(out _, out var redeemed))
            {
                _fuel.Add(redeemed.RedemptionId);
            }
        }

        private async Task AdjustsAsync(DriverForTests driver, bool approves)
        {
            var shopper = (await driver.Balance()).ShopperId;
            var proposed = await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(
                u => u.ProposeAsync(shopper, Below(60) - 20 is var points and not 0 ? points : 7, "To see", cashier.Id, default));
            if (!proposed.IsRefused(out _, out var adjustment))
            {
                await portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.DecideAsync(adjustment.Id, approves, other.Id, default));
            }
        }

        private static Guid? Last(List<Guid> those) => those.Count > 0 ? those[^1] : null;

        private int Below(int limit) => chance.Next(limit);
    }
}
