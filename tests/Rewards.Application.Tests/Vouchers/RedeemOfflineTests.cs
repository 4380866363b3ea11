using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Vouchers;

/// <summary>What desks took without network, as it arrives (docs/vouchers-offline.md).</summary>
public class RedeemOfflineTests
{
    private const int Desks = 50;

    private static readonly PortalSetup _vouchers = new() { Promotions = [PortalSetup.Voucher(cents: 500)] };

    [Theory, EveryDatabase]
    public async Task Fifty_desks_that_took_the_same_voucher_in_whatever_order_they_send_are_one_redemption_and_49_exceptions(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var desks = await portal.DesksAsync(Desks);
        for (var shuffle = 0; shuffle < 8; shuffle++)
        {
            var voucher = await portal.VoucherAsync();
            var taken = desks.Select(d => d.Takes(voucher, 500)).ToArray();
            new Random(shuffle).Shuffle(taken);

            var first = new List<Outcome<OfflineAnswer>>();
            foreach (var one in taken)
            {
                first.Add(await one.Sends());
            }

            Assert.NotNull(first[0].Value.Redeemed);
            Assert.All(first.Skip(1), a => Assert.Equal("voucher-already-redeemed", a.Value.ReasonCode));
            await IsOneAndTheRestExceptionsAsync(portal, voucher, taken, first);
        }
    }

    [Theory, EveryDatabase]
    public async Task Fifty_desks_at_once_each_sending_twice_are_one_redemption_and_49_exceptions(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var desks = await portal.DesksAsync(Desks);
        for (var round = 0; round < 3; round++)
        {
            var voucher = await portal.VoucherAsync();
            var taken = desks.Select(d => d.Takes(voucher, 500)).ToArray();

            var answers = await Crowd.AtOnce(2 * Desks, async i => (Of: taken[i % Desks].Id, Answer: (await taken[i % Desks].Sends()).Value));

            var once = taken.Select(t => Assert.Single(answers.Where(a => a.Of == t.Id).Select(a => a.Answer).Distinct())).ToList();
            await IsOneAndTheRestExceptionsAsync(portal, voucher, taken, [.. once.Select(a => (Outcome<OfflineAnswer>)a)]);
        }
    }

    [Theory, EveryDatabase]
    public async Task Online_and_offline_at_once_never_take_more_than_there_is(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var desks = await portal.DesksAsync(20);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        await Crowd.AtOnce(40, async i =>
            i % 2 == 0 ? (await desks[i / 2].Takes(voucher, 70).Sends()).Error?.Code : (await cashier.Redeems(voucher.Code, 70)).Error?.Code);

        var rows = await portal.AllAsync<OfflineRedemption>();
        Assert.Equal((10, 10), await portal.BalanceAsync(voucher));
        Assert.Equal(20, rows.Count);
        Assert.Equal(7, (await portal.AllAsync<Redemption>()).Count);
    }

    private static async Task IsOneAndTheRestExceptionsAsync(
        PortalForTests portal, VoucherInHand voucher, TakenForTests[] taken, List<Outcome<OfflineAnswer>> first)
    {
        Assert.Equal((0, 0), await portal.BalanceAsync(voucher));
        Assert.Single(first, a => a.Value.Redeemed is not null);
        var rows = (await portal.AllAsync<OfflineRedemption>()).Where(r => r.VoucherId == voucher.Id).ToList();
        Assert.Equal((1, Desks - 1), (rows.Count(r => r.RedemptionId is not null), rows.Count(r => r.ReasonCode == "voucher-already-redeemed")));

        // All of it again, backwards: nothing changes, and each is answered as before.
        for (var i = taken.Length - 1; i >= 0; i--)
        {
            Assert.Equal(first[i].Value, (await taken[i].Sends()).Value);
        }

        Assert.Equal((0, 0), await portal.BalanceAsync(voucher));
        Assert.Equal(Desks, (await portal.AllAsync<OfflineRedemption>()).Count(r => r.VoucherId == voucher.Id));
        Assert.Single(await portal.AllAsync<Redemption>(), r => r.VoucherId == voucher.Id);
    }
}
