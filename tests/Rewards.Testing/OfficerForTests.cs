using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Testing;

/// <summary>Someone in the office who runs a month's draw.</summary>
/// <param name="portal">Where.</param>
public sealed class OfficerForTests(PortalForTests portal)
{
    /// <summary>A description as one would publish it.</summary>
    public const string Description = "The evening numbers of the Ohio Lottery's Pick 5, in the order drawn, joined by hyphens";

    /// <summary>A value as it would be announced.</summary>
    public const string Value = "4-0-9-9-1";

    /// <summary>Who.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Who proposes what this officer confirms.</summary>
    public Guid ColleagueId { get; } = Guid.CreateVersion7();

    /// <summary>Settles the entries, as the colleague proposes it.</summary>
    public async Task<Outcome<Frozen>> Freezes(string? drawId) =>
        (await ProposesFreeze(drawId, ColleagueId)).IsRefused(out var refusal, out var proposal) ? refusal : await ConfirmsFreeze(drawId, proposal.Id);

    /// <summary>Publishes the commitment to a ceremony, as the colleague proposes it; the value comes two hours later where nothing else is said.</summary>
    public Task<Outcome<Committed>> Commits(string? drawId, string? description = Description, DateTime? announcementAt = null) =>
        CommitsFor(drawId, description, announcementAt ?? portal.Clock.Now.AddHours(2));

    /// <summary>The same with exactly this time, also where it is none.</summary>
    public Task<Outcome<Committed>> CommitsFor(string? drawId, string? description, DateTime? announcementAt) =>
        CommitsTo(drawId, new BeaconChoice(BeaconKind.Ceremony, announcementAt, description));

    /// <summary>Publishes the commitment to a beacon, as the colleague proposes it.</summary>
    public async Task<Outcome<Committed>> CommitsTo(string? drawId, BeaconChoice choice) =>
        (await ProposesCommit(drawId, choice, ColleagueId)).IsRefused(out var refusal, out var proposal) ? refusal : await ConfirmsCommit(drawId, proposal.Id);

    /// <summary>Proposes to settle the entries.</summary>
    public Task<Outcome<DrawProposal>> ProposesFreeze(string? drawId, Guid? by = null) =>
        portal.CallAsync<ProposeDrawStep, Outcome<DrawProposal>>(u => u.FreezeAsync(drawId, by ?? Id, default));

    /// <summary>Proposes a beacon to commit to.</summary>
    public Task<Outcome<DrawProposal>> ProposesCommit(string? drawId, BeaconChoice choice, Guid? by = null) =>
        portal.CallAsync<ProposeDrawStep, Outcome<DrawProposal>>(u => u.CommitAsync(drawId, choice, by ?? Id, default));

    /// <summary>Settles the entries as proposed.</summary>
    public Task<Outcome<Frozen>> ConfirmsFreeze(string? drawId, Guid proposalId) =>
        portal.CallAsync<FreezeEntries, Outcome<Frozen>>(u => u.RunAsync(drawId, proposalId, Id, default));

    /// <summary>Publishes the commitment as proposed.</summary>
    public Task<Outcome<Committed>> ConfirmsCommit(string? drawId, Guid proposalId) =>
        portal.CallAsync<CommitDrawing, Outcome<Committed>>(u => u.RunAsync(drawId, proposalId, Id, default));

    /// <summary>Declines a proposal.</summary>
    public Task<Outcome<DrawProposal>> Declines(string? drawId, Guid proposalId, string? reason = "The entries of the 3rd are odd") =>
        portal.CallAsync<ProposeDrawStep, Outcome<DrawProposal>>(u => u.DeclineAsync(drawId, proposalId, reason, Id, default));

    /// <summary>Takes a proposal back.</summary>
    public Task<Outcome<DrawProposal>> Withdraws(string? drawId, Guid proposalId) =>
        portal.CallAsync<ProposeDrawStep, Outcome<DrawProposal>>(u => u.WithdrawAsync(drawId, proposalId, Id, default));

    /// <summary>Proposes that a prize is taken from whom it was offered to.</summary>
    public Task<Outcome<DispositionProposal>> ProposesDisposition(
        string? drawId, Guid claimId, string? code = DispositionReason.Declined, string? note = "Said so by phone", AttachedFile? file = null, Guid? by = null) =>
        portal.CallAsync<ProposeDisposition, Outcome<DispositionProposal>>(
            u => u.RunAsync(drawId, claimId, new DispositionForm(code, note, file), by ?? Id, default));

