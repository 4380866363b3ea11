using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>How claims are found, and what is proposed of them.</summary>
internal static class ClaimsOfDraw
{
    /// <summary>Of each prize the claim that counts: the last.</summary>
    public static IQueryable<PrizeClaim> Last(this IQueryable<PrizeClaim> claims) => claims.Where(
        c => !claims.Any(later => later.SweepstakesId == c.SweepstakesId && later.Prize == c.Prize && later.Turn > c.Turn));

    /// <summary>A claim of a month. Refuses with <c>prize-claim-unknown</c>.</summary>
    public static async Task<Outcome<ClaimOfDraw>> FindClaimAsync(this RewardsDb db, string? drawId, Guid claimId, CancellationToken cancellationToken) =>
        await (
            from sweepstakes in db.Sweepstakes.WithDrawId(drawId)
            join claim in db.PrizeClaims on sweepstakes.Id equals claim.SweepstakesId
            where claim.Id == claimId
            select new ClaimOfDraw(sweepstakes, claim)).SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : new PrizeClaimUnknown();

    /// <summary>What was proposed of a claim of a month. Refuses with <c>draw-proposal-unknown</c>.</summary>
    public static async Task<Outcome<ProposalOfClaim>> FindProposalAsync(
        this RewardsDb db, string? drawId, Guid proposalId, CancellationToken cancellationToken) =>
        await (
            from sweepstakes in db.Sweepstakes.WithDrawId(drawId)
            join claim in db.PrizeClaims on sweepstakes.Id equals claim.SweepstakesId
            join proposal in db.DispositionProposals on claim.Id equals proposal.ClaimId
            where proposal.Id == proposalId
            select new ProposalOfClaim(sweepstakes, claim, proposal)).SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : new DrawProposalUnknown();
}

/// <summary>A claim and its month.</summary>
internal sealed record ClaimOfDraw(MonthlySweepstakes Sweepstakes, PrizeClaim Claim);

/// <summary>What is proposed of a claim.</summary>
internal sealed record ProposalOfClaim(MonthlySweepstakes Sweepstakes, PrizeClaim Claim, DispositionProposal Proposal);
