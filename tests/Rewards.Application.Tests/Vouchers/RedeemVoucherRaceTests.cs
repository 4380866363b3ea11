using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Vouchers;

/// <summary>Many tills, one voucher (docs/protocols.md §4).</summary>
public class RedeemVoucherRaceTests
{
    private static readonly PortalSetup _vouchers = new() { Promotions = [PortalSetup.Voucher(cents: 1_000)] };

    [Theory, EveryDatabase]
    public async Task Of_two_hundred_redemptions_those_that_fit_succeed_and_the_rest_are_refused_by_name(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        var outcomes = await Crowd.AtOnce(200, _ => cashier.Redeems(voucher.Code, cents: 30));

        Assert.Equal("33 done, 167 voucher-balance-too-low", outcomes.Tally());
        Assert.Equal((10, 10), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_hundred_redemptions_of_all_that_is_left_one_takes_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashiers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.CashierAsync()));
        var voucher = await portal.VoucherAsync();

        var outcomes = await Crowd.AtOnce(200, i => cashiers[i % 4].Redeems(voucher.Code));

        Assert.Equal("1 done, 199 voucher-already-redeemed", outcomes.Tally());
        Assert.Equal((0, 0), await portal.BalanceAsync(voucher));
    }

    [Theory]
    [EveryDatabase(400)]
    [EveryDatabase(1_000)]
    [EveryDatabase(new object?[] { null })]
    public async Task One_redemption_sent_two_hundred_times_takes_once_and_is_answered_the_same(DatabaseKind database, int? cents)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        var outcomes = await Crowd.AtOnce(200, _ => cashier.Redeems(voucher.Code, cents, key: "till 3, 4711"));

        Assert.Equal("200 done", outcomes.Tally());
        var redeemed = Assert.Single(outcomes.Select(o => o.Value).Distinct());
        var left = 1_000 - (cents ?? 1_000);
        Assert.Equal((1_000 - left, left), (redeemed.AmountCents, redeemed.BalanceCents));
        Assert.Equal((left, left), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task One_key_on_two_vouchers_at_once_takes_from_one_of_them(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var vouchers = new[] { await portal.VoucherAsync(), await portal.VoucherAsync() };

        var outcomes = await Crowd.AtOnce(100, i => cashier.Redeems(vouchers[i % 2].Code, cents: 400, key: "same"));

        Assert.Equal("50 done, 50 idempotency-key-reused", outcomes.Tally());
        Assert.Single(await portal.AllAsync<Redemption>());
        Assert.Equal(1_600, (await portal.BalanceAsync(vouchers[0])).Balance + (await portal.BalanceAsync(vouchers[1])).Balance);
    }

    [Theory, EveryDatabase]
    public async Task Two_hundred_reversals_of_one_redemption_give_back_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var voucher = await portal.VoucherAsync();
        var redeemed = (await (await portal.CashierAsync()).Redeems(voucher.Code, cents: 400)).Value;
        var supervisors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.CashierAsync()));

        var outcomes = await Crowd.AtOnce(200, i => supervisors[i % 4].Reverses(redeemed.RedemptionId));

        Assert.Equal("1 done, 199 redemption-already-reversed", outcomes.Tally());
        Assert.Equal((1_000, 1_000), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Redemptions_and_reversals_at_once_leave_the_books_balanced(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var voucher = await portal.VoucherAsync();
        var cashier = await portal.CashierAsync();
        var supervisor = await portal.CashierAsync();

        await Crowd.AtOnce(100, async i =>
        {
            var redeemed = await cashier.Redeems(voucher.Code, cents: 100);
            return redeemed.Error is null && i % 2 == 0 ? (await supervisor.Reverses(redeemed.Value.RedemptionId)).Value : null;
        });

        var (balance, booked) = await portal.BalanceAsync(voucher);
        Assert.Equal(booked, balance);
        Assert.InRange(balance, 0, 1_000);
    }
}
