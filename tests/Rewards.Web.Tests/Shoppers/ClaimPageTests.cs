using System.Net;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Shoppers;

public class ClaimPageTests
{
    private static PortalSetup Setup => new() { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()] };

    [Theory, EveryDatabase]
    public async Task What_is_held_is_claimed_from_the_confirmation_and_sent_again_the_page_is_the_same(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup);
        var sent = await portal.Below.Shopper.GivesFeedback(portal.Below.Code());
        var browser = portal.Browser();
        var thanks = await browser.Opens($"/thanks/{sent.Code}/{sent.ResponseId}");

        var form = await thanks.Follows("a[href^='/claim']");
        var done = await form.Submits("main form", ("email", "ana@example.com"));
        var again = await form.Submits("main form", ("email", "ana@example.com"));

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("50 fuel points", done.TextOf(".earn"), StringComparison.Ordinal);
        Assert.Contains("entry in the March draw", done.TextOf(".earn"), StringComparison.Ordinal);
        Assert.Equal(thanks.TextOf(".ref b"), done.TextOf(".ref b"));
        Assert.Equal(done.Text, again.Text);

        // Whoever has seen the reference somewhere sees no voucher's code here: that goes into the mail.
        var code = thanks.TextOf(".ticket-code");
        Assert.DoesNotContain(code, done.Body, StringComparison.Ordinal);
        Assert.Contains(code, (await portal.Mail.MailTo("ana@example.com")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "R-0000-0001", "ana@example.com", "", 404, "reference", "We do not know this reference")]
    [InlineData("es", "R-0000-0001", "ana@example.com", "", 404, "reference", "No conocemos esta referencia")]
    [InlineData("en", "", "", "", 422, "email", "Type your e-mail address")]
    [InlineData("en", "R-0000-0001", "ana@", "", 422, "email", "not an e-mail address")]
    [InlineData("en", "R-0000-0001", "", "12", 422, "card", "3 to 20 digits")]
    public async Task A_refusal_names_its_field_and_keeps_what_was_typed(
        string language, string reference, string email, string card, int status, string field, string words)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);

        var page = await (await portal.Browser(language: language).Opens("/claim"))
            .Submits("main form", ("reference", reference), ("email", email), ("card", card));

        Assert.Equal(status, (int)page.Status);
        Assert.Contains(words, page.TextOf($".errors a[href='#{field}']"), StringComparison.Ordinal);
        Assert.True(page.Has($"#{field}[aria-invalid=true]"));
        Assert.Equal((reference, email, card), (Value("reference"), Value("email"), Value("card")));

        string Value(string id) => page.Document.GetElementById(id)!.GetAttribute("value") ?? "";
    }
}
