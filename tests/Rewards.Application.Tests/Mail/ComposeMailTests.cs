using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Application.Surveys;
using Rewards.Application.Tests.Sweepstakes;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Mail;

public partial class ComposeMailTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task What_was_earned_is_mailed_in_the_words_of_the_page(string language)
    {
        await using var portal = await PortalForTests.StartAsync(
            DatabaseKind.Sqlite, new PortalSetup { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()] });
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");
        var page = (await portal.CallAsync<ShowConfirmation, Confirmation?>(u => u.OfResponseAsync(sent.ResponseId, default)))!;

        var mail = await ComposeAsync(portal, MailKind.Awards, sent.ResponseId, language);

        var voucher = page.Awards.Single(a => a.Voucher is not null).Voucher!;
        string[] said =
        [
            voucher.Code,
            $"{portal.Settings.Portal.Url}/v/{voucher.Code}",
            page.Awards.Single(a => a.Entry is not null).Entry!.EntryId,
            page.Reference,
            .. language == "es"
                ? ["Gracias. Esto es lo que ganó", "$5 de descuento en su próxima compra", "hasta el 9 de mayo de 2026", "50 puntos de gasolina",
                    "Vigentes hasta el 30 de abril de 2026.", "1 participación en el sorteo de marzo", "Qué sigue"]
                : new[] { "Thank you. Here is what you earned", "$5 off your next shop", "until 9 May 2026", "50 fuel points",
                    "Good until 30 April 2026.", "1 entry in the March draw", "What happens next" },
        ];
        Assert.All(said, words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));
        SaysTheSame(mail);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_way_in_is_mailed_with_its_end(string language)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");
        await portal.AsksForLink("ana@example.com");
        var link = Assert.Single(await portal.AllAsync<Rewards.Domain.Shoppers.SignInLink>());

        var mail = await ComposeAsync(portal, MailKind.SignIn, link.Id, language);

        Assert.Equal(link.Id, mail.SignInLink().Id);
        Assert.Contains(language == "es" ? "hasta el 10 de marzo de 2026, 11:15" : "until 10 March 2026, 11:15", mail.Text, StringComparison.Ordinal);
        SaysTheSame(mail);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_winner_is_told_what_was_won_and_what_to_do(string language)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await portal.EntersAsync(email: "ana@example.com");
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);
        var claim = await portal.InDatabaseAsync(db => db.PrizeClaims.AsNoTracking().SingleAsync(c => c.Prize == 1));

        var mail = await ComposeAsync(portal, MailKind.Winner, claim.Id, language);

        Assert.Contains("$100 gift card", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(claim.EntryId), mail.Text, StringComparison.Ordinal);
        Assert.Contains(language == "es" ? "sorteo de marzo" : "March draw", mail.Text, StringComparison.Ordinal);
        Assert.Contains(portal.Settings.Portal.Url + await new WinnerForTests(portal, claim.Id).PathAsync(), mail.Text, StringComparison.Ordinal);
        Assert.Contains(language == "es" ? "hasta el 16 de abril de 2026, 11:59" : "until 16 April 2026, 11:59", mail.Text, StringComparison.Ordinal);
        SaysTheSame(mail);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_winner_hears_that_the_answer_is_there_and_gets_the_voucher(string language)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await portal.EntersAsync(email: "ana@example.com");
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);
        var winner = await WinnerForTests.OfAsync(portal);
        _ = (await winner.Answers(WinnerForTests.Form with { OnPaper = true })).Value;

        var unsigned = await ComposeAsync(portal, MailKind.PrizeAnswered, winner.ClaimId, language);
        Assert.Contains(language == "es" ? "súbala hasta" : "upload it until", unsigned.Text, StringComparison.Ordinal);
        SaysTheSame(unsigned);
        _ = (await winner.HandsIn()).Value;
        var answered = await ComposeAsync(portal, MailKind.PrizeAnswered, winner.ClaimId, language);
        Assert.Contains(await winner.PathAsync(), answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Main Street", unsigned.Text + answered.Text, StringComparison.Ordinal);
        SaysTheSame(answered);
        _ = (await PrizeClaimTests.AcceptsAsync(portal)).Value;
        var voucher = (await PrizeClaimTests.VoucherAsync(portal)).Value.VoucherId!.Value;
        var prize = await ComposeAsync(portal, MailKind.PrizeVoucher, voucher, language);
        Assert.Contains("$100", prize.Text, StringComparison.Ordinal);
        SaysTheSame(prize);
    }

    private static async Task<OutgoingMail> ComposeAsync(PortalForTests portal, MailKind kind, Guid subject, string language)
    {
        var row = new OutboxMail(Guid.CreateVersion7(), kind, subject, "ana@example.com", language, portal.Clock.Now);
        var mail = (await portal.CallAsync<ComposeMail, OutgoingMail?>(u => u.RunAsync(row, default)))!;
        Assert.Equal((row.Id, language), (mail.Id, mail.Language));
        return mail;
    }

    // The words in their order, and the links in theirs; without what only sets them (lines under headings, marks of a list).
    private static void SaysTheSame(OutgoingMail mail)
    {
        var html = new HtmlParser().ParseDocument(mail.Html);
        Assert.Equal(mail.Language, html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(mail.Subject, html.Title);
        Assert.Empty(html.QuerySelectorAll("img, script, link, style"));
        Assert.DoesNotContain('[', mail.Text + mail.Subject);

        Assert.Equal(Links().Matches(mail.Text).Select(m => m.Value), html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(Words(Links().Replace(mail.Text, "")), Words(string.Join(' ', html.Body!.Descendants<IText>().Select(t => t.Data))));
    }

    private static string[] Words(string text) =>
        Marks().Replace(text, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.Multiline)]
    private static partial Regex Links();

    [GeneratedRegex(@"^(=+|-+)$|^\* |:$|:(?= )", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
