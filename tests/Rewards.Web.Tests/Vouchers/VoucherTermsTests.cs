using System.Text.RegularExpressions;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Feedback;
using Xunit;

namespace Rewards.Web.Tests.Vouchers;

/// <summary>A voucher of $7.50 for a purchase of $10, good once, at two stores.</summary>
public class VoucherTermsTests
{
    private const string Ann = "ann@example.com";

    private static Promotion OnceOnly => PortalSetup.Promotion(
        "once-only",
        AwardKind.Voucher,
        new PromotionRule(
            750,
            VoucherDays: 60,
            VoucherStores: [StoreNumbers.Princeton, StoreNumbers.Pasadena],
            VoucherMinimumPurchaseCents: 1000,
            VoucherSingleUse: true));

    [Theory]
    [InlineData("en", "With a purchase of $10 or more.", "Good once: what is left is lost.", "only at these stores: Foundry, Princeton; Lake Avenue, Pasadena")]
    [InlineData("es", "Con una compra de $10 o más.", "De un solo uso: lo que sobra se pierde.", "solo en estas tiendas: Foundry, Princeton; Lake Avenue, Pasadena")]
    public async Task Its_terms_stand_on_the_thanks_page_on_its_own_in_the_wallet_and_in_the_mail(string language, string purchase, string once, string stores)
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite, OnceOnly);
        var phone = desk.Portal.Browser(language: language);
        var thanks = await new SurveyByForms(phone).TakesAsync(desk.Portal.Below.Code(), email: Ann);
        var shown = await thanks.Follows(".ticket a");
        var mail = await desk.Portal.Mail.MailTo(Ann);
        await (await phone.Opens("/my")).Submits("main form", ("email", Ann));
        var link = Regex.Match((await desk.Portal.Mail.MailTo(Ann, language == "en" ? "link" : "enlace")).Text, "/my/link/[^ \n]+").Value;
        var wallet = await (await phone.Opens(link)).Submits("main form");

        foreach (var text in (string[])[thanks.TextOf(".ticket"), shown.TextOf(".ticket"), wallet.TextOf("#vouchers"), mail.Text, mail.Html])
        {
            Assert.Contains(purchase, text, StringComparison.Ordinal);
            Assert.Contains(once, text, StringComparison.Ordinal);
            Assert.Contains(stores, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(language == "en" ? "in parts" : "por partes", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "With a purchase of $10 or more.", "Good once", "only at these stores: Foundry, Princeton")]
    [InlineData("es", "Con una compra de $10 o más.", "De un solo uso", "solo en estas tiendas: Foundry, Princeton")]
    public async Task The_desk_says_them_too_and_starts_at_the_purchase_which_is_asked_for_once(string language, string purchase, string once, string stores)
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite, OnceOnly);
        var voucher = await desk.VoucherAsync();
        var browser = desk.Portal.Browser(language: language);
        await browser.SignsIn(await desk.Portal.HiresAsync(Data.Staff.StaffRole.Staff, StoreNumbers.Princeton));

        var page = await (await browser.Opens("/store/redeem")).Submits("#look", ("code", voucher.Code));

        Assert.Contains(purchase, page.Text, StringComparison.Ordinal);
        Assert.Contains(once, page.Text, StringComparison.Ordinal);
        Assert.Contains(stores, page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("[name=purchase]"));
        Assert.Equal("purchase", Assert.Single(page.Document.QuerySelectorAll("[data-focus]")).Id);
    }

    [Theory, EveryDatabase]
    public async Task A_part_of_it_is_taken_only_after_the_desk_has_said_what_is_lost(DatabaseKind database)
    {
        await using var desk = await DeskForTests.OpenAsync(database, OnceOnly);
        var voucher = await desk.VoucherAsync();
        var asked = await (await desk.Scans(voucher)).Submits("#amount", ("purchase", "12"), ("amount", "1"));
        var before = await desk.Portal.Below.BalanceAsync(voucher);

        Assert.Contains("Take only $1.00? $6.50 is lost", asked.TextOf("#loss"), StringComparison.Ordinal);
        Assert.Equal(750, before.Balance);
        var left = await asked.Submits("button[formaction]");
        Assert.True(left.Has("button[name=all]"));
        Assert.Equal(750, (await desk.Portal.Below.BalanceAsync(voucher)).Balance);

        var taken = await asked.Submits("button[name=lose]");
        Assert.Equal("$1.00", taken.TextOf(".result .amount"));
        Assert.False((await desk.Scans(voucher)).Has("button[name=all]"), "nothing more can be taken");
    }

    [Fact]
    public async Task Beside_a_voucher_that_was_given_no_other_is_said_not_to_be()
    {
        var spent = PortalSetup.Promotion("spent", new PromotionTerms(
            "spent", AwardKind.Voucher, System.Text.Json.JsonSerializer.Serialize(new PromotionRule(900, VoucherDays: 60), Application.DataJson.Options), new DateOnly(2016, 1, 1), BudgetCents: 100));
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Promotions = [spent, PortalSetup.Voucher(), PortalSetup.FuelPoints()] });

        var thanks = await new SurveyByForms(portal.Browser()).TakesAsync(portal.Below.Code(), email: Ann);
        var mail = await portal.Mail.MailTo(Ann);

        Assert.Single(thanks.Document.QuerySelectorAll(".ticket"));
        foreach (var text in (string[])[thanks.Text, mail.Text])
        {
            Assert.DoesNotContain("no voucher this time", text, StringComparison.Ordinal);
            Assert.DoesNotContain("promotion", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("points are on your loyalty card", text, StringComparison.Ordinal);
            Assert.Contains("show it at the checkout on your next visit", text, StringComparison.Ordinal);
            Assert.Contains("100 points take 10 ¢ off every gallon and 1,000 points $1, for up to 35 gallons at a time.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_that_is_looked_up_stands_in_no_address()
    {
        await using var desk = await DeskForTests.OpenAsync(DatabaseKind.Sqlite);
        var voucher = await desk.VoucherAsync();

        var page = await desk.Scans(voucher);

        Assert.True(page.Has("button[name=all]"));
        Assert.DoesNotContain(voucher.Code, page.Address, StringComparison.Ordinal);
        Assert.Empty(page.Redirects);
    }
}
