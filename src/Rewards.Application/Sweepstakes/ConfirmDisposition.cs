using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Takes a prize from whom it was offered to, as one officer proposed it (<see cref="ProposeDisposition"/>) and another one confirms. The decision, the
/// line, the claim and whom the prize is offered to next are one transaction; a withdrawal at the same time loses or wins by the proposal's status.
/// </summary>
public sealed class ConfirmDisposition(RewardsDb db, RecordDisposition record, LineOfAlternates line, RacingWrite race, TimeProvider clock)
{
    /// <summary>
    /// Confirms. Refuses with <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>, <c>draw-proposal-by-same-person</c>,
    /// <c>prize-claim-settled</c>, <c>disposition-reason-untrue</c>, <c>entries-changed</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What another officer proposed.</param>
    /// <param name="officer">Who confirms.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<RecordedDisposition>> RunAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        return sweepstakes is null ? new DrawProposalUnknown()
            : await line.PrepareAsync(sweepstakes, cancellationToken) is { } refusal ? refusal
            : await race.RunInTurnAsync(
                () => AttemptAsync(drawId, proposalId, officer, cancellationToken),
                () => line.TakeTurnAsync(sweepstakes.Id, cancellationToken),
                cancellationToken);
    }

    private async Task<Outcome<RecordedDisposition>> AttemptAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        if ((await db.FindProposalAsync(drawId, proposalId, cancellationToken)).IsRefused(out var refusal, out var found)
            || found.Proposal.ToDecide(officer).IsRefused(out refusal, out var proposal))
        {
            return refusal;
        }

        var evidence = await db.DispositionEvidence.SingleAsync(e => e.Id == proposal.EvidenceId, cancellationToken);
        if ((await record.AddAsync(found.Sweepstakes, found.Claim, evidence, DispositionActors.Officers(proposal.ProposedBy, officer), cancellationToken))
            .IsRefused(out refusal, out var recorded))
        {
            return refusal;
        }

        proposal.Confirm(officer, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }
}
