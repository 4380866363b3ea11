using Rewards.Application.Sweepstakes;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Freeze and commitment take two people, and the freeze settles who takes part.</summary>
public class TwoOfficersTests
{
    private const string DrawId = EntriesForTests.DrawId;
    private const int AtOnce = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task An_officer_alone_can_neither_freeze_nor_commit(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var (ana, ben) = (new OfficerForTests(portal), new OfficerForTests(portal));

        var freeze = (await ana.ProposesFreeze(DrawId)).Value;
        Assert.Equal(new DrawProposalBySamePerson(), (await ana.ConfirmsFreeze(DrawId, freeze.Id)).Error);
        Assert.Equal(new DrawProposalBySamePerson(), (await ana.Declines(DrawId, freeze.Id)).Error);
        Assert.Equal(new DrawProposalUnknown(), (await ben.ConfirmsFreeze(DrawId, Guid.CreateVersion7())).Error);
        Assert.Equal(SweepstakesStatus.Open, await StatusAsync(portal));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        _ = (await ben.ConfirmsFreeze(DrawId, freeze.Id)).Value;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var commit = (await ben.ProposesCommit(DrawId, Ceremony(portal))).Value;
        Assert.Equal(new DrawProposalBySamePerson(), (await ben.ConfirmsCommit(DrawId, commit.Id)).Error);
        Assert.Equal(new DrawProposalUnknown(), (await ana.ConfirmsCommit(DrawId, freeze.Id)).Error);
        Assert.Equal(SweepstakesStatus.Frozen, await StatusAsync(portal));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        _ = (await ana.ConfirmsCommit(DrawId, commit.Id)).Value;

        Assert.Equal(SweepstakesStatus.Committed, await StatusAsync(portal));
        Assert.Equal(
            [AuditAct.DrawStepProposed, AuditAct.DrawFrozen, AuditAct.DrawStepProposed, AuditAct.DrawCommitted],
            (await portal.AllAsync<AuditEvent>()).Where(e => e.Act is >= AuditAct.DrawFrozen and <= AuditAct.DrawStepWithdrawn).OrderBy(e => e.Id).Select(e => e.Act));
    }

