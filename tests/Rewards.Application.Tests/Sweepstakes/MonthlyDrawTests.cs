using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>A month from its entries to a bundle that anyone can check.</summary>
public class MonthlyDrawTests
{
    private const string DrawId = EntriesForTests.DrawId;
    private const int AtOnce = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_month_of_feedback_becomes_winners_and_a_bundle_in_which_every_byte_counts(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Entry()] });
        foreach (var email in (string[])["ana@example.com", "ben@example.com", "cleo@example.com"])
        {
            await portal.Shopper.GivesFeedback(portal.Code(), email);
            portal.Clock.Advance(TimeSpan.FromHours(30));
        }

        var officer = new OfficerForTests(portal);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        var frozen = (await officer.Freezes(DrawId)).Value;
        var committed = (await officer.Commits(DrawId)).Value;
        portal.Clock.Advance(TimeSpan.FromHours(2));
        var result = (await officer.Draws(DrawId)).Value;

        Assert.Equal(3, frozen.EntryCount);
        Assert.Equal(2, result.Winners.Count);
        Assert.Single(result.Alternates);
        using var bundle = await BundleAsync(portal);
        var verdict = VerifyDrawBundle.Run(bundle.Path, committed.Commit, Stop);
        Assert.Null(verdict.Disagreement);
        AssertEveryByteCounts(bundle.Path);
    }

    [Theory, EveryDatabase]
    public async Task Winners_alternates_and_mails_stand_in_the_books_as_the_ranking_says(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        foreach (var i in Enumerable.Range(0, 105))
        {
            await portal.EntersAsync(email: i % 2 == 0 ? $"shopper{i}@example.com" : null);
        }

        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Committed, DrawId);
        var result = (await officer.Draws(DrawId)).Value;

        var places = (await portal.AllAsync<DrawingPlace>()).OrderBy(p => p.Place).ToList();
        Assert.Equal(2 + DrawResult.AlternatesShown, places.Count);
        Assert.Equal(Enumerable.Range(1, places.Count), places.Select(p => p.Place));
        Assert.Equal(["$100 gift card", "$50 gift card"], places.Where(p => p.Prize is not null).Select(p => p.Prize));
        Assert.Equal([.. result.Winners, .. result.Alternates], places.Select(p => EntryId.FromBytes(p.EntryId)));
        var shoppers = (await portal.AllAsync<Domain.Shoppers.Shopper>()).ToDictionary(s => s.Id);
        var entries = (await portal.AllAsync<SweepstakesEntry>()).ToDictionary(e => EntryId.FromBytes(e.Id), e => e.ShopperId);
        Assert.All(places, p => Assert.Equal(entries[EntryId.FromBytes(p.EntryId)], p.ShopperId));
        var claims = (await portal.AllAsync<PrizeClaim>()).OrderBy(c => c.Prize).ToList();
        Assert.Equal(places.Take(2).Select(p => (p.Place, 1, p.ShopperId)), claims.Select(c => (c.Prize, c.Turn, c.ShopperId)));
        Assert.All(claims, c => Assert.Equal(shoppers[c.ShopperId].Email is null, c.AnswerBy is null));
        var told = claims.Where(c => shoppers[c.ShopperId].Email is not null).ToList();
        var mails = (await portal.AllAsync<OutboxMail>()).Where(m => m.Kind == MailKind.Winner).ToList();
        Assert.Equal(told.Select(p => (p.Id, shoppers[p.ShopperId].Email, "es")).Order(), mails.Select(m => (m.SubjectId, m.Recipient, m.Language)).Order()!);
        var drawing = Assert.Single(await portal.AllAsync<Drawing>());
        Assert.Equal((officer.Id, officer.Id, officer.Id), (drawing.FrozenBy, drawing.CommittedBy, drawing.DrawnBy));
        Assert.Equal(result.Seed.ToString(), Convert.ToHexStringLower(drawing.Seed!));
    }

    [Theory, EveryDatabase]
    public async Task The_same_draw_is_published_in_the_same_bytes(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync(entries: 3);
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);

        using var one = await BundleAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(40));
        using var two = await BundleAsync(portal);

        Assert.Equal(await File.ReadAllBytesAsync(one.Path, Stop), await File.ReadAllBytesAsync(two.Path, Stop));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_wins_twice_however_many_entries_a_person_has(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var often = await portal.EntersAsync(entries: 60);
        var once = await portal.EntersAsync(entries: 1);
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);

        var places = await portal.AllAsync<DrawingPlace>();

        // Two prizes, two persons: each has one, and the 59 further entries of the one are no alternates either.
        Assert.Equal(new[] { often.Id, once.Id }.Order(), places.Select(p => p.ShopperId).Order());
        Assert.All(places, p => Assert.NotNull(p.Prize));
    }

    [Theory, EveryDatabase]
    public async Task More_prizes_than_persons_leave_prizes_over(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync(entries: 5);
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Committed, DrawId);

        var result = (await officer.Draws(DrawId)).Value;

        Assert.Single(result.Winners);
        Assert.Empty(result.Alternates);
        using var bundle = await BundleAsync(portal);
        Assert.Null(VerifyDrawBundle.Run(bundle.Path, null, Stop).Disagreement);
    }

    [Theory, EveryDatabase]
    public async Task Entries_are_frozen_only_when_none_can_be_on_its_way(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync();
        var officer = new OfficerForTests(portal);
        var from = new DateTime(2026, 4, 1, 4, 15, 0, DateTimeKind.Utc);
        portal.Clock.Advance(from.AddTicks(-1) - portal.Clock.Now);

        var early = await officer.Freezes(DrawId);
        portal.Clock.Advance(TimeSpan.FromTicks(1));
        var due = await officer.Freezes(DrawId);

        Assert.Equal(new SweepstakesNotOver(from), early.Error);
        Assert.Equal(1, due.Value.EntryCount);
    }

    [Theory, EveryDatabase]
    public async Task A_month_that_nobody_entered_is_not_frozen(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        portal.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new SweepstakesWithoutEntries(), (await new OfficerForTests(portal).Freezes(DrawId)).Error);
        Assert.Empty(await portal.AllAsync<Drawing>());
    }

    [Theory, EveryDatabase]
    public async Task Each_step_is_taken_once_however_many_officers_press_at_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync(email: "ana@example.com");
        await portal.EntersAsync(email: "ben@example.com");
        await portal.EntersAsync(email: "cleo@example.com");
        portal.Clock.Advance(TimeSpan.FromDays(30));

        var freeze = await ProposedOnceAsync(_ => new OfficerForTests(portal).ProposesFreeze(DrawId));
        AssertOnce(await Crowd.AtOnce(AtOnce, _ => new OfficerForTests(portal).ConfirmsFreeze(DrawId, freeze.Id)), SweepstakesStatus.Frozen);
        var commit = await ProposedOnceAsync(i => new OfficerForTests(portal).ProposesCommit(
            DrawId, new BeaconChoice(BeaconKind.Ceremony, portal.Clock.Now.AddHours(2), $"The value of tap {i}")));
        AssertOnce(await Crowd.AtOnce(AtOnce, _ => new OfficerForTests(portal).ConfirmsCommit(DrawId, commit.Id)), SweepstakesStatus.Committed);
        portal.Clock.Advance(TimeSpan.FromHours(3));
        AssertOnce(await Crowd.AtOnce(AtOnce, i => new OfficerForTests(portal).Draws(DrawId, $"value {i}")), SweepstakesStatus.Drawn);

        Assert.Single(await portal.AllAsync<Drawing>());
        Assert.Equal(3, (await portal.AllAsync<DrawingPlace>()).Count);
        Assert.Equal(2, (await portal.AllAsync<OutboxMail>()).Count);
        using var bundle = await BundleAsync(portal);
        Assert.Null(VerifyDrawBundle.Run(bundle.Path, null, Stop).Disagreement);
    }

    [Theory, EveryDatabase]
    public async Task A_step_waits_for_the_one_before_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync();
        var officer = new OfficerForTests(portal);
        portal.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new SweepstakesStepOutOfOrder(SweepstakesStatus.Open), (await officer.Commits(DrawId)).Error);
        Assert.Equal(new SweepstakesStepOutOfOrder(SweepstakesStatus.Open), (await officer.Draws(DrawId)).Error);
        _ = (await officer.Freezes(DrawId)).Value;
        Assert.Equal(new SweepstakesStepOutOfOrder(SweepstakesStatus.Frozen), (await officer.Draws(DrawId)).Error);
        Assert.Equal(new SweepstakesStepOutOfOrder(SweepstakesStatus.Frozen), (await officer.Freezes(DrawId)).Error);
        Assert.Equal(
            new SweepstakesStepOutOfOrder(SweepstakesStatus.Frozen),
            (await portal.CallAsync<ReadDrawBundle, Outcome<DrawBundleContents>>(u => u.RunAsync(DrawId, Stop))).Error);
    }

    [Theory, EveryDatabase((string?)null), EveryDatabase(""), EveryDatabase("2026-02-monthly"), EveryDatabase("2026-03-monthly\0")]
    public async Task What_is_no_draw_is_unknown(DatabaseKind database, string? drawId)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var officer = new OfficerForTests(portal);

        Assert.Equal(new SweepstakesUnknown(), (await officer.Freezes(drawId)).Error);
        Assert.Equal(new SweepstakesUnknown(), (await officer.Commits(drawId)).Error);
        Assert.Equal(new SweepstakesUnknown(), (await officer.Draws(drawId)).Error);
        Assert.Null(await portal.CallAsync<ShowDraw, PublicDraw?>(u => u.RunAsync(drawId, 1, Stop)));
        Assert.Null(await portal.CallAsync<ShowRules, PublishedTerms?>(u => u.RunAsync(drawId, Stop)));
    }

    [Theory, EveryDatabase]
    public async Task The_value_is_announced_an_hour_after_the_commitment_or_later(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync();
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Frozen, DrawId);
        var now = portal.Clock.Now;

        var soon = await officer.CommitsFor(DrawId, OfficerForTests.Description, now.AddHours(1).AddTicks(-1));
        var late = await officer.CommitsFor(DrawId, OfficerForTests.Description, now.AddDays(32));
        var never = await officer.CommitsFor(DrawId, OfficerForTests.Description, null);
        var due = await officer.CommitsFor(DrawId, OfficerForTests.Description, now.AddHours(1));

        Assert.Equal(new AnnouncementTooSoon(now.AddHours(1)), soon.Error);
        Assert.Equal(new AnnouncementTooLate(now.AddDays(31)), late.Error);
        Assert.Equal(new AnnouncementTimeInvalid(), never.Error);
        Assert.Equal(now.AddHours(1), due.Value.AnnouncementAt);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_drawn_before_the_value_is_due_or_without_one(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync();
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Frozen, DrawId);
        var announcementAt = (await officer.Commits(DrawId)).Value.AnnouncementAt;
        portal.Clock.Advance(announcementAt.AddTicks(-1) - portal.Clock.Now);

        Assert.Equal(new AnnouncementNotDue(announcementAt), (await officer.Draws(DrawId)).Error);
        portal.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new BeaconTextMissing("announced"), (await officer.Draws(DrawId, " \n ")).Error);
        Assert.Equal(new BeaconTextInvalid("announced"), (await officer.Draws(DrawId, new string('9', Drawing.TextLength + 1))).Error);
        Assert.Empty(await portal.AllAsync<DrawingPlace>());
        Assert.Null((await officer.Draws(DrawId)).Error);
    }

    [Theory, EveryDatabase("added"), EveryDatabase("removed"), EveryDatabase("given to another")]
    public async Task Entries_that_changed_after_the_freeze_stop_the_draw(DatabaseKind database, string change)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync(entries: 2);
        var other = await portal.EntersAsync(entries: 2);
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Committed, DrawId);
        var last = await portal.InDatabaseAsync(db => db.SweepstakesEntries.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());

        await (change switch
        {
            "added" => portal.EntersAsync(),
            "removed" => portal.InDatabaseAsync(db => db.SweepstakesEntries.Where(e => e.Id == last).ExecuteDeleteAsync()),
            _ => (Task)portal.InDatabaseAsync(db => db.SweepstakesEntries.Where(e => e.ShopperId != other.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.ShopperId, other.Id))),
        });

        Assert.Equal(new EntriesChanged(), (await officer.Draws(DrawId)).Error);
        Assert.Empty(await portal.AllAsync<DrawingPlace>());
        Assert.Empty(await portal.AllAsync<OutboxMail>());
        Assert.Equal(SweepstakesStatus.Committed, Assert.Single(await portal.AllAsync<MonthlySweepstakes>()).Status);
    }

    [Theory, EveryDatabase]
    public async Task Rules_that_changed_after_the_commitment_stop_the_draw(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.EntersAsync();
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Committed, DrawId);

        await portal.InDatabaseAsync(db => db.Sweepstakes.ExecuteUpdateAsync(set => set.SetProperty(s => s.Rules, "Other rules.")));

        Assert.Equal(new SweepstakesTermsChanged(), (await officer.Draws(DrawId)).Error);
    }

    private static void AssertOnce<T>(IReadOnlyList<Outcome<T>> outcomes, SweepstakesStatus status)
        where T : notnull
    {
        Assert.Single(outcomes, o => o.Error is null);

        // Whoever looked at the step before it was taken, and at the proposal afterwards, finds that decided.
        Assert.All(
            outcomes.Where(o => o.Error is not null),
            o => Assert.True(o.Error == new SweepstakesStepOutOfOrder(status) || o.Error == new DrawProposalDecided(), o.Error!.Code));
    }

    private static async Task<DrawProposal> ProposedOnceAsync(Func<int, Task<Outcome<DrawProposal>>> proposes)
    {
        var outcomes = await Crowd.AtOnce(AtOnce, proposes);
        Assert.All(outcomes.Where(o => o.Error is not null), o => Assert.Equal(new DrawProposalWaiting(), o.Error));
        return Assert.Single(outcomes, o => o.Error is null).Value;
    }

    private static async Task<BundleOnDisk> BundleAsync(PortalForTests portal)
    {
        var bundle = new BundleOnDisk();
        await using var file = File.Create(bundle.Path);
        await portal.CallAsync<ReadDrawBundle, bool>(async read =>
        {
            await WriteDrawBundle.ToZipAsync(file, (await read.RunAsync(DrawId, Stop)).Value, Stop);
            return true;
        });
        return bundle;
    }

    private static void AssertEveryByteCounts(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x20;
            File.WriteAllBytes(path, bytes);
            Assert.False(VerifyDrawBundle.Run(path, null, Stop).Agrees, $"byte {at} changed");
            bytes[at] ^= 0x20;
        }
    }

    private sealed class BundleOnDisk : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monthly-draw-");

        public string Path => System.IO.Path.Combine(_folder.FullName, "bundle.zip");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
