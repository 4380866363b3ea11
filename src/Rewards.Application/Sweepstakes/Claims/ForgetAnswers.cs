using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// Deletes who winners are, once their prize has ended <c>Sweepstakes:KeepClaimsMonths</c> ago: the answer and the pages that were handed in. What was
/// signed stays as a hash. A prize that was handed over ended then; one that was lost, with its last day to answer.
/// </summary>
public sealed class ForgetAnswers(RewardsDb db, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Deletes what need not be kept any longer. On any number of nodes: who is slower deletes the rest next time.</summary>
    /// <returns>How many answers were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddMonths(-settings.Sweepstakes.KeepClaimsMonths);
        var claims = await db.PrizeClaims
            .Where(c => c.SealedAnswer != null && (c.FulfilledAt < before || (c.Status == PrizeClaimStatus.Lost && c.AnswerBy < before)))
            .OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (claims.Count == 0)
        {
            return 0;
        }

        var ids = claims.ConvertAll(c => c.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        claims.ForEach(c => c.Forget(now));
        record.Add(AuditAct.PrizesForgotten, by: null, AuditSubject.Of(claims[0].Id), ("count", claims.Count));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return 0;
        }

        await db.ClaimFiles.Where(f => ids.Contains(f.ClaimId)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return claims.Count;
    }
}
