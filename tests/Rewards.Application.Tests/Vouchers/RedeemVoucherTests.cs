using Rewards.Application.Vouchers;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Vouchers;

/// <summary>What a till may take from a voucher, and what it is told otherwise.</summary>
public class RedeemVoucherTests
{
    private const string? NoKey = null;

    private static readonly PortalSetup _vouchers = new() { Promotions = [PortalSetup.Voucher(cents: 1_000)] };

    [Theory, EveryDatabase]
    public async Task A_part_is_taken_and_the_rest_stays(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        var first = (await cashier.Redeems(voucher.Code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), cents: 250)).Value;
        var rest = (await cashier.Redeems(voucher.Code)).Value;

        Assert.Equal([(250, 750), (750, 0)], new[] { first, rest }.Select(r => (r.AmountCents, r.BalanceCents)));
        Assert.Equal((0, 0), await portal.BalanceAsync(voucher));
        var row = (await portal.AllAsync<Redemption>()).Single(r => r.Id == first.RedemptionId);
        Assert.Equal(((Guid?)cashier.Id, StoreNumbers.Princeton, new DateOnly(2026, 3, 10)), (row.StaffId, row.StoreNumber, row.BusinessDay));
    }

    [Theory]
    [EveryDatabase(0, "voucher-amount-invalid")]
    [EveryDatabase(-1, "voucher-amount-invalid")]
    [EveryDatabase(int.MinValue, "voucher-amount-invalid")]
    [EveryDatabase(1_001, "voucher-balance-too-low")]
    [EveryDatabase(int.MaxValue, "voucher-balance-too-low")]
    public async Task An_amount_that_cannot_be_taken_is_refused_by_name(DatabaseKind database, int cents, string refusal)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        var error = (await cashier.Redeems(voucher.Code, cents)).Error;

        Assert.Equal((refusal, "amount"), (error?.Code, error?.Field));
        Assert.Equal((1_000, 1_000), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task An_empty_voucher_is_told_so(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        _ = (await cashier.Redeems(voucher.Code)).Value;

        Assert.Equal(new VoucherAlreadyRedeemed(), (await cashier.Redeems(voucher.Code)).Error);
        Assert.Equal(new VoucherAlreadyRedeemed(), (await cashier.Redeems(voucher.Code, cents: 1)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_voucher_of_one_store_is_refused_at_another(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 1_000, onlyAtThisStore: true)] });
        var voucher = await portal.VoucherAsync(StoreNumbers.Princeton);

        Assert.Equal(
            new VoucherOfAnotherStore($"{StoreNumbers.Princeton}"), (await (await portal.CashierAsync(StoreNumbers.Oxford)).Redeems(voucher.Code)).Error);
        Assert.Null((await (await portal.CashierAsync(StoreNumbers.Princeton)).Redeems(voucher.Code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_voucher_is_good_to_the_end_of_its_last_day_in_the_programmes_zone(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        var midnight = Domain.Zone.StartOf(voucher.LastDay.AddDays(1), "America/New_York");

        portal.Clock.Advance(midnight - portal.Clock.Now - TimeSpan.FromSeconds(1));
        Assert.Null((await cashier.Redeems(voucher.Code, cents: 100)).Error);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new VoucherExpired(voucher.LastDay), (await cashier.Redeems(voucher.Code, cents: 100)).Error);
        Assert.Equal((900, 900), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task The_same_key_and_body_are_answered_as_the_first_time_also_when_the_voucher_is_empty_or_expired(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        var part = await cashier.Redeems(voucher.Code, cents: 400, key: "one");
        var rest = await cashier.Redeems(voucher.Code, key: "two");
        portal.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(part.Value, (await cashier.Redeems(voucher.Code, cents: 400, key: "one")).Value);
        Assert.Equal(rest.Value, (await cashier.Redeems(voucher.Code, key: "two")).Value);
        Assert.Equal((0, 0), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task The_same_key_with_another_body_is_refused(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var (voucher, another) = (await portal.VoucherAsync(), await portal.VoucherAsync());
        _ = (await cashier.Redeems(voucher.Code, cents: 400, key: "one")).Value;

        Assert.Equal(new IdempotencyKeyReused(), (await cashier.Redeems(voucher.Code, cents: 300, key: "one")).Error);
        Assert.Equal(new IdempotencyKeyReused(), (await cashier.Redeems(voucher.Code, cents: null, key: "one")).Error);
        Assert.Equal(new IdempotencyKeyReused(), (await cashier.Redeems(another.Code, cents: 400, key: "one")).Error);
        Assert.Equal([(600, 600), (1_000, 1_000)], [await portal.BalanceAsync(voucher), await portal.BalanceAsync(another)]);
    }

    [Theory, EveryDatabase]
    public async Task A_key_is_a_members_of_staff_own(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var voucher = await portal.VoucherAsync();

        Assert.Null((await (await portal.CashierAsync()).Redeems(voucher.Code, cents: 400, key: "one")).Error);
        Assert.Null((await (await portal.CashierAsync()).Redeems(voucher.Code, cents: 400, key: "one")).Error);
        Assert.Equal((200, 200), await portal.BalanceAsync(voucher));
    }

    [Theory]
    [EveryDatabase(NoKey)]
    [EveryDatabase("")]
    [EveryDatabase("  ")]
    [EveryDatabase("nul\0")]
    [EveryDatabase("clé")]
    [EveryDatabase("0123456789012345678901234567890123456789012345678901234567890123x")]
    public async Task Without_a_usable_key_nothing_is_taken(DatabaseKind database, string? key)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();

        Assert.Equal(new IdempotencyKeyMissing(), (await cashier.RedeemsWithKey(voucher.Code, 100, key)).Error);
        Assert.Equal((1_000, 1_000), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task A_slip_costs_nothing_and_a_guess_counts_against_the_desk(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        for (var slips = 0; slips < 10; slips++)
        {
            Assert.IsType<VoucherCodeSlip>((await cashier.Redeems("ABCD")).Error);
        }

        for (var guesses = 0; guesses < 5; guesses++)
        {
            Assert.Equal(new VoucherUnknown(), (await cashier.Redeems(VoucherCode.Create())).Error);
        }

        // A good voucher is never refused for what others tried.
        Assert.IsType<TooManyCodes>((await cashier.Redeems(VoucherCode.Create())).Error);
        Assert.Equal(new VoucherUnknown(), (await (await portal.CashierAsync(StoreNumbers.Oxford)).Redeems(VoucherCode.Create())).Error);
        Assert.Null((await cashier.Redeems(voucher.Code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_reversal_gives_back_the_recorded_amount_by_a_row_of_its_own(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var cashier = await portal.CashierAsync();
        var supervisor = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        var redeemed = (await cashier.Redeems(voucher.Code, cents: 400)).Value;
        _ = (await cashier.Redeems(voucher.Code, cents: 500)).Value;

        var reversal = (await supervisor.Reverses(redeemed.RedemptionId, ReversalReason.SaleCancelled)).Value;

        Assert.Equal((400, (Guid?)supervisor.Id, ReversalReason.SaleCancelled), (reversal.AmountCents, reversal.StaffId, reversal.Reason));
        Assert.Equal((500, 500), await portal.BalanceAsync(voucher));
        Assert.Equal(2, (await portal.AllAsync<Redemption>()).Count);
        Assert.Equal(new RedemptionAlreadyReversed(), (await supervisor.Reverses(redeemed.RedemptionId)).Error);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_undoes_what_they_did_themselves(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var supervisor = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        var redeemed = (await supervisor.Redeems(voucher.Code, cents: 400)).Value;

        Assert.Equal(new ReversalBySamePerson(), (await supervisor.Reverses(redeemed.RedemptionId)).Error);
        Assert.Equal((600, 600), await portal.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Another_store_does_not_even_see_the_redemption(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        var voucher = await portal.VoucherAsync();
        var redeemed = (await (await portal.CashierAsync(StoreNumbers.Princeton)).Redeems(voucher.Code, cents: 400)).Value;
        var elsewhere = await portal.CashierAsync(StoreNumbers.Oxford);

        Assert.Equal(new RedemptionUnknown(), (await elsewhere.Reverses(redeemed.RedemptionId)).Error);
        Assert.Equal(new RedemptionUnknown(), (await elsewhere.Reverses(Guid.NewGuid())).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_reversal_is_of_the_stores_own_business_day(DatabaseKind database)
    {
        // 22:30 in Pasadena, half past one on the next day in the programme's zone.
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup
        {
            Promotions = _vouchers.Promotions,
            Start = new DateTime(2026, 3, 11, 5, 30, 0, DateTimeKind.Utc),
        });
        var voucher = await portal.VoucherAsync(StoreNumbers.Pasadena);
        var cashier = await portal.CashierAsync(StoreNumbers.Pasadena);
        var supervisor = await portal.CashierAsync(StoreNumbers.Pasadena);
        var (first, second) = ((await cashier.Redeems(voucher.Code, cents: 100)).Value, (await cashier.Redeems(voucher.Code, cents: 100)).Value);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await supervisor.Reverses(first.RedemptionId)).Error);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new ReversalOnAnotherDay(new DateOnly(2026, 3, 10)), (await supervisor.Reverses(second.RedemptionId)).Error);
    }
}
