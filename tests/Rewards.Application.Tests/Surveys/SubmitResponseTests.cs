using Microsoft.EntityFrameworkCore;
using Rewards.Application.Promotions;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

/// <summary>What a response earns, and why.</summary>
public class SubmitResponseTests
{
    private static readonly PortalSetup _everything = new()
    {
        Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()],
    };

    [Theory, EveryDatabase]
    public async Task Whoever_leaves_an_address_is_given_points_an_entry_a_voucher_and_a_mail(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();

        var sent = await portal.Shopper.GivesFeedback(code, email: " Ana@Example.com ");

        var (response, awards) = await portal.Shopper.Sees(code);
        Assert.Equal((response.Id, code), (sent.ResponseId, sent.Code));
        Assert.Equal(portal.Clock.Now, response.SubmittedAt);
        Assert.Equal(new DateOnly(2026, 3, 10), response.SubmittedOn);
        Assert.StartsWith("R-", response.Reference, StringComparison.Ordinal);
        Assert.Equal(
            [
                (AwardKind.FuelPoints, AwardStatus.Granted, 50, AwardReason.FirstInPeriod),
                (AwardKind.SweepstakesEntry, AwardStatus.Granted, 1, AwardReason.ThankYou),
                (AwardKind.Voucher, AwardStatus.Granted, 500, AwardReason.ThankYou),
            ],
            awards.Select(a => (a.Kind, a.Status, a.Amount, a.Reason)));
        Assert.All(awards, a => Assert.Equal(response.ShopperId, a.ShopperId));

        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Equal(("Ana@Example.com", "ana@example.com", null), (shopper.Email, shopper.EmailKey, shopper.EmailVerifiedAt));
        var posting = Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Equal((shopper.Id, 202603, 50, awards[0].Id), (posting.ShopperId, posting.LotNumber, posting.Points, posting.AwardId!.Value));
        var entry = Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Equal((shopper.Id, EntrySource.Survey, awards[1].Id), (entry.ShopperId, entry.Source, entry.AwardId!.Value));
        var voucher = Assert.Single(await portal.AllAsync<Voucher>());
        Assert.Equal((500, 500, new DateOnly(2026, 5, 9)), (voucher.ValueCents, voucher.BalanceCents, voucher.LastDay));
        var mail = Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal((MailKind.Awards, response.Id, "Ana@Example.com", "en"), (mail.Kind, mail.SubjectId, mail.Recipient, mail.Language));
    }

    [Theory]
    [EveryDatabase(0)]
    [EveryDatabase(10)]
    public async Task What_is_earned_never_depends_on_what_is_answered(DatabaseKind database, int nps)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();

        await portal.Shopper.GivesFeedback(code, email: "ana@example.com", nps: nps);

        Assert.Equal([50, 1, 500], (await portal.Shopper.Sees(code)).Awards.Select(a => a.Amount));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_leaves_nothing_has_points_and_entry_held_a_week_and_the_voucher_at_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();

        await portal.Shopper.GivesFeedback(code);

        var (response, awards) = await portal.Shopper.Sees(code);
        Assert.Null(response.ShopperId);
        Assert.Equal([AwardStatus.Held, AwardStatus.Held, AwardStatus.Granted], awards.Select(a => a.Status));
        Assert.Equal([portal.Clock.Now.AddDays(7), portal.Clock.Now.AddDays(7), null], awards.Select(a => a.HeldUntil));
        Assert.Empty(await portal.AllAsync<FuelPointPosting>());
        Assert.Empty(await portal.AllAsync<SweepstakesEntry>());
        Assert.Empty(await portal.AllAsync<OutboxMail>());
        Assert.Single(await portal.AllAsync<Voucher>());
    }

    [Theory, EveryDatabase]
    public async Task A_card_is_enough_to_be_someone_and_gets_no_mail(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();

        await portal.Shopper.GivesFeedback(code, card: " 4711 0815 ");

        Assert.Equal("47110815", Assert.Single(await portal.AllAsync<Shopper>()).LoyaltyCard);
        Assert.Equal(AwardStatus.Granted, (await portal.Shopper.Sees(code)).Awards[0].Status);
        Assert.Empty(await portal.AllAsync<OutboxMail>());
    }

    [Theory, EveryDatabase]
    public async Task Points_come_once_in_seven_days_a_shopper_however_the_address_is_written(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()] });
        var days = new List<(AwardStatus, AwardReason)>();
        foreach (var address in new[] { "ana.maria@gmail.com", "ANAMARIA+fairview@googlemail.com", "AnaMaria@Gmail.com" })
        {
            var code = portal.Code();
            await portal.Shopper.GivesFeedback(code, email: address);
            var award = Assert.Single((await portal.Shopper.Sees(code)).Awards);
            days.Add((award.Status, award.Reason));
            portal.Clock.Advance(days.Count == 1 ? TimeSpan.FromDays(6) : TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [
                (AwardStatus.Granted, AwardReason.FirstInPeriod),
                (AwardStatus.Declined, AwardReason.HadOneInPeriod),
                (AwardStatus.Granted, AwardReason.FirstInPeriod),
            ],
            days);
        Assert.Single(await portal.AllAsync<Shopper>());
    }

    [Theory, EveryDatabase]
    public async Task Typing_somebodys_card_beside_an_address_brings_nothing_of_theirs_to_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        await portal.Shopper.GivesFeedback(portal.Code(), email: "eve@example.com", card: "111");
        var (byCard, again) = (portal.Code(), portal.Code());

        await portal.Shopper.GivesFeedback(byCard, card: "111");
        await portal.Shopper.GivesFeedback(again, card: "111");

        var shoppers = await portal.AllAsync<Shopper>();
        Assert.Equal([(null, "111"), ("eve@example.com", null)], shoppers.OrderBy(s => s.Email).Select(s => (s.Email, s.LoyaltyCard)));
        var holder = shoppers.Single(s => s.Email is null).Id;
        Assert.Equal(2, (await portal.AllAsync<Voucher>()).Count(v => v.ShopperId == holder));
        Assert.Equal("eve@example.com", Assert.Single(await portal.AllAsync<OutboxMail>()).Recipient);
        Assert.Equal(AwardReason.FirstInPeriod, (await portal.Shopper.Sees(byCard)).Awards[0].Reason);
        Assert.Equal(AwardReason.HadOneInPeriod, (await portal.Shopper.Sees(again)).Awards[0].Reason);
    }

    [Theory, EveryDatabase]
    public async Task With_no_sweepstakes_open_the_entry_is_declined_and_says_so(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Entry()] });
        portal.Clock.Advance(TimeSpan.FromDays(40));
        var code = portal.Code();

        await portal.Shopper.GivesFeedback(code, email: "ana@example.com");

        var award = Assert.Single((await portal.Shopper.Sees(code)).Awards);
        Assert.Equal((AwardStatus.Declined, AwardReason.NoSweepstakesOpen, 0), (award.Status, award.Reason, award.Amount));
    }

    [Theory, EveryDatabase]
    public async Task A_budget_that_is_spent_declines_and_says_so(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 500, budgetCents: 700)] });
        var (first, second) = (portal.Code(), portal.Code());

        await portal.Shopper.GivesFeedback(first);
        await portal.Shopper.GivesFeedback(second);

        Assert.Equal(AwardReason.ThankYou, (await portal.Shopper.Sees(first)).Awards[0].Reason);
        Assert.Equal(AwardReason.BudgetSpent, (await portal.Shopper.Sees(second)).Awards[0].Reason);
    }

    [Theory, EveryDatabase]
    public async Task Conditions_on_store_department_and_total_decide_and_say_so(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup
        {
            Promotions =
            [
                PortalSetup.Promotion("here", AwardKind.FuelPoints, new PromotionRule(10, Stores: [StoreNumbers.Princeton])),
                PortalSetup.Promotion("elsewhere", AwardKind.FuelPoints, new PromotionRule(10, Stores: [StoreNumbers.Oxford])),
                PortalSetup.Promotion("bakery", AwardKind.FuelPoints, new PromotionRule(10, Departments: ["Bakery"])),
                PortalSetup.Promotion("fuel", AwardKind.FuelPoints, new PromotionRule(10, Departments: ["Fuel"])),
                PortalSetup.Promotion("ten-dollars", AwardKind.FuelPoints, new PromotionRule(10, MinimumTotalCents: 1_000)),
                PortalSetup.Promotion("hundred-dollars", AwardKind.FuelPoints, new PromotionRule(10, MinimumTotalCents: 10_000)),
            ],
        });
        var code = await portal.RegisteredCodeAsync("Bakery|Produce");

        await portal.Shopper.GivesFeedback(code, email: "ana@example.com");

        var yes = AwardReason.ThankYou;
        Assert.Equal([yes, AwardReason.OtherStore, yes, AwardReason.OtherDepartment, yes, AwardReason.TotalTooLow], (await portal.Shopper.Sees(code)).Awards.Select(a => a.Reason));
    }

    [Fact]
    public async Task One_in_ten_is_about_one_in_ten()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);
        var session = (await portal.Shopper.Starts(code)).Value;

        var reasons = await portal.CallAsync<GrantAwards, List<AwardReason>>(async grant =>
        {
            var all = new List<AwardReason>();
            for (var i = 0; i < 2_000; i++)
            {
                var candidates = await grant.DecideAsync(session, Channel.Receipt, null, default);
                all.Add(candidates.Decisions.Single(d => d.Kind == AwardKind.Voucher).Why.Reason);
            }

            return all;
        });

        // Seven standard deviations to either side.
        Assert.InRange(reasons.Count(r => r == AwardReason.Drawn), 106, 294);
        Assert.All(reasons, r => Assert.True(r is AwardReason.Drawn or AwardReason.NotDrawn));
    }

    [Theory, EveryDatabase]
    public async Task Sent_again_it_is_answered_with_the_same_and_earns_nothing_more(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        var sent = await portal.Shopper.GivesFeedback(code, email: "ana@example.com");

        var again = await portal.Shopper.Submits(code, email: "ana@example.com", responseId: sent.ResponseId);
        var elsewhere = await portal.Shopper.Submits(code, email: "bob@example.com");

        Assert.Equal(sent, again.Value);
        Assert.Equal(new ReceiptAlreadyUsed(portal.Clock.Now), elsewhere.Error);
        Assert.Equal(3, (await portal.AllAsync<Award>()).Count);
        Assert.Single(await portal.AllAsync<OutboxMail>());
    }

    [Theory, EveryDatabase]
    public async Task Before_every_question_is_answered_nothing_is_sent(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = await portal.RegisteredCodeAsync();

        Assert.Equal(new ResponseIncomplete("recommend"), (await portal.Shopper.Submits(code)).Error);
        _ = (await portal.Shopper.Answers(code, "recommend", "9")).Value;
        Assert.Equal(new ResponseIncomplete("satisfaction"), (await portal.Shopper.Submits(code)).Error);
        Assert.Empty(await portal.AllAsync<Award>());
    }

    [Theory, EveryDatabase]
    public async Task Whoever_wants_to_be_written_to_has_to_say_where(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code, mayContact: true);

        Assert.Equal(new EmailMissing(), (await portal.Shopper.Submits(code, card: "4711")).Error);
        Assert.Null((await portal.Shopper.Submits(code, email: "ana@example.com")).Error);
    }

    [Theory]
    [EveryDatabase("ana", "email-invalid")]
    [EveryDatabase("ana@", "email-invalid")]
    [EveryDatabase("@example.com", "email-invalid")]
    [EveryDatabase("ana@example", "email-invalid")]
    [EveryDatabase("ana@exa mple.com", "email-invalid")]
    [EveryDatabase("ana@example.com, bob@example.com", "email-invalid")]
    [EveryDatabase("ana@example.com\nBcc: bob@example.com", "email-invalid")]
    [EveryDatabase("<ana@example.com>", "email-invalid")]
    [EveryDatabase("a\0na@example.com", "email-invalid")]
    [EveryDatabase("ana@-example.com", "email-invalid")]
    public async Task What_is_no_address_is_refused_by_field(DatabaseKind database, string email, string refusal)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);

        var error = (await portal.Shopper.Submits(code, email)).Error;

        Assert.Equal((refusal, "email"), (error?.Code, error?.Field));
        Assert.Empty(await portal.AllAsync<Shopper>());
        Assert.Null((await portal.Shopper.Sees(code)).Response.SubmittedAt);
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_cannot_be_kept_is_refused_also_where_only_its_canonical_form_cannot(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);
        var host = string.Join('.', Enumerable.Repeat(new string('h', 61), 3)) + ".com";

        string[] bad =
        [
            new string('a', 65) + "@example.com",
            new string('a', 100_000) + "@example.com",
            new string('a', 65) + "@" + host,
            "\u0344" + new string('a', 63) + "@" + host,
            "\uD800na@example.com",
        ];
        foreach (var email in bad)
        {
            Assert.Equal(new EmailInvalid(), (await portal.Shopper.Submits(code, email)).Error);
        }

        Assert.Null((await portal.Shopper.Submits(code, new string('a', 64) + "@" + host)).Error);
    }

    [Theory]
    [EveryDatabase("12")]
    [EveryDatabase("123456789012345678901")]
    [EveryDatabase("12a4")]
    [EveryDatabase("١٢٣٤")]
    [EveryDatabase("-1234")]
    public async Task What_is_no_card_is_refused_by_field(DatabaseKind database, string card)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);

        var error = (await portal.Shopper.Submits(code, card: card)).Error;

        Assert.Equal(("loyalty-card-invalid", "card"), (error?.Code, error?.Field));
    }

    [Theory, EveryDatabase]
    public async Task Another_shoppers_response_id_sends_nothing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var (mine, theirs) = (portal.Code(), portal.Code());
        await portal.Shopper.AnswersAll(mine);
        var sent = await portal.Shopper.GivesFeedback(theirs);

        Assert.Equal(new ResponseUnknown(), (await portal.Shopper.Submits(mine, responseId: sent.ResponseId)).Error);
        Assert.Null((await portal.Shopper.Sees(mine)).Response.SubmittedAt);
    }

    [Theory, EveryDatabase]
    public async Task Where_the_last_row_cannot_be_written_none_is(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "OutboxMails" """));

        await Assert.ThrowsAnyAsync<Exception>(() => portal.Shopper.Submits(code, email: "ana@example.com"));

        Assert.Null((await portal.Shopper.Sees(code)).Response.SubmittedAt);
        Assert.Empty(await portal.AllAsync<Award>());
        Assert.Empty(await portal.AllAsync<Voucher>());
        Assert.Empty(await portal.AllAsync<Shopper>());
        Assert.All(await portal.AllAsync<Promotion>(), p => Assert.Equal(0, p.SpentCents));
    }
}
