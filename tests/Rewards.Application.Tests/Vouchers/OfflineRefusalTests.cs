using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Vouchers;

/// <summary>What a desk may not have taken is an exception, or waits; nothing of it moves money.</summary>
public class OfflineRefusalTests
{
    private static readonly PortalSetup _vouchers = new() { Promotions = [PortalSetup.Voucher(cents: 500, onlyAtThisStore: true)] };

    [Fact]
    public async Task A_form_that_was_changed_or_is_of_another_voucher_is_an_exception()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desk = (await portal.DesksAsync(1))[0];
        var (voucher, other) = (await portal.VoucherAsync(), await portal.VoucherAsync());
        var form = desk.FormOf(voucher);
        var changed = form[..10] + (form[10] == '0' ? '1' : '0') + form[11..];

        Assert.Equal("voucher-form-refused", await ReasonAsync(desk.Takes(voucher, 500, changed)));
        Assert.Equal("voucher-form-refused", await ReasonAsync(desk.Takes(voucher, 500, desk.FormOf(other))));
        Assert.Equal("voucher-form-refused", await ReasonAsync(desk.Takes(voucher, 500, "")));
        Assert.Equal((500, 500), await portal.BalanceAsync(voucher));
        Assert.All(await portal.AllAsync<OfflineRedemption>(), r => Assert.Equal(voucher.Id, r.VoucherId));
    }

    [Fact]
    public async Task A_voucher_of_another_store_a_voided_one_and_too_much_are_exceptions()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desk = (await portal.DesksAsync(1))[0];
        var foreign = await portal.VoucherAsync(StoreNumbers.Oxford);
        var voucher = await portal.VoucherAsync();

        Assert.Equal("voucher-of-another-store", await ReasonAsync(desk.Takes(foreign, 500)));
        Assert.Equal("voucher-balance-too-low", await ReasonAsync(desk.Takes(voucher, 501)));
    }

    [Fact]
    public async Task A_voucher_is_good_by_the_day_it_was_taken_not_by_the_day_it_arrives()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var (voucher, late) = (await portal.VoucherAsync(), await portal.VoucherAsync());
        portal.Clock.Advance(TimeSpan.FromDays(60));
        var desk = (await portal.DesksAsync(1))[0];
        var taken = desk.Takes(voucher, 500);
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var tooLate = desk.Takes(late, 500);

        var redemption = (await taken.Sends()).Value.Redeemed;
        Assert.NotNull(redemption);
        Assert.Equal("voucher-expired", await ReasonAsync(tooLate));
        Assert.Equal(taken.At, Assert.Single(await portal.AllAsync<Redemption>()).At);
    }

    [Fact]
    public async Task A_time_before_the_page_was_opened_after_its_days_or_ahead_of_the_clock_is_an_exception()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desk = (await portal.DesksAsync(1))[0];
        var voucher = await portal.VoucherAsync();

        Assert.Equal("offline-time-refused", await ReasonAsync(desk.Takes(voucher, 500, after: TimeSpan.FromHours(-1))));
        Assert.Equal("offline-time-refused", await ReasonAsync(desk.Takes(voucher, 500, after: TimeSpan.FromHours(1))));
        portal.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal("offline-time-refused", await ReasonAsync(desk.Takes(voucher, 500)));
    }

    [Fact]
    public async Task One_that_is_held_elsewhere_waits_and_is_taken_when_the_hold_is_over()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desk = (await portal.DesksAsync(1))[0];
        var voucher = await portal.VoucherAsync();
        var taken = desk.Takes(voucher, 500);
        await portal.HoldsAsync(voucher, seconds: 60);

        Assert.Equal("voucher-held", (await taken.Sends()).Error!.Code);
        Assert.Empty(await portal.AllAsync<OfflineRedemption>());
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull((await taken.Sends()).Value.Redeemed);
    }

    [Fact]
    public async Task The_same_id_for_something_else_and_a_pass_that_was_made_up_are_refused()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desk = (await portal.DesksAsync(1))[0];
        var voucher = await portal.VoucherAsync();
        var taken = desk.Takes(voucher, 300);
        await taken.Sends();

        Assert.Equal("idempotency-key-reused", (await (taken with { Cents = 200 }).Sends()).Error!.Code);
        Assert.Equal("desk-pass-refused", (await (taken with { Pass = taken.Pass.Replace(".27.", ".46.", StringComparison.Ordinal) }).Sends()).Error!.Code);
        Assert.Equal((200, 200), await portal.BalanceAsync(voucher));
    }

    [Fact]
    public async Task An_exception_is_resolved_once()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var desks = await portal.DesksAsync(2);
        var voucher = await portal.VoucherAsync();
        await desks[0].Takes(voucher, 500).Sends();
        var second = desks[1].Takes(voucher, 500);
        await second.Sends();

        Assert.Equal("offline-resolution-missing", await portal.SettlesAsync(second.Id, null));
        Assert.Equal("offline-note-invalid", await portal.SettlesAsync(second.Id, OfflineResolution.Fraud, new string('x', 501)));
        Assert.Equal("offline-exception-unknown", await portal.SettlesAsync(Guid.NewGuid(), OfflineResolution.Fraud));
        Assert.Null(await portal.SettlesAsync(second.Id, OfflineResolution.AcceptedAsLoss, "The shopper had two papers."));
        Assert.Equal("offline-exception-resolved", await portal.SettlesAsync(second.Id, OfflineResolution.Fraud));
        Assert.Equal(OfflineResolution.AcceptedAsLoss, (await portal.AllAsync<OfflineRedemption>()).Single(r => r.Id == second.Id).Resolution);
    }

    private static async Task<string?> ReasonAsync(TakenForTests taken)
    {
        var answer = (await taken.Sends()).Value;
        Assert.Null(answer.Redeemed);
        Assert.Equal(answer, (await taken.Sends()).Value);
        return answer.ReasonCode;
    }
}
