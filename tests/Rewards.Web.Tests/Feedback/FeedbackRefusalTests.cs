using System.Net;
using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Feedback;

public class FeedbackRefusalTests
{
    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("8CM6-A9N6-NG8Y-RFT", HttpStatusCode.UnprocessableEntity)]
    [InlineData("8CM6-A9N6-NG8Y-RFTU", HttpStatusCode.UnprocessableEntity)]
    [InlineData("8CM6-A9N6-NG8Y-RFTQ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("\u0000\u0001'; DROP TABLE \"Receipts\" --", HttpStatusCode.UnprocessableEntity)]
    public async Task A_slip_is_said_at_once_and_costs_nothing(string typed, HttpStatusCode status)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();

        for (var i = 0; i < 8; i++)
        {
            var page = await browser.Posts("/", ("code", typed));
            Assert.Equal(status, page.Status);
            Assert.True(page.Has(".errors a[href='#code']"));
        }

        Assert.Empty(await portal.Below.AllAsync<Data.Receipts.CodeAttempt>());
        Assert.Equal(HttpStatusCode.OK, (await browser.Posts("/", ("code", portal.Below.Code()))).Status);
    }

    [Fact]
    public async Task Forged_codes_shut_their_client_out_and_no_one_else()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var forger = portal.Browser("198.51.100.1");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await forger.Opens($"/r/{PortalForTests.ForgedCode()}")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await forger.Opens($"/r/{portal.Below.Code()}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser("198.51.100.2").Opens($"/r/{portal.Below.Code()}")).Status);
    }

    [Fact]
    public async Task Each_refusal_of_a_good_code_has_its_own_sentence()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var used = portal.Below.Code();
        await portal.Below.Shopper.GivesFeedback(used);
        string[] codes = [used, portal.Below.Code(daysAgo: 8), portal.Below.Code(daysAgo: -2), portal.Below.Code(StoreNumbers.NotTakingPart)];

        var pages = new List<PageForTests>();
        foreach (var code in codes)
        {
            pages.Add(await portal.Browser().Opens($"/r/{code}"));
        }

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.Conflict, p.Status));
        Assert.All(pages, p => Assert.DoesNotContain("[errors.", p.Text, StringComparison.Ordinal));
        Assert.Equal(codes.Length, pages.Select(p => p.TextOf(".panel p")).Distinct().Count());
    }

    public static TheoryData<string, string, string> BadAnswers => new()
    {
        { "recommend", "answer", "11" },
        { "recommend", "answer", "-1" },
        { "recommend", "answer", "9.5" },
        { "recommend", "answer", "" },
        { "recommend", "answer", new string('9', 100_000) },
        { "satisfaction", "answer", "0" },
        { "ease", "answer", "8" },
        { "departments", "touchpoint:Bakery", "6" },
        { "departments", "touchpoint:Casino", "5" },
        { "comment", "answer", new string('x', 100_000) },
        { "comment", "answer", "bell \u0007" },
        { "may-contact", "answer", "perhaps" },
        { "no-such-question", "answer", "5" },
        { "recommend", "response", "01a200ca-4542-73b7-84d7-9534a3fffe01" },
        { "recommend", "response", "not-an-id" },
    };

    [Theory, MemberData(nameof(BadAnswers))]
    public async Task A_bad_answer_is_refused_and_nothing_is_saved(string question, string field, string value)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = await portal.Below.RegisteredCodeAsync("Bakery");

        var page = await portal.Browser().Posts($"/r/{code}/{question}", (field, value));

        Assert.InRange((int)page.Status, 400, 499);
        Assert.DoesNotContain("[errors.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await portal.Below.AllAsync<Answer>());
        Assert.Empty(await portal.Below.AllAsync<Response>());
    }

    [Theory]
    [InlineData("not an address", "")]
    [InlineData("a@b.example\r\nBcc: all@example.com", "")]
    [InlineData("", "card")]
    [InlineData("", "1")]
    public async Task Bad_contact_details_are_refused_with_the_field_named(string email, string card)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = portal.Below.Code();
        await portal.Below.Shopper.AnswersAll(code);

        var page = await portal.Browser().Posts($"/r/{code}/contact", ("email", email), ("card", card));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(email.Length > 0 ? ".errors a[href='#email']" : ".errors a[href='#card']"));
        Assert.Null((await portal.Below.Shopper.Sees(code)).Response.SubmittedAt);
    }

    [Fact]
    public async Task Another_shoppers_response_is_neither_shown_nor_changed()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var (mine, theirs) = (portal.Below.Code(), portal.Below.Code());
        await portal.Below.Shopper.AnswersAll(theirs, comment: "My secret.");
        var other = (await portal.Below.Shopper.Sees(theirs)).Response.Id;

        var page = await portal.Browser().Posts($"/r/{mine}/comment", ("response", $"{other}"), ("answer", "Overwritten."));
        var sent = await portal.Browser().Posts($"/r/{mine}/contact", ("response", $"{other}"), ("email", "eve@example.com"), ("card", ""));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        Assert.DoesNotContain("My secret", page.Body + sent.Body, StringComparison.Ordinal);
        Assert.Contains(await portal.Below.AllAsync<Answer>(), a => a.Text == "My secret.");
    }

    [Fact]
    public async Task A_body_of_two_megabytes_is_refused()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        var page = await portal.Browser().Posts($"/r/{portal.Below.Code()}/comment", ("answer", new string('x', 2_000_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
    }
}
