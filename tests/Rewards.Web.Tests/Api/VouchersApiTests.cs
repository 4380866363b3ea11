using Microsoft.EntityFrameworkCore;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;
using Rewards.Domain.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Api;

/// <summary>A voucher at a till: looked up, held, redeemed, undone.</summary>
public class VouchersApiTests
{
    [Theory, EveryDatabase]
    public async Task A_till_looks_up_redeems_and_undoes(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();

        var shown = await till.Gets($"/api/v1/vouchers/{voucher.Code}");
        Assert.Equal(
            $$"""{"status":"good","balanceCents":1000,"currency":"USD","expiresOn":"{{voucher.LastDay:yyyy-MM-dd}}","stores":null,"minimumPurchaseCents":0,"singleUse":false}""",
            shown.Text);

        var redeemed = await till.Redeems(voucher, 400, key: "sale 1");
        Assert.Equal(("201", 600), (redeemed.Said, redeemed["balanceCents"].GetInt32()));
        var again = await till.Redeems(voucher, 400, key: "sale 1");
        Assert.Equal(redeemed.Text, again.Text);
        Assert.Equal("409 idempotency-key-reused", (await till.Redeems(voucher, 300, key: "sale 1")).Said);
        Assert.Equal("409 voucher-balance-too-low (amountCents)", (await till.Redeems(voucher, 601)).Said);

        var reversal = $"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal";
        Assert.Equal("403 reversal-by-same-person", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor = "ANA" })).Said);
        Assert.Equal("201", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor = "Luz" })).Said);
        Assert.Equal("409 redemption-already-reversed", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor = "Max" })).Said);
        Assert.Equal((1_000, 1_000), await till.Portal.Below.BalanceAsync(voucher));

        var row = Assert.Single(await till.Portal.Below.AllAsync<Redemption>());
        Assert.Equal((3, "Ana", null, StoreNumbers.Princeton), (row.Register, row.Cashier, row.StaffId, row.StoreNumber));
    }

    [Theory, EveryDatabase]
    public async Task Who_holds_a_voucher_alone_takes_from_it_until_the_hold_is_over(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();
        var holds = $"/api/v1/vouchers/{voucher.Code}/holds";

        var hold = await till.Posts(holds, new { seconds = 60 });
        Assert.Equal("201", hold.Said);
        Assert.Equal("held", (await till.Gets($"/api/v1/vouchers/{voucher.Code}"))["status"].GetString());
        Assert.Equal("409 voucher-held", (await till.Posts(holds, new { seconds = 60 })).Said);
        Assert.Equal("409 voucher-held", (await till.Redeems(voucher, 100)).Said);
        Assert.Equal("409 voucher-held", (await till.Redeems(voucher, 100, holdId: Guid.NewGuid())).Said);
        Assert.Equal("201", (await till.Redeems(voucher, 100, holdId: hold["holdId"].GetGuid())).Said);
        Assert.Equal("409 hold-over (holdId)", (await till.Redeems(voucher, 100, holdId: hold["holdId"].GetGuid())).Said);

        var released = await till.Posts(holds, new { seconds = 60 });
        Assert.Equal("204", (await till.Deletes($"/api/v1/holds/{released["holdId"].GetGuid()}")).Said);
        Assert.Equal("404 hold-unknown", (await till.Deletes($"/api/v1/holds/{released["holdId"].GetGuid()}")).Said);

        await till.Posts(holds, new { seconds = 60 });
        till.Portal.Below.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("201", (await till.Redeems(voucher, 100)).Said);
        Assert.Equal((800, 800), await till.Portal.Below.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_hundred_redemptions_at_once_exactly_the_balance_is_taken(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();

        var answers = await Crowd.AtOnce(200, _ => till.Redeems(voucher, 30));

        Assert.Equal((33, 167), (answers.Count(a => a.Said == "201"), answers.Count(a => a.Said == "409 voucher-balance-too-low (amountCents)")));
        Assert.Equal((10, 10), await till.Portal.Below.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task One_key_sent_a_hundred_times_at_once_is_answered_alike_and_takes_once(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();

        var answers = await Crowd.AtOnce(100, _ => till.Redeems(voucher, 400, key: "one sale"));

        Assert.Equal("201", Assert.Single(answers.Select(a => a.Said).Distinct()));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Equal((600, 600), await till.Portal.Below.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task Holding_redeeming_undoing_and_voiding_at_once_never_lose_or_double_a_cent(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var below = till.Portal.Below;
        var voucher = await below.VoucherAsync();
        var officer = await till.Portal.HiresAsync(StaffRole.Administrator);

        var answers = await Crowd.AtOnce(120, async i =>
        {
            if (i == 90)
            {
                return (await below.CallAsync<VoidVoucher, Domain.Outcome<Voided>>(
                    u => u.RunAsync(voucher.Id, VoidReason.Lost, Reissue.Shown, officer.Id, default))).Error?.Code ?? "void";
            }

            if (i % 4 == 0)
            {
                var hold = await till.Posts($"/api/v1/vouchers/{voucher.Code}/holds", new { seconds = 60 });
                return hold.Said != "201" ? hold.Said : (await till.Redeems(voucher, 20, holdId: hold["holdId"].GetGuid())).Said;
            }

            var redeemed = await till.Redeems(voucher, 20);
            return redeemed.Said == "201" && i % 4 == 1
                ? (await till.Posts($"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal", new { reason = "sale-cancelled", supervisor = "Luz" })).Said
                : redeemed.Said;
        });

        Assert.DoesNotContain(answers, a => a.StartsWith('5'));
        Assert.Contains("void", answers);
        var rows = await below.AllAsync<Voucher>();
        var old = rows.Single(v => v.Id == voucher.Id);
        var replacement = Assert.Single(rows, v => v.ReplacesId == voucher.Id);
        var booked = (await below.BalanceAsync(voucher)).Booked;
        Assert.Equal((0, booked, booked), (old.BalanceCents, old.VoidedCents, replacement.BalanceCents));
    }

    [Theory, EveryDatabase]
    public async Task A_voucher_keeps_its_terms_at_the_till(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();
        await till.Portal.Below.InDatabaseAsync(async db =>
        {
            await db.Vouchers.ExecuteUpdateAsync(set => set.SetProperty(v => v.MinimumPurchaseCents, 2_500).SetProperty(v => v.SingleUse, true));
        });
        var redemptions = $"/api/v1/vouchers/{voucher.Code}/redemptions";

        Assert.Equal("422 voucher-purchase-missing (purchaseCents)", (await till.Redeems(voucher, 100)).Said);
        Assert.Equal(
            "409 voucher-purchase-too-small (purchaseCents)",
            (await till.Posts(redemptions, new { amountCents = 100, register = 1, cashier = "Ana", purchaseCents = 2_499 }, "a")).Said);
        var redeemed = await till.Posts(redemptions, new { amountCents = 100, register = 1, cashier = "Ana", purchaseCents = 2_500 }, "b");
        Assert.Equal(("201", 0), (redeemed.Said, redeemed["balanceCents"].GetInt32()));
        Assert.Equal("used", (await till.Gets($"/api/v1/vouchers/{voucher.Code}"))["status"].GetString());
        Assert.Equal(
            "409 voucher-already-redeemed",
            (await till.Posts(redemptions, new { amountCents = 100, register = 1, cashier = "Ana", purchaseCents = 2_500 }, "c")).Said);

        var oxford = await till.KeyAsync(StoreNumbers.Oxford);
        Assert.Equal(
            "403 api-key-of-another-store (store)",
            (await till.Posts(redemptions, new { amountCents = 100, register = 1, cashier = "Ana", store = StoreNumbers.Princeton }, "d", oxford.Token)).Said);
        Assert.Equal(
            "404 redemption-unknown",
            (await till.Posts($"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal", new { reason = "wrong-amount", supervisor = "Luz" }, token: oxford.Token)).Said);
    }

    [Fact]
    public async Task Whoever_has_no_key_a_revoked_one_or_one_for_something_else_is_told_so()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await till.Portal.Below.VoucherAsync();
        var address = $"/api/v1/vouchers/{voucher.Code}";
        var reader = await till.KeyAsync(null, ApiScope.ReadVouchers);

        Assert.Equal("401 api-key-refused", (await till.Gets(address, token: "")).Said);
        Assert.Equal("401 api-key-refused", (await till.Gets(address, token: "rwd_00000000_" + new string('0', 48))).Said);
        Assert.Equal("401 api-key-refused", (await till.Gets(address, token: "rwd_ or so")).Said);
        Assert.Equal("200", (await till.Gets(address, reader.Token)).Said);
        Assert.Equal("403 api-scope-missing", (await till.Posts(address + "/holds", new { seconds = 1 }, token: reader.Token)).Said);

        var all = await till.KeyAsync(null);
        Assert.Equal("422 api-store-missing (store)", (await till.Posts(address + "/holds", new { seconds = 1 }, token: all.Token)).Said);
        Assert.Equal("201", (await till.Posts(address + "/holds", new { seconds = 1, store = StoreNumbers.Oxford }, token: all.Token)).Said);

        await till.Portal.Below.CallAsync<Application.Staff.RevokeApiKey, Domain.Error?>(
            async u => await u.RunAsync(reader.Id, (await till.Portal.Below.InDatabaseAsync(db => db.Users.Select(x => x.Id).FirstAsync())), default));
        Assert.Equal("401 api-key-refused", (await till.Gets(address, reader.Token)).Said);
    }

    [Theory]
    [InlineData("""{"amountCents":"100","register":1,"cashier":"A"}""", "400 request-malformed (amountCents)")]
    [InlineData("""{"amountCents":1.5,"register":1,"cashier":"A"}""", "400 request-malformed (amountCents)")]
    [InlineData("""{"amountCents":99999999999,"register":1,"cashier":"A"}""", "400 request-malformed (amountCents)")]
    [InlineData("""{"amountCents":100,"amountCents":1,"register":1,"cashier":"A"}""", "400 request-malformed (amountCents)")]
    [InlineData("""{"amountCents":100,"register":1,"cashier":"A","tip":1}""", "400 request-malformed (tip)")]
    [InlineData("""{"amountCents":100,"register":1}""", "400 request-malformed")]
    [InlineData("""{"amountCents":100,"register":1,"cashier":null}""", "400 request-malformed (cashier)")]
    [InlineData("""{"amountCents":100,"register":64,"cashier":"A"}""", "422 register-invalid (register)")]
    [InlineData("""{"amountCents":100,"register":1,"cashier":"\u0000"}""", "422 cashier-invalid (cashier)")]
    [InlineData("""{"amountCents":100,"register":1,"cashier":"\ud800"}""", "400 request-malformed (cashier)")]
    [InlineData("""{"amountCents":-1,"register":1,"cashier":"A"}""", "422 voucher-amount-invalid (amountCents)")]
    [InlineData("""[]""", "400 request-malformed")]
    [InlineData("""null""", "400 request-malformed")]
    [InlineData("""{""", "400 request-malformed")]
    [InlineData("", "400 request-malformed")]
    public async Task What_cannot_be_read_is_refused_with_the_member_named(string body, string said)
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await till.Portal.Below.VoucherAsync();

        Assert.Equal(said, (await till.PostsText($"/api/v1/vouchers/{voucher.Code}/redemptions", body, key: "k")).Said);
        Assert.Equal((1_000, 1_000), await till.Portal.Below.BalanceAsync(voucher));
    }

    [Fact]
    public async Task Everything_under_api_is_answered_in_json()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var redemptions = "/api/v1/vouchers/ABCD/redemptions";

        Assert.Equal("404 path-unknown", (await till.Gets("/api")).Said);
        Assert.Equal("404 path-unknown", (await till.Gets("/api/v1/nothing")).Said);
        Assert.Equal("404 path-unknown", (await till.Gets("/api/v2/vouchers/x", token: "")).Said);
        Assert.Equal("405 method-not-allowed", (await till.SendsAsync(HttpMethod.Put, redemptions, null, null, null)).Said);
        Assert.Equal("415 body-of-another-type", (await till.PostsText(redemptions, "a=b", "application/x-www-form-urlencoded")).Said);
        Assert.Equal("415 body-of-another-type", (await till.PostsText(redemptions, "{}", "application/json; charset=klingon")).Said);
        Assert.Equal("413 body-too-large", (await till.PostsText(redemptions, "\"" + new string('x', 70_000) + "\"")).Said);
        Assert.Equal("422 voucher-code-slip (code)", (await till.Gets("/api/v1/vouchers/%F0%9F%98%80")).Said);
    }
}
