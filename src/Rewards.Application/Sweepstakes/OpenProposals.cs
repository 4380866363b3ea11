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
        return proposal.ToDecide(officer);
    }

    /// <summary>The same of a proposal that was found, or was not.</summary>
    public static Outcome<T> ToDecide<T>(this T? proposal, Guid officer)
        where T : OfficerProposal => proposal switch
        {
            null => new DrawProposalUnknown(),
            { Status: not DrawProposalStatus.Proposed } => new DrawProposalDecided(),
            _ when proposal.ProposedBy == officer => new DrawProposalBySamePerson(),
            _ => proposal,
        };

    /// <summary>
    /// A proposal that this officer may take back. Refuses with <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>, <c>draw-proposal-of-another</c>.
    /// </summary>
    public static Outcome<T> ToWithdraw<T>(this T? proposal, Guid officer)
        where T : OfficerProposal => proposal switch
        {
            null => new DrawProposalUnknown(),
            { Status: not DrawProposalStatus.Proposed } => new DrawProposalDecided(),
            _ when proposal.ProposedBy != officer => new DrawProposalOfAnother(),
            _ => proposal,
        };

    /// <summary>Why it is declined, in words. Refuses with <c>draw-proposal-reason-invalid</c>.</summary>
    public static Outcome<string> ReasonOf(string? typed)
    {
        var words = typed?.Trim() ?? "";
        return PlainText.IsOf(words, 1, OfficerProposal.ReasonLength) ? words : new DrawProposalReasonInvalid();
    }

    /// <summary>Saves what somebody proposed. Refuses with <c>draw-proposal-waiting</c> where another waits.</summary>
    public static async Task<Outcome<T>> SaveProposedAsync<T>(this RewardsDb db, DatabaseProvider provider, T proposal, CancellationToken cancellationToken)
        where T : OfficerProposal
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return proposal;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            db.ChangeTracker.Clear();
            return new DrawProposalWaiting();
        }
    }

    /// <summary>Saves what somebody decided. Refuses with <c>draw-proposal-decided</c> where another was faster.</summary>
    public static async Task<Outcome<T>> SaveDecidedAsync<T>(this RewardsDb db, T proposal, CancellationToken cancellationToken)
        where T : OfficerProposal
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return proposal;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new DrawProposalDecided();
        }
    }
}
