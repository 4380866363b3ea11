using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Entries without a purchase: like any other, and no more than the rules allow, whichever ways they come.</summary>
public class EnterFreeTests
{
    private const string Ana = "ana@example.com";

    [Theory, EveryDatabase]
    public async Task A_free_entry_stands_among_the_others_and_its_receipt_is_mailed(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));

        var entered = (await portal.EntersFreeAsync(EntrantForTests.Form(Ana))).Value;

        var entry = Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Equal((EntrySource.FreeEntry, shopper.Id, null, new DateOnly(2026, 3, 10)), (entry.Source, entry.ShopperId, entry.AwardId, entry.EnteredOn));
        Assert.Equal((Ana, entry.HouseholdId), (shopper.Email, shopper.HouseholdId));
        Assert.Equal([(shopper.Id, 1), (entry.HouseholdId!.Value, 1)], (await portal.AllAsync<EntryCount>()).Select(c => (c.Who, c.Count)).OrderBy(c => c.Who != shopper.Id));
        var mail = Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal((MailKind.FreeEntry, entered.Id, Ana), (mail.Kind, mail.SubjectId, mail.Recipient));
        var receipt = await portal.CallAsync<ShowFreeEntry, FreeEntryReceipt?>(u => u.RunAsync(entered.Id, default));
        Assert.Equal((EntriesForTests.DrawId, Convert.ToHexStringLower(entry.Id)), (receipt!.DrawId, receipt.EntryId));
    }

    [Theory, EveryDatabase]
    public async Task Name_and_postal_address_are_kept_sealed_and_nowhere_else(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));

        _ = (await portal.EntersFreeAsync(EntrantForTests.Form(Ana, "12 Elm Street", "Apt 4"))).Value;

        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Null(shopper.FirstName);
        var contact = await portal.CallAsync<Vault, PostalContact?>(v => Task.FromResult(PostalContact.Open(v, shopper.Id, shopper.SealedContact)));
        Assert.Equal(new PostalContact("Ana Diaz", new PostalAddress("12 Elm Street", "Apt 4", "Fairview", "OH", "45000")), contact);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_sends_a_form_twenty_times_at_once_enters_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));

        var sent = await Crowd.AtOnce(20, _ => portal.EntersFreeAsync(EntrantForTests.Form(Ana), mark: "one form"));

        Assert.Single(sent.Select(s => s.Value.Id).Distinct());
        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.All(await portal.AllAsync<EntryCount>(), c => Assert.Equal(1, c.Count));
    }

    [Theory, EveryDatabase]
    public async Task Of_twenty_forms_of_one_person_at_once_one_is_taken_that_day(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));

        var sent = await Crowd.AtOnce(20, i => portal.EntersFreeAsync(EntrantForTests.Form($"a.n.a+{i}@gmail.com")));

        Assert.Equal("1 done, 19 entered-today", sent.Tally());
        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await portal.EntersFreeAsync(EntrantForTests.Form("Ana@gmail.com"))).Error);
        Assert.Equal(2, (await portal.AllAsync<SweepstakesEntry>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Parallel_free_entries_and_surveys_of_one_household_never_pass_the_limit(DatabaseKind database)
    {
        const int people = 6, most = 20;
        await using var portal = await PortalForTests.StartAsync(database, Allowing(10, most));
        string[] spellings = ["12 Main Street", "12 MAIN ST.", "12 main str", "12  Main  St", "12 Máin Street", "12 Main St,"];
        for (var i = 0; i < people; i++)
        {
            _ = (await portal.EntersFreeAsync(EntrantForTests.Form(Person(i), spellings[i], "Apt. 4-B", zip: i % 2 == 0 ? "45000" : "45000-1234"))).Value;
        }

        portal.Clock.Advance(TimeSpan.FromDays(1));
        var codes = new List<string>();
        for (var i = 0; i < 4 * people; i++)
        {
            codes.Add(portal.Code());
            await portal.Shopper.AnswersAll(codes[i]);
        }

        var sent = await Crowd.AtOnce(5 * people, async i => i < people
            ? (await portal.EntersFreeAsync(EntrantForTests.Form(Person(i), spellings[i], "#4b"))).Error
            : (await portal.Shopper.Submits(codes[i - people], Person(i % people))).Error);

        // Every survey is answered and thanked; what passes the limit gives no entry and says why.
        var freeRefused = sent.Take(people).Count(e => e is HouseholdEntriesSpent);
        Assert.All(sent.Skip(people), Assert.Null);
        Assert.All(sent.Take(people), e => Assert.True(e is null or HouseholdEntriesSpent { Entries: most }, e?.Code));
        var entries = await portal.AllAsync<SweepstakesEntry>();
        var awards = (await portal.AllAsync<Award>()).Where(a => a.Kind == AwardKind.SweepstakesEntry).ToList();
        Assert.Equal(most, entries.Count);
        Assert.Equal((2 * people) - freeRefused, entries.Count(e => e.Source == EntrySource.FreeEntry));
        Assert.Equal(entries.Count(e => e.Source == EntrySource.Survey), awards.Count(a => a.Status == AwardStatus.Granted));
        Assert.All(awards.Where(a => a.Status == AwardStatus.Declined), a => Assert.Equal((AwardReason.HouseholdEntriesSpent, (long?)most, 0), (a.Reason, a.ReasonNumber, a.Amount)));
        var household = Assert.Single(entries.Select(e => e.HouseholdId).Distinct());
        var counts = (await portal.AllAsync<EntryCount>()).ToDictionary(c => c.Who, c => c.Count);
        Assert.Equal(most, counts[household!.Value]);
        Assert.All(entries.CountBy(e => e.ShopperId), p => Assert.Equal(p.Value, counts[p.Key]));
    }

    [Theory, EveryDatabase]
    public async Task Parallel_surveys_and_a_free_entry_of_one_person_never_pass_the_limit(DatabaseKind database)
    {
        const int most = 5;
        await using var portal = await PortalForTests.StartAsync(database, Allowing(most, 60));
        var codes = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            codes.Add(portal.Code());
            await portal.Shopper.AnswersAll(codes[i]);
        }

        var sent = await Crowd.AtOnce(13, async i => i == 12
            ? (await portal.EntersFreeAsync(EntrantForTests.Form(Ana))).Error
            : (await portal.Shopper.Submits(codes[i], Ana)).Error);

        Assert.All(sent.Take(12), Assert.Null);
        Assert.True(sent[12] is null or PersonEntriesSpent { Entries: most }, sent[12]?.Code);
        Assert.Equal(most, (await portal.AllAsync<SweepstakesEntry>()).Count);
        Assert.All(
            (await portal.AllAsync<Award>()).Where(a => a.Status == AwardStatus.Declined), a => Assert.Equal(AwardReason.PersonEntriesSpent, a.Reason));
    }

    [Theory, EveryDatabase]
    public async Task A_claim_beyond_the_limit_is_told_so_and_gives_no_entry(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(1, 60));
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        var held = await portal.Shopper.GivesFeedback(portal.Code());
        var (response, _) = await portal.Shopper.Sees(held.Code);

        _ = (await portal.Claims(response.Reference, Ana)).Value;

        var (_, awards) = await portal.Shopper.Sees(held.Code);
        Assert.Equal(AwardReason.PersonEntriesSpent, Assert.Single(awards).Reason);
        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Equal(1, Assert.Single(await portal.AllAsync<EntryCount>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task What_a_promotion_has_no_budget_for_is_not_counted_as_an_entry(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup
        {
            Entries = new EntryTerms(30, 60, 18, ""),
            Promotions = [PortalSetup.Promotion("few", new PromotionTerms("few", AwardKind.SweepstakesEntry, """{"amount":1}""", new DateOnly(2016, 1, 1), BudgetCount: 1))],
        });

        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);

        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Equal(1, Assert.Single(await portal.AllAsync<EntryCount>()).Count);
    }

    [Fact]
    public async Task Whoever_may_not_enter_is_told_why_and_leaves_nothing_behind()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, Allowing(30, 60, "NY RI"));

        Assert.Equal(new EntryStateVoid("Rhode Island"), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana, state: "RI"))).Error);
        Assert.Equal(new EntryTermsUnaccepted(18), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana), agrees: false)).Error);
        Assert.Equal(new EntrantEmailInvalid(), (await portal.EntersFreeAsync(EntrantForTests.Form(" "))).Error);
        Assert.Equal(new EntrantEmailInvalid(), (await portal.EntersFreeAsync(EntrantForTests.Form("ana"))).Error);
        Assert.Equal(new AddressPartMissing("street"), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana, street: " "))).Error);
        Assert.Equal(new AddressStateUnknown(), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana, state: "ZZ"))).Error);
        Assert.Equal(new AddressZipInvalid(), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana, zip: "4500"))).Error);
        Assert.Equal(new EntrantNameInvalid(80), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana) with { Name = "" })).Error);
        portal.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(new SweepstakesNoneOpen(), (await portal.EntersFreeAsync(EntrantForTests.Form(Ana))).Error);

        Assert.Empty(await portal.AllAsync<Shopper>());
        Assert.Empty(await portal.AllAsync<EntryCount>());
    }

    private static string Person(int number) => $"person{number}@example.com";

    private static PortalSetup Allowing(int aPerson, int aHousehold, string voidIn = "") => new()
    {
        Promotions = [PortalSetup.Entry()],
        Entries = new EntryTerms(aPerson, aHousehold, 18, voidIn),
    };
}
