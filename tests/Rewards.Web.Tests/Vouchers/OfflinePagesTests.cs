using System.Net;
using System.Text.Json;
using Rewards.Data.Staff;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

/// <summary>The desk's page without network, as its script speaks to the portal; and the office after it.</summary>
public class OfflinePagesTests
{
    [Theory, EveryDatabase]
    public async Task The_first_to_send_is_redeemed_and_the_second_waits_in_the_office_for_a_person(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database);
        var voucher = await desk.VoucherAsync();
        var colleague = await desk.ColleagueAsync(StaffRole.Staff);

        var first = await SendsAsync(desk, desk.Browser, voucher);
        var second = await SendsAsync(desk, colleague, voucher);

        Assert.Equal("redeemed", Answer(first).GetProperty("state").GetString());
        Assert.Equal(0, Answer(first).GetProperty("left").GetInt32());
        Assert.Equal("exception", Answer(second).GetProperty("state").GetString());
        Assert.Equal("Used already", Answer(second).GetProperty("words").GetString());
        var office = desk.Portal.Browser();
        await office.SignsIn(await desk.Portal.HiresAsync(StaffRole.Marketing));
        var list = await office.Opens("/office/exceptions");
        Assert.Contains("Used already", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await list.Submits("td form")).Status);
        var done = await list.Submits("td form", ("resolution", "AcceptedAsLoss"), ("note", "Two papers."));
        Assert.Contains("Nothing to look into", done.Text, StringComparison.Ordinal);
        Assert.Contains("Two papers.", (await office.Opens("/office/exceptions?show=resolved")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await list.Submits("td form", ("resolution", "Fraud"))).Status);
    }

    [Fact]
    public async Task What_is_no_list_of_takings_is_refused_whole()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var token = (await TermsAsync(desk.Browser)).GetProperty("token").GetString()!;
        string[] none = ["", "null", "{}", "[1]", "[null]", "[{}]", "[{\"id\":\"x\"}]", $"[{string.Join(',', Enumerable.Repeat("{}", 60))}]", "[[[["];

        foreach (var items in none)
        {
            var page = await desk.Browser.Posts(
                "/store/offline?handler=Send", ("__RequestVerificationToken", token), ("desk", $"{Guid.NewGuid()}"), ("items", items));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Browser.Posts("/store/offline?handler=Send", ("items", "[]"))).Status);
        Assert.Empty(await desk.Portal.Below.AllAsync<OfflineRedemption>());
    }

    [Fact]
    public async Task Who_is_not_of_the_store_or_the_office_has_no_such_page()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);

        Assert.Contains("/account/sign-in", (await desk.Portal.Browser().Opens("/store/offline")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Browser.Opens("/office/exceptions")).Status);
    }

    [Fact]
    public async Task The_whole_link_of_a_QR_is_a_voucher_for_a_phone_and_for_a_scanner_without_script()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();
        var link = $"HTTPS://FEEDBACK.EXAMPLE/V/{voucher.Code.Replace("-", "", StringComparison.Ordinal)}/{await FormAsync(desk, voucher)}";

        var phone = await desk.Portal.Browser().Opens(new Uri(link).AbsolutePath);
        var scanned = await desk.Browser.Opens("/store/redeem?code=" + Uri.EscapeDataString(link));

        Assert.Equal("$5", phone.TextOf(".ticket-value"));
        Assert.True(scanned.Has("button[name=all]"));
    }

    private static async Task<PageForTests> SendsAsync(DeskForTests desk, BrowserForTests browser, VoucherInHand voucher)
    {
        var terms = await TermsAsync(browser);
        var item = new
        {
            id = Guid.NewGuid(),
            code = voucher.Code,
            form = await FormAsync(desk, voucher),
            cents = 500,
            at = DateTimeOffset.FromUnixTimeMilliseconds(terms.GetProperty("now").GetInt64()),
            pass = terms.GetProperty("pass").GetString(),
        };
        return await browser.Posts(
            "/store/offline?handler=Send",
            ("__RequestVerificationToken", terms.GetProperty("token").GetString()!),
            ("desk", $"{Guid.NewGuid()}"),
            ("items", JsonSerializer.Serialize(new[] { item })));
    }

    private static Task<string> FormAsync(DeskForTests desk, VoucherInHand voucher) => desk.Portal.Below.CallAsync<OfflineVouchers, string>(
        forms => Task.FromResult(forms.Sign(voucher.Code, new OfflineForm(500, voucher.LastDay, 0, null, SingleUse: false))!));

    private static async Task<JsonElement> TermsAsync(BrowserForTests browser) => JsonDocument
        .Parse((await browser.Opens("/store/offline")).Document.GetElementById("offline")!.GetAttribute("data-terms")!).RootElement;

    private static JsonElement Answer(PageForTests page) => JsonDocument.Parse(page.Body).RootElement.GetProperty("answers")[0];
}
