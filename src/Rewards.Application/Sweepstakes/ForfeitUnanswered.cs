using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Takes a prize from whoever did not answer in time, as the rules say that everyone committed to, and calls the next in line: no person decides
/// (decision record 0015). Only where the person was told: by a mail that went out on the day of the offer, or by hand. The others wait for two
/// officers. An answer of the same instant and this decide by the claim's version: whichever is saved first stands.
/// </summary>
public sealed class ForfeitUnanswered(RewardsDb db, RecordDisposition record, LineOfAlternates line, RacingWrite race, Vault vault, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Whether a person was told of a prize so that not answering counts: by hand, or by a mail that left them all of the rules' days.</summary>
    /// <param name="claim">What was offered.</param>
    /// <param name="sentAt">When the mail went out, UTC; null where none did.</param>
    /// <param name="claimDays">The rules' days to answer.</param>
    /// <param name="timeZone">The programme's.</param>
    public static bool IsTold(PrizeClaim claim, DateTime? sentAt, int claimDays, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.ToldAt is not null || (sentAt is { } sent && OfferPrizes.AnswerBy(sent, claimDays, timeZone) <= claim.AnswerBy);
    }

    /// <summary>Does it for all that are due.</summary>
    /// <param name="cancellationToken">Cancels; what was taken so far is.</param>
    /// <returns>How many prizes were taken, and what was refused where not all could be.</returns>
    public async Task<Forfeited> RunAsync(CancellationToken cancellationToken)
    {
        var (taken, refused, failed) = (0, (Error?)null, (Exception?)null);
        foreach (var due in (await UnansweredAsync(null, cancellationToken)).Where(c => c.IsTold))
        {
            try
            {
                var sweepstakes = await db.Sweepstakes.AsNoTracking().SingleAsync(s => s.Id == due.Claim.SweepstakesId, cancellationToken);
                var error = await line.PrepareAsync(sweepstakes, cancellationToken) ?? (await race.RunInTurnAsync(
                    () => AttemptAsync(due.Claim.Id, cancellationToken),
                    () => line.TakeTurnAsync(sweepstakes.Id, cancellationToken),
                    cancellationToken)).Error;
                taken += error is null ? 1 : 0;

                // Whoever answered meanwhile keeps the prize.
                refused = error is null or PrizeClaimSettled ? refused : error;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // What is wrong with one month does not hold up the others.
                failed = exception;
            }

            db.ChangeTracker.Clear();
        }

        return failed is null ? new Forfeited(taken, refused) : throw new InvalidOperationException("A prize that nobody answered for cannot go on.", failed);
    }

    // In the order of their last days, not tracked.
    private async Task<List<Unanswered>> UnansweredAsync(Guid? claimId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await (
            from claim in db.PrizeClaims.AsNoTracking()
            where claim.Status == PrizeClaimStatus.Offered && claim.AnswerBy <= now && (claimId == null || claim.Id == claimId)
            join sweepstakes in db.Sweepstakes on claim.SweepstakesId equals sweepstakes.Id
            from mail in db.OutboxMails.Where(m => m.Id == claim.Id).DefaultIfEmpty()
            orderby claim.AnswerBy, claim.SweepstakesId, claim.Prize
            select new Unanswered(claim, mail.SentAt, sweepstakes.ClaimDays, chain.TimeZone)).ToListAsync(cancellationToken);
    }

    private async Task<Outcome<RecordedDisposition>> AttemptAsync(Guid claimId, CancellationToken cancellationToken)
    {
        if (await UnansweredAsync(claimId, cancellationToken) is not [{ IsTold: true } due])
        {
            return new PrizeClaimSettled(await db.PrizeClaims.Where(c => c.Id == claimId).Select(c => c.Status).SingleAsync(cancellationToken));
        }

        var claim = db.PrizeClaims.Attach(due.Claim).Entity;
        var sweepstakes = await db.Sweepstakes.SingleAsync(s => s.Id == claim.SweepstakesId, cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var reason = claim.AnsweredAt is null ? DispositionReason.NoResponse : DispositionReason.AffidavitLate;
        var document = DispositionEvidence.OfRules(
            id, claimId, reason, claim.ToldAt is null, claim.ToldAt ?? due.SentAt, claim.AnswerBy!.Value, now.UtcDateTime);
        var evidence = new DispositionEvidence(
            id, reason, document, vault.SealBytes(document, id.ToByteArray(bigEndian: true)), null);
        db.DispositionEvidence.Add(evidence);
        if ((await record.AddAsync(sweepstakes, claim, evidence, DispositionActors.Rules(sweepstakes), cancellationToken)).IsRefused(out var refusal, out var recorded))
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }

    private sealed record Unanswered(PrizeClaim Claim, DateTime? SentAt, int ClaimDays, string TimeZone)
    {
        public bool IsTold => ForfeitUnanswered.IsTold(Claim, SentAt, ClaimDays, TimeZone);
    }
}

/// <summary>What came of looking for prizes that nobody answered for.</summary>
/// <param name="Count">How many went on to the next in line, or are without a holder.</param>
/// <param name="Refused">Why one could not be taken; null where all could.</param>
public sealed record Forfeited(int Count, Error? Refused);
