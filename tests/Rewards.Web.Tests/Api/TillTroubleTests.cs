using System.Net;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Api;

/// <summary>What goes wrong between a till and the portal: lost answers, wrong keys, tricks with names.</summary>
public class TillTroubleTests
{
    [Fact]
    public async Task A_store_that_is_not_there_is_unknown_to_a_key_for_all()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await till.Portal.Below.VoucherAsync();
        var all = (await till.KeyAsync(null)).Token;

        foreach (var store in new[] { 65_000, -5, 0, int.MaxValue })
        {
            Assert.Equal("404 store-unknown (store)", (await till.Posts(
                $"/api/v1/vouchers/{voucher.Code}/redemptions", new { amountCents = 1, register = 1, cashier = "Ana", store }, "k", all)).Said);
            Assert.Equal("404 store-unknown (store)", (await till.Posts($"/api/v1/vouchers/{voucher.Code}/holds", new { seconds = 9, store }, null, all)).Said);
            Assert.Equal("404 store-unknown (store)", (await till.Posts(
                "/api/v1/shoppers/40001/fuel-redemptions", new { register = 1, cashier = "Ana", store }, "k", all)).Said);
        }

        Assert.Equal((1_000, 1_000), await till.Portal.Below.BalanceAsync(voucher));
        Assert.Equal("201", (await till.Posts($"/api/v1/vouchers/{voucher.Code}/holds", new { seconds = 9, store = StoreNumbers.Princeton }, null, all)).Said);
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"", "201")]
    [InlineData("application/json; charset=UTF-8", "201")]
    [InlineData("application/json; charset=\"latin1\"", "415 body-of-another-type")]
    public async Task A_content_type_may_be_written_in_every_way_that_is_allowed(string type, string said)
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await till.Portal.Below.VoucherAsync();

        Assert.Equal(said, (await till.PostsText($"/api/v1/vouchers/{voucher.Code}/holds", """{"seconds":9}""", type)).Said);
    }

    [Theory, EveryDatabase]
    public async Task However_many_made_up_codes_a_till_was_shown_good_vouchers_are_redeemed(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database, new PortalSetup
        {
            Promotions = [PortalSetup.Voucher(cents: 1_000)], Settings = { ["Throttle:PerKey"] = "3" },
        });
        var voucher = await till.Portal.Below.VoucherAsync();
        var before = await till.Redeems(voucher, 100, key: "sale 1");
        for (var guess = 0; guess < 3; guess++)
        {
            Assert.Equal("404 voucher-unknown (code)", (await till.Gets($"/api/v1/vouchers/{VoucherCode.Create()}")).Said);
        }

        Assert.Equal("429 too-many-codes (code)", (await till.Gets($"/api/v1/vouchers/{VoucherCode.Create()}")).Said);
        Assert.Equal("429 too-many-codes (code)", (await till.Posts(
            $"/api/v1/vouchers/{VoucherCode.Create()}/redemptions", new { amountCents = 1, register = 1, cashier = "Ana" }, "k")).Said);
        Assert.Equal("200", (await till.Gets($"/api/v1/vouchers/{voucher.Code}")).Said);
        Assert.Equal(before.Text, (await till.Redeems(voucher, 100, key: "sale 1")).Text);
        Assert.Equal("201", (await till.Redeems(voucher, 100)).Said);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_is_the_keys_that_made_it_and_can_be_sent_again(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();
        var holds = $"/api/v1/vouchers/{voucher.Code}/holds";
        var (other, oxford) = ((await till.KeyAsync(StoreNumbers.Princeton)).Token, (await till.KeyAsync(StoreNumbers.Oxford)).Token);

        var hold = await till.Posts(holds, new { seconds = 60 }, "sale 1");
        till.Portal.Below.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(hold.Text, (await till.Posts(holds, new { seconds = 60 }, "sale 1")).Text);
        Assert.Equal("409 voucher-held", (await till.Posts(holds, new { seconds = 60 }, "sale 2")).Said);
        Assert.Equal("409 voucher-held", (await till.Posts(holds, new { seconds = 60 }, "sale 1", other)).Said);

        var taking = new { amountCents = 100, register = 1, cashier = "Ana", holdId = hold["holdId"].GetGuid() };
        Assert.Equal("409 voucher-held", (await till.Posts($"/api/v1/vouchers/{voucher.Code}/redemptions", taking, "k", other)).Said);
        Assert.Equal("409 voucher-held", (await till.Posts($"/api/v1/vouchers/{voucher.Code}/redemptions", taking, "k", oxford)).Said);
        Assert.Equal("201", (await till.Posts($"/api/v1/vouchers/{voucher.Code}/redemptions", taking, "k")).Said);
    }

    [Theory]
    [InlineData("wrong-voucher,sale-cancelled")]
    [InlineData("wrong-amount,sale-cancelled")]
    [InlineData(" wrong-amount ")]
    [InlineData("WrongAmount")]
    [InlineData("1")]
    public async Task A_reason_is_one_of_those_in_the_description_and_nothing_else(string reason)
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var redeemed = await till.Redeems(await till.Portal.Below.VoucherAsync(), 100);

        Assert.Equal("400 request-malformed (reason)", (await till.Posts(
            $"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal", new { reason, supervisor = "Luz" })).Said);
    }

    [Theory]
    [InlineData("Ann Lee", "ann lee")]
    [InlineData("Ann Lee", "\uff21\uff4e\uff4e\u3000Lee")]
    [InlineData("Ann Lee", " ANN   LEE ")]
    [InlineData("Jos\u00e9", "Jose\u0301")]
    public async Task A_name_in_another_spelling_is_no_other_person(string cashier, string supervisor)
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var redeemed = await till.Redeems(await till.Portal.Below.VoucherAsync(), 100, cashier: cashier);
        var reversal = $"/api/v1/redemptions/{redeemed["redemptionId"].GetGuid()}/reversal";

        Assert.Equal("403 reversal-by-same-person", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor })).Said);
        var another = (await till.KeyAsync(StoreNumbers.Princeton)).Token;
        Assert.Equal("403 reversal-by-same-person", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor }, token: another)).Said);
    }

    [Theory]
    [InlineData("a\u200bnn")]
    [InlineData("a\u00adnn")]
    [InlineData("\ufeff")]
    [InlineData("\u202eann")]
    [InlineData("ann\ufffd")]
    [InlineData("--")]
    public async Task A_name_that_cannot_be_seen_is_none(string cashier)
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal("422 cashier-invalid (cashier)", (await till.Redeems(await till.Portal.Below.VoucherAsync(), 100, cashier: cashier)).Said);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_redeemed_at_a_till_does_not_undo_it_at_the_desk(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var below = till.Portal.Below;
        var (ana, luz) = (Guid.NewGuid(), Guid.NewGuid());
        await below.InDatabaseAsync(async db =>
        {
            db.Users.AddRange(new StaffUser { Id = ana, UserName = "ana@fairview.example" }, new StaffUser { Id = luz, UserName = "luz@fairview.example" });
            await db.SaveChangesAsync();
        });
        var redeemed = await till.Redeems(await below.VoucherAsync(), 100, cashier: "ANA@fairview.example");
        Task<Outcome<Reversal>> Undoes(Guid staff) => below.CallAsync<ReverseRedemption, Outcome<Reversal>>(u => u.RunAsync(
            redeemed["redemptionId"].GetGuid(), ReversalReason.WrongAmount, new StaffAtStore(staff, StoreNumbers.Princeton, "desk"), default));

        Assert.Equal("reversal-by-same-person", (await Undoes(ana)).Error?.Code);
        Assert.Null((await Undoes(luz)).Error);
    }

    [Theory, EveryDatabase]
    public async Task An_undoing_sent_again_is_answered_as_it_was_first(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var voucher = await till.Portal.Below.VoucherAsync();
        var reversal = $"/api/v1/redemptions/{(await till.Redeems(voucher, 400))["redemptionId"].GetGuid()}/reversal";
        var body = new { reason = "wrong-amount", supervisor = "Luz" };

        var answers = await Crowd.AtOnce(20, _ => till.Posts(reversal, body));
        till.Portal.Below.Clock.Advance(TimeSpan.FromDays(1));
        var later = await till.Posts(reversal, body);

        Assert.Equal("201", later.Said);
        Assert.All(answers, a => Assert.Equal(later.Text, a.Text));
        Assert.Equal("409 redemption-already-reversed", (await till.Posts(reversal, new { reason = "wrong-amount", supervisor = "Max" })).Said);
        Assert.Equal((1_000, 1_000), await till.Portal.Below.BalanceAsync(voucher));
    }

    [Theory, EveryDatabase]
    public async Task A_response_that_is_refused_leaves_nothing_and_one_that_is_sent_again_is_answered_again(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database);
        var code = await till.Portal.Below.RegisteredCodeAsync();
        object Response(string? email, string comment = "Fine.", bool mayContact = false) => new
        {
            code,
            language = "en",
            email,
            answers = new Dictionary<string, object?>
            {
                ["recommend"] = 9, ["satisfaction"] = 5, ["departments"] = new Dictionary<string, int?> { ["Bakery"] = 4, ["Produce"] = null }, ["ease"] = 6,
                ["friendliness"] = 5, ["comment"] = comment, ["may-contact"] = mayContact,
            },
        };

        Assert.Equal("422 email-invalid (email)", (await till.Posts("/api/v1/responses", Response("bad"), "visit 1")).Said);
        Assert.Equal("422 email-missing (email)", (await till.Posts("/api/v1/responses", Response(null, mayContact: true), "visit 1")).Said);
        Assert.Empty(await till.Portal.Below.AllAsync<Response>());
        Assert.Empty(await till.Portal.Below.AllAsync<Answer>());

        var sent = await Crowd.AtOnce(10, _ => till.Posts("/api/v1/responses", Response("ana@example.com"), "visit 1"));
        var first = sent.First(a => a.Said == "201");
        Assert.All(sent, a => Assert.Equal(first.Text, a.Text));
        Assert.Equal(first.Text, (await till.Posts("/api/v1/responses", Response("ana@example.com"), "visit 1")).Text);
        Assert.Equal("409 receipt-already-used (code)", (await till.Posts("/api/v1/responses", Response("ana@example.com", "Other."), "visit 1")).Said);
        Assert.Equal("409 receipt-already-used (code)", (await till.Posts("/api/v1/responses", Response("ana@example.com"), "visit 2")).Said);
        Assert.Equal("409 receipt-already-used (code)", (await till.Posts("/api/v1/responses", Response("ana@example.com"))).Said);
        var another = (await till.KeyAsync(StoreNumbers.Princeton)).Token;
        Assert.Equal("409 receipt-already-used (code)", (await till.Posts("/api/v1/responses", Response("ana@example.com"), "visit 1", another)).Said);
        Assert.Single(await till.Portal.Below.AllAsync<Voucher>());
    }

    [Fact]
    public async Task A_packed_body_is_refused_and_a_throttle_says_until_when()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite, new PortalSetup
        {
            Promotions = [PortalSetup.Voucher(cents: 1_000)], Settings = { ["Throttle:PerKey"] = "1" },
        });
        var voucher = await till.Portal.Below.VoucherAsync();

        Assert.Equal("415 body-of-another-type", await SaysAsync(r => r.Content!.Headers.ContentEncoding.Add("br"), voucher.Code));
        Assert.Equal("404 voucher-unknown (code)", await SaysAsync(_ => { }, VoucherCode.Create()));
        Assert.Equal("429 too-many-codes (code) 900", await SaysAsync(_ => { }, VoucherCode.Create()));

        async Task<string> SaysAsync(Action<HttpRequestMessage> change, string code)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/vouchers/{code}/holds");
            request.Content = new StringContent("""{"seconds":9}""", System.Text.Encoding.UTF8, "application/json");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("Authorization", $"Bearer {till.Token}");
            change(request);
            using var response = await till.Portal.Http.SendAsync(request);
            var answer = new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
            return response.StatusCode == HttpStatusCode.TooManyRequests ? $"{answer.Said} {response.Headers.RetryAfter}" : answer.Said;
        }
    }
}
