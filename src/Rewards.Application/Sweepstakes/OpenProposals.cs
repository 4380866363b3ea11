using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>How the proposal of a step is found by who decides it.</summary>
internal static class OpenProposals
{
    /// <summary>
    /// A proposal that this officer may decide. Refuses with <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>,
    /// <c>draw-proposal-by-same-person</c>.
    /// </summary>
    /// <param name="proposals">All.</param>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="id">The one that was looked at: what was proposed anew meanwhile is another.</param>
    /// <param name="step">What it must be of; null for either.</param>
    /// <param name="officer">Who decides.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Outcome<DrawProposal>> ToDecideAsync(
        this IQueryable<DrawProposal> proposals, int sweepstakesId, Guid id, OfficerStep? step, Guid officer, CancellationToken cancellationToken)
    {
        var proposal = await proposals.SingleOrDefaultAsync(
            p => p.Id == id && p.SweepstakesId == sweepstakesId && (step == null || p.Step == step), cancellationToken);
        return proposal switch
        {
            null => new DrawProposalUnknown(),
            { Status: not DrawProposalStatus.Proposed } => new DrawProposalDecided(),
            _ when proposal.ProposedBy == officer => new DrawProposalBySamePerson(),
            _ => proposal,
        };
    }
}
