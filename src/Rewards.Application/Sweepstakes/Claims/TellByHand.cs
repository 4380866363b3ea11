using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// Tells a winner without an e-mail address, or to whom no mail went out in time: shows the link, for a letter or a call. The rules' days begin as it is shown first; shown
/// again, they stay. Each showing is in the audit.
/// </summary>
public sealed class TellByHand(RewardsDb db, FindClaim find, Vault vault, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Shows the link. Refuses with <c>prize-unknown</c>, <c>prize-told-by-mail</c>, <c>prize-step-out-of-order</c>.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="officer">Who tells.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The link.</returns>
    public async Task<Outcome<PrizeLink>> RunAsync(string? drawId, int prize, Guid officer, CancellationToken cancellationToken)
    {
        if (await find.LatestAsync(drawId, prize, cancellationToken) is not { } found)
        {
            return new PrizeUnknown();
        }

        var claim = found.Claim;
        if (claim.Status != PrizeClaimStatus.Offered)
        {
            return new PrizeStepOutOfOrder(claim.Status);
        }

        // A mail that has not gone out may do so until the day of the offer is over.
        var now = clock.GetUtcNow().UtcDateTime;
        var sentAt = await db.OutboxMails.Where(m => m.Id == claim.Id).Select(m => m.SentAt).SingleOrDefaultAsync(cancellationToken);
        if (claim.ToldAt is null && ForfeitUnanswered.IsTold(claim, sentAt ?? now, found.Of.ClaimDays, settings.Portal.TimeZone))
        {
            return new PrizeToldByMail();
        }

        if (claim.ToldAt is null)
        {
            claim.Tell(now, OfferPrizes.AnswerBy(now, found.Of.ClaimDays, settings.Portal.TimeZone));
        }

        record.Add(AuditAct.PrizeTold, officer, AuditSubject.Of(claim.Id), ("name", found.Of.DrawId), ("prize", claim.Prize), ("turn", claim.Turn));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return PrizeLink.Of(claim, vault, settings.Portal);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague told them at the same moment: the page says so.
            db.ChangeTracker.Clear();
            return new PrizeStepOutOfOrder(PrizeClaimStatus.Offered);
        }
    }
}

/// <summary>The link by which a winner answers.</summary>
/// <param name="Address">The whole address.</param>
/// <param name="AnswerBy">UTC, exclusive.</param>
public sealed record PrizeLink(string Address, DateTime AnswerBy)
{
    /// <summary>Of a claim whose days have begun.</summary>
    public static PrizeLink Of(PrizeClaim claim, Vault vault, ChainSettings chain)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(chain);
        return new PrizeLink($"{chain.Url}/prize/{claim.Id}/{vault.SignPrize(claim.Id)}", claim.AnswerBy!.Value);
    }
}
