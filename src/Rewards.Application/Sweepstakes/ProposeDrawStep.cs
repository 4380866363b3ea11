using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Proposes the freeze or the commitment of a draw, which another officer then takes (<see cref="FreezeEntries"/>,
/// <see cref="CommitDrawing"/>) or declines. Of one step one proposal waits: a unique index decides between two at once. A decision and
/// the step itself are one save, and of two decisions at once one stands: the proposal's status is the concurrency token.
/// </summary>
public sealed class ProposeDrawStep(
    RewardsDb db, DatabaseProvider provider, CommitDrawing commit, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Proposes to freeze. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c>, <c>sweepstakes-not-over</c>,
    /// <c>draw-proposal-waiting</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="officer">Who proposes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DrawProposal>> FreezeAsync(string? drawId, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        if (sweepstakes is null)
        {
            return new SweepstakesUnknown();
        }

        var from = FreezeEntries.SettledFrom(sweepstakes.ClosesAt, settings.Sweepstakes);
        return sweepstakes.Status != SweepstakesStatus.Open ? new SweepstakesStepOutOfOrder(sweepstakes.Status)
            : clock.GetUtcNow().UtcDateTime < from ? new SweepstakesNotOver(from)
            : await AddAsync(sweepstakes, null, officer, cancellationToken);
    }

    /// <summary>
    /// Proposes the beacon to commit to. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c>,
    /// <c>draw-proposal-waiting</c>, and as <see cref="CommitDrawing.Check"/> does.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="choice">The beacon as chosen.</param>
    /// <param name="officer">Who proposes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DrawProposal>> CommitAsync(string? drawId, BeaconChoice choice, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        return sweepstakes is null ? new SweepstakesUnknown()
            : sweepstakes.Status != SweepstakesStatus.Frozen ? new SweepstakesStepOutOfOrder(sweepstakes.Status)
            : commit.Check(choice).IsRefused(out var refusal, out var plan) ? refusal
            : await AddAsync(sweepstakes, plan, officer, cancellationToken);
    }

    /// <summary>
    /// Declines. Refuses with <c>sweepstakes-unknown</c>, <c>draw-proposal-reason-invalid</c>, <c>draw-proposal-unknown</c>,
    /// <c>draw-proposal-decided</c>, <c>draw-proposal-by-same-person</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What was proposed.</param>
    /// <param name="reason">Why not, as typed.</param>
    /// <param name="officer">Who: another officer than who proposed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DrawProposal>> DeclineAsync(
        string? drawId, Guid proposalId, string? reason, Guid officer, CancellationToken cancellationToken)
    {
        if (OpenProposals.ReasonOf(reason).IsRefused(out var refusal, out var words))
        {
            return refusal;
        }

        if (await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken) is not { } sweepstakes)
        {
            return new SweepstakesUnknown();
        }

        if ((await db.DrawProposals.ToDecideAsync(sweepstakes.Id, proposalId, null, officer, cancellationToken)).IsRefused(out refusal, out var proposal))
        {
            return refusal;
        }

        proposal.Decline(words, officer, clock.GetUtcNow().UtcDateTime);
        record.Add(
            AuditAct.DrawStepDeclined, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("step", proposal.Step), ("reason", words));
        return await db.SaveDecidedAsync(proposal, cancellationToken);
    }

    /// <summary>
    /// Takes a proposal back. Refuses with <c>sweepstakes-unknown</c>, <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>,
    /// <c>draw-proposal-of-another</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What was proposed.</param>
    /// <param name="officer">Who: whoever proposed it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DrawProposal>> WithdrawAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        if (await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken) is not { } sweepstakes)
        {
            return new SweepstakesUnknown();
        }

        var found = await db.DrawProposals.SingleOrDefaultAsync(p => p.Id == proposalId && p.SweepstakesId == sweepstakes.Id, cancellationToken);
        if (found.ToWithdraw(officer).IsRefused(out var refusal, out var proposal))
        {
            return refusal;
        }

        proposal.Withdraw(clock.GetUtcNow().UtcDateTime);
        record.Add(AuditAct.DrawStepWithdrawn, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("step", proposal.Step));
        return await db.SaveDecidedAsync(proposal, cancellationToken);
    }

    private async Task<Outcome<DrawProposal>> AddAsync(MonthlySweepstakes sweepstakes, BeaconPlan? plan, Guid officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var proposal = new DrawProposal(Guid.CreateVersion7(now), sweepstakes.Id, plan, officer, now.UtcDateTime);
        db.DrawProposals.Add(proposal);
        record.Add(AuditAct.DrawStepProposed, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("step", proposal.Step));
        return await db.SaveProposedAsync(provider, proposal, cancellationToken);
    }
}
