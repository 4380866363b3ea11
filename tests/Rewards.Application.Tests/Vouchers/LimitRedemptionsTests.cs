using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Vouchers;

/// <summary>However many redeem at once, no cashier, register or store passes what it may in an hour.</summary>
public class LimitRedemptionsTests
{
    [Theory]
    [EveryDatabase("Fraud:RedemptionsPerCashier", "7", "7 done, 53 redemption-limit-cashier")]
    [EveryDatabase("Fraud:CentsPerCashier", "199", "9 done, 51 redemption-limit-cashier")]
    [EveryDatabase("Fraud:RedemptionsPerRegister", "7", "7 done, 53 redemption-limit-register")]
    [EveryDatabase("Fraud:CentsPerRegister", "200", "10 done, 50 redemption-limit-register")]
    [EveryDatabase("Fraud:RedemptionsPerStore", "7", "7 done, 53 redemption-limit-store")]
    [EveryDatabase("Fraud:CentsPerStore", "200", "10 done, 50 redemption-limit-store")]
    public async Task Of_sixty_redemptions_at_once_those_within_the_limit_are_made(DatabaseKind database, string setting, string value, string expected)
    {
        await using var portal = await StartAsync(database, setting, value);
        var vouchers = new[] { await portal.VoucherAsync(), await portal.VoucherAsync(), await portal.VoucherAsync() };
        var till = Guid.CreateVersion7();

        var outcomes = await Crowd.AtOnce(60, i => RedeemAsync(portal, till, vouchers[i % 3], register: 4, "Ida"));

        Assert.Equal(expected, outcomes.Tally());
        var made = outcomes.Count(o => o.Error is null);
        Assert.Equal(made, (await portal.AllAsync<Redemption>()).Count);
        Assert.All(await portal.AllAsync<RedemptionCount>(), c => Assert.Equal((made, 20L * made), (c.Count, c.Cents)));
    }

    [Theory, EveryDatabase]
    public async Task What_is_refused_takes_nothing_others_go_on_and_so_does_everybody_in_the_next_hour(DatabaseKind database)
    {
        await using var portal = await StartAsync(database, "Fraud:RedemptionsPerCashier", "2");
        var voucher = await portal.VoucherAsync();
        var till = Guid.CreateVersion7();
        _ = (await RedeemAsync(portal, till, voucher, 4, "Ida")).Value;
        _ = (await RedeemAsync(portal, till, voucher, 5, " ida ")).Value;

        Assert.Equal(new RedemptionLimitCashier(new DateTime(2026, 3, 10, 16, 0, 0, DateTimeKind.Utc)), (await RedeemAsync(portal, till, voucher, 6, "IDA")).Error);
        Assert.Equal((460, 460), await portal.BalanceAsync(voucher));
        _ = (await RedeemAsync(portal, till, voucher, 4, "Max")).Value;
        _ = (await (await portal.CashierAsync()).Redeems(voucher.Code, 20)).Value;

        portal.Clock.Advance(TimeSpan.FromHours(1));
        _ = (await RedeemAsync(portal, till, voucher, 4, "Ida")).Value;
        Assert.Equal((400, 400), await portal.BalanceAsync(voucher));
    }

    [Fact]
    public async Task More_at_once_than_an_hour_allows_is_refused_and_sending_again_what_was_done_is_not()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite, "Fraud:CentsPerCashier", "300");
        var voucher = await portal.VoucherAsync();
        var cashier = await portal.CashierAsync();

        Assert.IsType<RedemptionLimitCashier>((await cashier.Redeems(voucher.Code, 301)).Error);
        var first = (await cashier.Redeems(voucher.Code, 300, "sale 1")).Value;
        Assert.IsType<RedemptionLimitCashier>((await cashier.Redeems(voucher.Code, 1)).Error);
        Assert.Equal(first, (await cashier.Redeems(voucher.Code, 300, "sale 1")).Value);
        Assert.Equal((200, 200), await portal.BalanceAsync(voucher));
    }

    private static Task<PortalForTests> StartAsync(DatabaseKind database, string setting, string value) => PortalForTests.StartAsync(
        database, new PortalSetup { Promotions = [PortalSetup.Voucher()], Settings = { [setting] = value } });

    private static Task<Outcome<Redeemed>> RedeemAsync(PortalForTests portal, Guid till, VoucherInHand voucher, int register, string cashier) =>
        portal.CallAsync<RedeemVoucher, Outcome<Redeemed>>(u => u.RunAsync(
            new RedemptionOrder(voucher.Code, 20),
            new StaffAtStore(till, StoreNumbers.Princeton, "key") { IsTill = true, Register = register, Cashier = cashier },
            Guid.NewGuid().ToString(),
            default));
}
