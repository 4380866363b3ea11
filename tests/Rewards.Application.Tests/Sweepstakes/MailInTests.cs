using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Cards that came by mail: typed by one person, checked by another, entries by the same rule as all.</summary>
public class MailInTests
{
    private static readonly DateOnly _postmark = new(2026, 3, 5);

    [Theory, EveryDatabase]
    public async Task What_another_person_accepts_is_an_entry_of_the_day_of_its_postmark(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        var batch = await TypedAsync(portal, ana, Card("Cy Post"), Card("Di Mail", "di@example.com"), Card("Ed Gone"));
        var cards = await CardsAsync(portal, batch);
        Assert.Equal(3, await OpenCardsAsync());

        var check = await ChecksAsync(portal, batch, ben, Accepting(cards, struck: 2));

        Assert.Null(check.Error);
        Assert.Equal(0, await OpenCardsAsync());
        var entries = await portal.AllAsync<SweepstakesEntry>();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal((EntrySource.FreeEntry, _postmark), (e.Source, e.EnteredOn)));
        Assert.Equal([FreeEntryWay.Mail, FreeEntryWay.Mail], (await portal.AllAsync<FreeEntry>()).Select(f => f.Way));
        var shoppers = await portal.AllAsync<Shopper>();
        Assert.Equal([null, "di@example.com"], shoppers.Select(s => s.Email).Order());
        Assert.NotNull(shoppers.Single(s => s.Email is null).PostKey);
        Assert.Equal("di@example.com", Assert.Single(await portal.AllAsync<OutboxMail>()).Recipient);
        Assert.Equal(
            [(MailInOutcome.Entered, null), (MailInOutcome.Entered, null), (MailInOutcome.Struck, "Not to be read")],
            (await CardsAsync(portal, batch)).Select(c => (c.Outcome, c.Reason)));
        Assert.Equal([(AuditAct.MailInSubmitted, ana), (AuditAct.MailInChecked, ben)], (await portal.AllAsync<AuditEvent>()).OrderBy(e => e.Act).Select(e => (e.Act, e.ActorId!.Value)));
        var ways = await portal.CallAsync<ShowEntryWays, EntryWays>(u => u.RunAsync(EntriesForTests.DrawId, default));
        Assert.Equal([(EntryWay.Receipt, 0L), (EntryWay.Online, 0L), (EntryWay.Mail, 2L)], ways.Ways.Select(w => (w.Way, w.Entries)));

