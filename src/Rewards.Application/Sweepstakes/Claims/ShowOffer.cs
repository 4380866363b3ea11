using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>A prize for whoever it was offered to, by the link of the mail.</summary>
public sealed class ShowOffer(RewardsDb db, FindClaim find, Affidavit affidavit, CountPrizes count, TimeProvider clock)
{
    /// <summary>Shows it; null for any other link.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="signature">What the link carries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ShownOffer?> RunAsync(Guid claimId, string signature, CancellationToken cancellationToken)
    {
        if (await find.ByLinkAsync(claimId, signature, cancellationToken) is not { } found)
        {
            return null;
        }

        var (claim, now) = (found.Claim, clock.GetUtcNow().UtcDateTime);
        var (year, before) = await count.BesideAsync(claim, now, cancellationToken);
        return new ShownOffer(
            found.Of.DrawId,
            found.Prize,
            found.ValueCents,
            PhaseOf(claim, now),
            claim.AnswerBy!.Value,
            claim.FulfilledAt,
            found.Of.Terms,
            affidavit.Write(found.Of, claim.Prize),
            claim.Status == PrizeClaimStatus.Answered && claim.SealedAnswer is not null && claim.MayHandInAt(now)
                ? await db.ClaimFiles.CountAsync(f => f.ClaimId == claim.Id, cancellationToken)
                : 0,
            year.Reports(before + (claim.FulfilledAt is null ? found.ValueCents : claim.GivenCents)) ? year : null);
    }

    private static OfferPhase PhaseOf(PrizeClaim claim, DateTime now) => claim switch
    {
        { Status: PrizeClaimStatus.Lost } => OfferPhase.Over,
        { Status: PrizeClaimStatus.Fulfilled } => OfferPhase.Fulfilled,
        { Status: PrizeClaimStatus.Accepted } => OfferPhase.Accepted,
        { Declines: true } => OfferPhase.Declined,
        { Status: PrizeClaimStatus.Answered } => OfferPhase.Answered,
        _ => !claim.IsOpenAt(now) ? OfferPhase.Over : claim.AnsweredAt is null ? OfferPhase.Open : OfferPhase.OnPaper,
    };
}

/// <summary>Where a prize stands for its winner.</summary>
public enum OfferPhase
{
    /// <summary>Waits for the answer.</summary>
    Open = 1,

    /// <summary>Waits for the affidavit on paper.</summary>
    OnPaper = 2,

    /// <summary>The office looks at it.</summary>
    Answered = 3,

    /// <summary>Not wanted.</summary>
    Declined = 4,

    /// <summary>It is being handed over.</summary>
    Accepted = 5,

    /// <summary>It was handed over.</summary>
    Fulfilled = 6,

    /// <summary>The days are over, or it went to somebody else.</summary>
    Over = 7,
}

/// <summary>A prize for its winner.</summary>
/// <param name="DrawId">Of which month.</param>
/// <param name="Prize">As in <c>prizes.txt</c>.</param>
/// <param name="ValueCents">By the rules; 0 where they say nothing.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="AnswerBy">UTC, exclusive.</param>
/// <param name="FulfilledAt">UTC.</param>
/// <param name="Terms">What of the rules is asked.</param>
/// <param name="Affidavit">A paragraph a line, in the current language.</param>
/// <param name="Files">Pages of it that were handed in.</param>
/// <param name="Tax">Where it will be reported: by which rule.</param>
public sealed record ShownOffer(
    string DrawId,
    string Prize,
    int ValueCents,
    OfferPhase Phase,
    DateTime AnswerBy,
    DateTime? FulfilledAt,
    EntryTerms Terms,
    string Affidavit,
    int Files,
    TaxYear? Tax);
