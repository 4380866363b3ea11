using Rewards.Application.Shoppers;
using Rewards.Application.Vouchers;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Shoppers;

public class ShowMyRewardsTests
{
    private const string Ana = "ana@example.com";

    [Theory, EveryDatabase]
    public async Task Points_stand_by_month_and_end_with_the_month_after(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()] });
        await FeedbackOn(portal, 10);
        await FeedbackOn(portal, 20);
        portal.Clock.Advance(TimeSpan.FromDays(20));
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        var ana = await AnaAsync(portal);

        var april = (await portal.MyRewards(ana))!;
        portal.Clock.Advance(TimeSpan.FromDays(25));
        var may = (await portal.MyRewards(ana))!;
        portal.Clock.Advance(TimeSpan.FromDays(31));
        var june = (await portal.MyRewards(ana))!;

        Assert.Equal([(202603, 100, new DateOnly(2026, 4, 30)), (202604, 50, new DateOnly(2026, 5, 31))], Months(april));
        Assert.Equal([(202604, 50, new DateOnly(2026, 5, 31))], Months(may));
        Assert.Empty(june.Points);
    }

    [Theory, EveryDatabase]
    public async Task A_voucher_shows_what_is_left_and_whether_it_is_good(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        for (var i = 0; i < 3; i++)
        {
            await portal.Shopper.GivesFeedback(portal.Code(), Ana);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var ana = await AnaAsync(portal);
        var vouchers = (await portal.MyRewards(ana))!.Vouchers.Items;
        var cashier = await portal.CashierAsync();
        _ = (await cashier.Redeems(vouchers[1].Code, 275)).Value;
        _ = (await cashier.Redeems(vouchers[2].Code)).Value;

        var after = (await portal.MyRewards(ana))!.Vouchers.Items;
        Assert.Equal(
            [(500, VoucherState.Good), (225, VoucherState.Good), (0, VoucherState.Used)], after.Select(v => (v.BalanceCents, v.State)));
        Assert.Equal(vouchers.Select(v => v.Code), after.Select(v => v.Code));

        portal.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Equal(
            [VoucherState.Expired, VoucherState.Expired, VoucherState.Used],
            (await portal.MyRewards(ana))!.Vouchers.Items.Select(v => v.State));
    }

    [Theory, EveryDatabase]
    public async Task Long_lists_come_page_by_page_and_nothing_is_of_others(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        for (var i = 0; i < ShowMyRewards.VouchersOnPage + 2; i++)
        {
            await portal.Shopper.GivesFeedback(portal.Code(), Ana);
            await portal.Shopper.GivesFeedback(portal.Code(), "ben@example.com");
        }

        await portal.EntersAsync(ShowMyRewards.EntriesOnPage + 1, "eva@example.com");
        await portal.EntersAsync(3, "ida@example.com");
        var (ana, eva) = (await AnaAsync(portal), (await portal.AllAsync<Shopper>()).Single(s => s.Email == "eva@example.com").Id);

        var first = (await portal.MyRewards(ana))!.Vouchers;
        var second = (await portal.MyRewards(ana, vouchers: 2))!.Vouchers;
        Assert.Equal((ShowMyRewards.VouchersOnPage, true, 2, false), (first.Items.Count, first.HasOlder, second.Items.Count, second.HasOlder));
        Assert.Equal(ShowMyRewards.VouchersOnPage + 2, first.Items.Concat(second.Items).Select(v => v.Code).Distinct().Count());

        var entries = (await portal.MyRewards(eva))!.Entries;
        var older = (await portal.MyRewards(eva, entries: 2))!.Entries;
        Assert.Equal((ShowMyRewards.EntriesOnPage, true, 1, false), (entries.Items.Count, entries.HasOlder, older.Items.Count, older.HasOlder));
        Assert.All(entries.Items, e => Assert.Equal(EntriesForTests.DrawId, e.DrawId));
        Assert.Empty((await portal.MyRewards(ana))!.Entries.Items);
    }

    [Theory, EveryDatabase]
    public async Task A_winner_sees_the_prize(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var shopper = await portal.EntersAsync(email: Ana);
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);

        var mine = (await portal.MyRewards(shopper.Id))!;

        var prize = Assert.Single(mine.Prizes);
        Assert.Equal(("$100 gift card", EntriesForTests.DrawId, mine.Entries.Items.Single().EntryId), (prize.Prize, prize.DrawId, prize.EntryId));
    }

    [Fact]
    public async Task There_is_nothing_of_a_shopper_who_is_not_there()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);

        Assert.Null(await portal.MyRewards(Guid.NewGuid()));
    }

    private static async Task FeedbackOn(PortalForTests portal, int dayOfMarch)
    {
        portal.Clock.Advance(new DateTime(2026, 3, dayOfMarch, 15, 0, 0, DateTimeKind.Utc) - portal.Clock.Now);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
    }

    private static async Task<Guid> AnaAsync(PortalForTests portal) => (await portal.AllAsync<Shopper>()).Single(s => s.Email == Ana).Id;

    private static IEnumerable<(int, int, DateOnly)> Months(MyRewards rewards) =>
        rewards.Points.Select(p => (p.Lot.Number, p.Points, p.Lot.LastDay));
}