        async Task<int> OpenCardsAsync() =>
            (await portal.CallAsync<ShowSweepstakes, OfficeDraw?>(u => u.RunAsync(EntriesForTests.DrawId, 1, default)))!.OpenCards;
    }

    [Theory, EveryDatabase]
    public async Task Whoever_typed_a_batch_alone_makes_no_entry(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        var batch = await TypedAsync(portal, ana, Card("Cy Post"));
        var cards = await CardsAsync(portal, batch);

        Assert.IsType<MailInBySamePerson>((await ChecksAsync(portal, batch, ana, Accepting(cards))).Error);
        Assert.Equal(new MailInCardUndecided(1, 200), (await ChecksAsync(portal, batch, ben, new Dictionary<Guid, CardDecision>())).Error);
        Assert.IsType<MailInStepOutOfOrder>((await AddsAsync(portal, batch, ana, Card("Di Late"))).Error);
        Assert.Empty(await portal.AllAsync<SweepstakesEntry>());
    }

    [Theory, EveryDatabase]
    public async Task Eight_who_check_at_once_make_one_entry_a_card(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        var batch = await TypedAsync(portal, ana, Card("Cy Post"), Card("Di Post"));
        var cards = await CardsAsync(portal, batch);

        var checks = await Crowd.AtOnce(8, _ => ChecksAsync(portal, batch, ben, Accepting(cards)));

        Assert.Equal("1 done, 7 mail-in-step-out-of-order", checks.Tally());
        Assert.Equal(2, (await portal.AllAsync<SweepstakesEntry>()).Count);
        Assert.Equal(2, Assert.Single(await portal.AllAsync<EntryCount>(), c => c.Count == 2).Count);
    }

    [Theory, EveryDatabase]
    public async Task Cards_and_the_page_share_one_limit_and_one_person_by_name_and_address(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(2, 3, "RI"));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        _ = (await portal.EntersFreeAsync(EntrantForTests.Form("di@example.com"))).Value;
        var batch = await TypedAsync(
            portal, ana, Card("José Post"), Card("JOSE POST"), Card("Jose Post"), Card("Ed Post"), Card("Flo Post") with { State = "RI", Zip = "02840" });
        var cards = await CardsAsync(portal, batch);

        _ = (await ChecksAsync(portal, batch, ben, Accepting(cards))).Value;

        Assert.Equal(
            [null, null, "person-entries-spent", "household-entries-spent", "entry-state-void"], (await CardsAsync(portal, batch)).Select(c => c.Reason));
        Assert.Equal(3, (await portal.AllAsync<SweepstakesEntry>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Cards_are_taken_after_the_month_until_its_entries_are_frozen(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Allowing(30, 60));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        await portal.EntersAsync();
        var (early, late) = (await TypedAsync(portal, ana, Card("Cy Post")), await TypedAsync(portal, ana, Card("Di Post")));
        portal.Clock.Advance(TimeSpan.FromDays(25));

        _ = (await ChecksAsync(portal, early, ben, Accepting(await CardsAsync(portal, early)))).Value;
        await portal.InDatabaseAsync(db => db.Sweepstakes.ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SweepstakesStatus.Frozen)));

        Assert.Equal(
            new SweepstakesStepOutOfOrder(SweepstakesStatus.Frozen), (await ChecksAsync(portal, late, ben, Accepting(await CardsAsync(portal, late)))).Error);
        Assert.Equal(2, (await portal.AllAsync<SweepstakesEntry>()).Count);
    }

    [Fact]
    public async Task A_card_of_another_month_or_that_cannot_be_read_is_not_typed()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, Allowing(30, 60));
        var (ana, ben) = ((await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
        var batch = (await portal.CallAsync<TypeMailIn, Outcome<MailInBatch>>(u => u.StartAsync(EntriesForTests.DrawId, ana, default))).Value.Id;
        var days = new PostmarkInvalid(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 10));

        Assert.Equal(days, (await AddsAsync(portal, batch, ana, Card("Cy Post"), new DateOnly(2026, 2, 28))).Error);
        Assert.Equal(days, (await AddsAsync(portal, batch, ana, Card("Cy Post"), new DateOnly(2026, 3, 11))).Error);
        Assert.Equal(days, (await AddsAsync(portal, batch, ana, Card("Cy Post"), null)).Error);
        Assert.IsType<EntrantNameInvalid>((await AddsAsync(portal, batch, ana, Card(" "), _postmark)).Error);
        Assert.IsType<MailInOfAnother>((await AddsAsync(portal, batch, ben, Card("Cy Post"), _postmark)).Error);
        Assert.IsType<MailInCardsWrong>((await portal.CallAsync<TypeMailIn, Outcome<MailInBatch>>(u => u.SubmitAsync(batch, ana, default))).Error);
        Assert.IsType<MailInUnknown>((await AddsAsync(portal, Guid.NewGuid(), ana, Card("Cy Post"), _postmark)).Error);
        Assert.Empty(await portal.AllAsync<MailInCard>());
    }

    private static EntrantForm Card(string name, string? email = null) => EntrantForTests.Form(email ?? "") with { Name = name };

    private static async Task<Guid> TypedAsync(PortalForTests portal, Guid by, params EntrantForm[] cards)
    {
        var batch = (await portal.CallAsync<TypeMailIn, Outcome<MailInBatch>>(u => u.StartAsync(EntriesForTests.DrawId, by, default))).Value.Id;
        foreach (var card in cards)
        {
            _ = (await AddsAsync(portal, batch, by, card, _postmark)).Value;
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        _ = (await portal.CallAsync<TypeMailIn, Outcome<MailInBatch>>(u => u.SubmitAsync(batch, by, default))).Value;
        return batch;
    }

    private static Task<Outcome<MailInBatch>> AddsAsync(PortalForTests portal, Guid batch, Guid by, EntrantForm card, DateOnly? postmark = null) =>
        portal.CallAsync<TypeMailIn, Outcome<MailInBatch>>(u => u.AddAsync(batch, card, postmark, by, default));

    private static Task<Outcome<MailInBatch>> ChecksAsync(PortalForTests portal, Guid batch, Guid by, IReadOnlyDictionary<Guid, CardDecision> decisions) =>
        portal.CallAsync<CheckMailIn, Outcome<MailInBatch>>(u => u.RunAsync(batch, decisions, by, "en", default));

    private static async Task<List<MailInCard>> CardsAsync(PortalForTests portal, Guid batch) =>
        [.. (await portal.AllAsync<MailInCard>()).Where(c => c.BatchId == batch).OrderBy(c => c.Id)];

    private static Dictionary<Guid, CardDecision> Accepting(List<MailInCard> cards, int? struck = null) => cards.Select((card, i) => (card, i))
        .ToDictionary(c => c.card.Id, c => c.i == struck ? new CardDecision(Accepts: false, "Not to be read") : new CardDecision(Accepts: true, Reason: null));

    private static PortalSetup Allowing(int aPerson, int aHousehold, string voidIn = "") => new()
    {
        Promotions = [PortalSetup.Entry()],
        Entries = new EntryTerms(aPerson, aHousehold, 18, voidIn),
    };
}