    /// <summary>Takes the prize, as proposed.</summary>
    public Task<Outcome<RecordedDisposition>> ConfirmsDisposition(string? drawId, Guid proposalId) =>
        portal.CallAsync<ConfirmDisposition, Outcome<RecordedDisposition>>(u => u.RunAsync(drawId, proposalId, Id, default));

    /// <summary>Takes a prize, as the colleague proposes it.</summary>
    public async Task<Outcome<RecordedDisposition>> Disposes(string? drawId, Guid claimId, string? code = DispositionReason.Declined) =>
        (await ProposesDisposition(drawId, claimId, code, by: ColleagueId)).IsRefused(out var refusal, out var proposal)
            ? refusal
            : await ConfirmsDisposition(drawId, proposal.Id);

    /// <summary>Declines what was proposed of a prize.</summary>
    public Task<Outcome<DispositionProposal>> DeclinesDisposition(string? drawId, Guid proposalId, string? reason = "They called again") =>
        portal.CallAsync<ProposeDisposition, Outcome<DispositionProposal>>(u => u.DeclineAsync(drawId, proposalId, reason, Id, default));

    /// <summary>Takes back what was proposed of a prize.</summary>
    public Task<Outcome<DispositionProposal>> WithdrawsDisposition(string? drawId, Guid proposalId) =>
        portal.CallAsync<ProposeDisposition, Outcome<DispositionProposal>>(u => u.WithdrawAsync(drawId, proposalId, Id, default));

    /// <summary>Draws with the announced value.</summary>
    public Task<Outcome<DrawResult>> Draws(string? drawId, string? announced = Value) =>
        portal.CallAsync<RunDrawing, Outcome<DrawResult>>(u => u.RunAsync(drawId, announced, Id, default));

    /// <summary>Moves the clock and takes every step up to a status.</summary>
    public async Task TakesTo(SweepstakesStatus status, string drawId)
    {
        var closesAt = await portal.InDatabaseAsync(db => db.Sweepstakes.Where(s => s.DrawId == drawId).Select(s => s.ClosesAt).SingleAsync());
        portal.Clock.Advance(closesAt.AddDays(1) - portal.Clock.Now);
        if (status >= SweepstakesStatus.Frozen)
        {
            _ = (await Freezes(drawId)).Value;
        }

        if (status >= SweepstakesStatus.Committed)
        {
            _ = (await Commits(drawId)).Value;
            portal.Clock.Advance(TimeSpan.FromHours(2));
        }

        if (status >= SweepstakesStatus.Drawn)
        {
            _ = (await Draws(drawId)).Value;
        }
    }
}

/// <summary>Entries without the feedback that they come from.</summary>
public static class EntriesForTests
{
    /// <summary>The month that every portal for tests begins in.</summary>
    public const string DrawId = "2026-03-monthly";

    /// <summary>Enters a new shopper so many times.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="entries">How many entries.</param>
    /// <param name="email">Null for a shopper with a card only.</param>
    /// <param name="drawId">The month.</param>
    public static Task<Shopper> EntersAsync(this PortalForTests portal, int entries = 1, string? email = null, string drawId = DrawId)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.InDatabaseAsync(async db =>
        {
            var now = new DateTimeOffset(portal.Clock.Now, TimeSpan.Zero);
            var id = Guid.CreateVersion7(now);
            var shopper = new Shopper(id, email, email is null ? $"{BitConverter.ToUInt32(id.ToByteArray(), 12)}" : null, "es", now.UtcDateTime);
            db.Shoppers.Add(shopper);
            var sweepstakes = await db.Sweepstakes.SingleAsync(s => s.DrawId == drawId);
            db.SweepstakesEntries.AddRange(Enumerable.Range(0, entries).Select(i => new SweepstakesEntry(
                EntryId.Create(now).ToBytes(), sweepstakes.Id, id, EntrySource.Survey, null, DateOnly.FromDateTime(now.UtcDateTime))));
            await db.SaveChangesAsync();
            return shopper;
        });
    }
}
