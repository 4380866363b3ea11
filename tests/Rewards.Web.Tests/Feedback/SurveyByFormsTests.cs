using System.Net;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Feedback;

public class SurveyByFormsTests
{
    [Theory, EveryDatabase]
    public async Task A_client_that_only_follows_forms_gets_from_the_code_to_the_awards_in_English(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, EveryoneWins);
        var code = await portal.Below.RegisteredCodeAsync("Bakery|Produce");

        var thanks = await new SurveyByForms(portal.Browser()).TakesAsync(code, email: "ann@example.com");

        Assert.Equal(HttpStatusCode.OK, thanks.Status);
        Assert.Contains("Here is what you earned", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("$5", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("50 fuel points", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("entry in the March draw", thanks.Text, StringComparison.Ordinal);
        Assert.True(thanks.Has(".qr svg path"));
        Assert.Matches("R-[0-9A-Z]{4}-[0-9A-Z]{4}", thanks.TextOf(".ref b"));
    }

    [Fact]
    public async Task What_was_chosen_or_typed_is_still_there_when_the_page_is_refused()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = await portal.Below.RegisteredCodeAsync("Bakery|Deli");
        var browser = portal.Browser();

        var departments = await (await browser.Opens($"/r/{code}/departments")).Submits("form", ("touchpoint:Bakery", "4"));
        var comment = await (await browser.Opens($"/r/{code}/comment")).Submits("form", ("answer", "Good \u0007 bread"));

        Assert.True(departments.Has("input[name='touchpoint:Bakery'][value='4'][checked]"));
        Assert.Contains("Deli", departments.TextOf(".errors"), StringComparison.Ordinal);
        Assert.Contains("bread", comment.TextOf("textarea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_question_has_its_own_address_from_the_first_one_on()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = portal.Below.Code();

        var first = await portal.Browser().Opens($"/r/{code}");
        var second = await first.Submits("form", ("answer", "9"));

        Assert.Equal($"/r/{code}/recommend", first.Address);
        Assert.Equal($"/r/{code}/satisfaction", second.Address);
    }

    [Fact]
    public async Task The_same_in_Spanish_for_a_browser_that_asks_for_it()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, EveryoneWins);
        var browser = portal.Browser(language: "es");

        var thanks = await new SurveyByForms(browser).TakesAsync(portal.Below.Code(), email: "ana@example.com");

        Assert.Equal("es", thanks.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Esto es lo que ganó", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("50 puntos de gasolina", thanks.Text, StringComparison.Ordinal);
        Assert.Equal("es", Assert.Single(await portal.Below.AllAsync<Domain.Surveys.Response>()).Language);
    }

    [Fact]
    public async Task No_page_of_the_survey_sets_a_cookie()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = portal.Browser();

        await new SurveyByForms(browser).TakesAsync(portal.Below.Code());

        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Only_the_departments_of_the_receipt_are_asked_about()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = await portal.Below.RegisteredCodeAsync("Bakery|Fuel");
        var survey = new SurveyByForms(portal.Browser());

        await survey.TakesAsync(code);

        Assert.DoesNotContain(survey.Seen, p => p.Address.EndsWith("/visited", StringComparison.Ordinal));
        var departments = survey.Seen.Single(p => p.Address.EndsWith("/departments", StringComparison.Ordinal));
        Assert.Equal(["Bakery", "Fuel station"], departments.Document.QuerySelectorAll(".touch h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Where_the_departments_are_unknown_the_shopper_says_which_were_visited()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var survey = new SurveyByForms(portal.Browser());

        await survey.TakesAsync(portal.Below.Code());

        Assert.Contains(survey.Seen, p => p.Address.EndsWith("/visited", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Back_shows_what_was_answered_and_another_device_goes_on_with_the_same_code()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = portal.Below.Code();
        var second = await (await portal.Browser().Opens($"/r/{code}")).Submits("form", ("answer", "7"));

        var back = await second.Follows("a.btn.quiet");
        var elsewhere = await portal.Browser("203.0.113.9").Opens($"/r/{code}");

        Assert.Equal("7", back.Document.QuerySelector("input[name=answer][checked]")?.GetAttribute("value"));
        Assert.EndsWith("/satisfaction", elsewhere.Address, StringComparison.Ordinal);
        Assert.Contains("Question 2 of 9", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_pages_writes_nothing()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var code = portal.Below.Code();

        await portal.Browser().Opens($"/r/{code}");
        await portal.Browser().Opens($"/r/{code}/comment");

        Assert.Empty(await portal.Below.AllAsync<Domain.Surveys.Response>());
        Assert.Empty(await portal.Below.AllAsync<Domain.Receipts.Receipt>());
    }

    [Fact]
    public async Task Without_a_person_points_and_entries_are_kept_and_the_page_says_until_when()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        var thanks = await new SurveyByForms(portal.Browser()).TakesAsync(portal.Below.Code());

        Assert.Equal(2, thanks.Document.QuerySelectorAll("li.held").Length);
        Assert.Contains("Kept for you until", thanks.Text, StringComparison.Ordinal);
        Assert.StartsWith("/claim?reference=R-", thanks.Document.QuerySelector("a.btn")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(await portal.Below.AllAsync<Domain.FuelPoints.FuelPointPosting>());
    }

    [Fact]
    public async Task The_confirmation_opens_with_code_and_response_only()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var (mine, other) = (portal.Below.Code(), portal.Below.Code());
        var thanks = await new SurveyByForms(portal.Browser()).TakesAsync(mine);
        var response = thanks.Address.Split('/')[^1];

        var finder = portal.Browser("203.0.113.7");
        Assert.Equal(HttpStatusCode.NotFound, (await finder.Opens($"/thanks/{other}/{response}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await finder.Opens($"/thanks/{mine}/{Guid.NewGuid()}")).Status);
        var used = await (await finder.Opens("/")).Submits("form", ("code", mine));
        Assert.Equal(HttpStatusCode.Conflict, used.Status);
        Assert.DoesNotContain("R-", used.TextOf(".errors"), StringComparison.Ordinal);
    }

    private static PortalSetup EveryoneWins => new() { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()] };
}