    [Theory, EveryDatabase]
    public async Task What_is_declined_or_taken_back_is_not_done_and_can_be_proposed_again(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var (ana, ben) = (new OfficerForTests(portal), new OfficerForTests(portal));

        var first = (await ana.ProposesFreeze(DrawId)).Value;
        Assert.Equal(new DrawProposalWaiting(), (await ben.ProposesFreeze(DrawId)).Error);
        Assert.Equal(new DrawProposalOfAnother(), (await ben.Withdraws(DrawId, first.Id)).Error);
        Assert.Equal(new DrawProposalReasonInvalid(), (await ben.Declines(DrawId, first.Id, " ")).Error);
        Assert.Equal(new DrawProposalReasonInvalid(), (await ben.Declines(DrawId, first.Id, new string('x', 301))).Error);
        Assert.Equal("Not yet", (await ben.Declines(DrawId, first.Id, " Not yet ")).Value.Reason);
        Assert.Equal(new DrawProposalDecided(), (await ben.ConfirmsFreeze(DrawId, first.Id)).Error);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await ana.ProposesFreeze(DrawId)).Value;
        _ = (await ana.Withdraws(DrawId, second.Id)).Value;
        Assert.Equal(new DrawProposalDecided(), (await ben.ConfirmsFreeze(DrawId, second.Id)).Error);
        Assert.Equal(new DrawProposalDecided(), (await ana.Withdraws(DrawId, second.Id)).Error);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = (await ben.ProposesFreeze(DrawId)).Value;
        _ = (await ana.ConfirmsFreeze(DrawId, third.Id)).Value;
        Assert.Equal(
            [DrawProposalStatus.Declined, DrawProposalStatus.Withdrawn, DrawProposalStatus.Confirmed],
            (await portal.AllAsync<DrawProposal>()).OrderBy(p => p.ProposedAt).ThenBy(p => p.Id).Select(p => p.Status));
    }

    [Theory, EveryDatabase]
    public async Task Of_a_confirmation_and_a_withdrawal_at_once_one_stands(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var ana = new OfficerForTests(portal);
        var proposal = (await ana.ProposesFreeze(DrawId)).Value;

        var outcomes = await Crowd.AtOnce(AtOnce, async i => i % 2 == 0
            ? (await ana.Withdraws(DrawId, proposal.Id)).Error
            : (await new OfficerForTests(portal).ConfirmsFreeze(DrawId, proposal.Id)).Error);

        Assert.Single(outcomes, error => error is null);
        var status = Assert.Single(await portal.AllAsync<DrawProposal>()).Status;
        Assert.Equal(
            status == DrawProposalStatus.Confirmed ? (SweepstakesStatus.Frozen, 1) : (SweepstakesStatus.Open, 0),
            (await StatusAsync(portal), (await portal.AllAsync<Drawing>()).Count));
    }

    [Theory, EveryDatabase]
    public async Task A_commitment_that_waited_too_long_for_its_second_officer_is_refused(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var (ana, ben) = (new OfficerForTests(portal), new OfficerForTests(portal));
        await ana.TakesTo(SweepstakesStatus.Frozen, DrawId);
        var now = portal.Clock.Now;
        var proposal = (await ana.ProposesCommit(DrawId, Ceremony(portal))).Value;

        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(new AnnouncementTooSoon(now.AddMinutes(121)), (await ben.ConfirmsCommit(DrawId, proposal.Id)).Error);
        Assert.Equal(SweepstakesStatus.Frozen, await StatusAsync(portal));
        _ = (await ben.Declines(DrawId, proposal.Id, "Too late")).Value;
        Assert.Null((await ben.CommitsTo(DrawId, Ceremony(portal))).Error);
    }

    [Theory, EveryDatabase]
    public async Task Entries_of_staff_are_excluded_however_the_address_is_spelled_and_the_draw_stays_checkable(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var staff = await portal.EntersAsync(entries: 3, email: "p.a.t+lottery@googlemail.com");
        await portal.InDatabaseAsync(async db =>
        {
            db.Users.Add(new StaffUser { Id = Guid.CreateVersion7(), UserName = "pat", Email = "Pat@gmail.com" });
            await db.SaveChangesAsync();
        });
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Drawn, DrawId);

        var drawing = Assert.Single(await portal.AllAsync<Drawing>());
        Assert.Equal(3, drawing.EntryCount);
        var entries = await portal.AllAsync<SweepstakesEntry>();
        var excluded = await portal.AllAsync<EntryExclusion>();
        Assert.All(excluded, e => Assert.Equal(EntryExclusion.Employee, e.Reason));
        Assert.Equal(
            entries.Where(e => e.ShopperId == staff.Id).Select(e => Convert.ToHexString(e.Id)).Order(), excluded.Select(e => Convert.ToHexString(e.EntryId)).Order());
        Assert.DoesNotContain(await portal.AllAsync<DrawingPlace>(), p => p.ShopperId == staff.Id);

        // Every other entry is proved, and those have no proof.
        foreach (var entry in entries)
        {
            var proof = await portal.CallAsync<ProveEntry, Outcome<EntryProof>>(u => u.RunAsync(DrawId, Convert.ToHexStringLower(entry.Id), Stop));
            Assert.Equal(entry.ShopperId == staff.Id ? new SweepstakesUnknown() : null, proof.Error);
        }

        var listed = await portal.CallAsync<ListExclusions, IReadOnlyList<ExcludedEntry>>(u => u.FirstAsync(DrawId, Stop));
        Assert.Equal(3, listed.Count);
        Assert.All(listed, e => Assert.Equal("p…@googlemail.com", e.Shopper));
    }

    [Theory, EveryDatabase]
    public async Task An_exclusion_that_is_added_or_removed_later_stops_the_draw(DatabaseKind database)
    {
        await using var portal = await OverAsync(database);
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Committed, DrawId);
        var entry = (await portal.AllAsync<SweepstakesEntry>())[0];
        await portal.InDatabaseAsync(async db =>
        {
            db.EntryExclusions.Add(new EntryExclusion(entry.Id, entry.SweepstakesId, EntryExclusion.Employee, portal.Clock.Now));
            await db.SaveChangesAsync();
        });

        Assert.Equal(new EntriesChanged(), (await officer.Draws(DrawId)).Error);
        Assert.Empty(await portal.AllAsync<DrawingPlace>());
    }

    private static BeaconChoice Ceremony(PortalForTests portal) =>
        new(BeaconKind.Ceremony, portal.Clock.Now.AddHours(2), OfficerForTests.Description);

    // Three shoppers entered, and the month is over.
    private static async Task<PortalForTests> OverAsync(DatabaseKind database)
    {
        var portal = await PortalForTests.StartAsync(database);
        foreach (var name in (string[])["ana", "ben", "cleo"])
        {
            await portal.EntersAsync(email: $"{name}@example.com");
        }

        portal.Clock.Advance(TimeSpan.FromDays(31));
        return portal;
    }

    private static async Task<SweepstakesStatus> StatusAsync(PortalForTests portal) => Assert.Single(await portal.AllAsync<MonthlySweepstakes>()).Status;
}
