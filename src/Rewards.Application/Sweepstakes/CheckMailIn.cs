using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Checks a batch of cards that somebody else has typed: each is accepted, and then is an entry by the same rule and the same limits as
/// one on the page of free entries; or struck, with a reason. Each card is settled in a transaction of its own, so that no shopper waits
/// for a batch; what was interrupted goes on where it stopped. Entries are taken until they are frozen.
/// </summary>
public sealed class CheckMailIn(
    RewardsDb db, RacingWrite race, AddFreeEntry add, RecordAct record, Vault vault, OutboxBell bell, TimeProvider clock)
{
    /// <summary>
    /// Checks. Refuses with <c>mail-in-unknown</c>, <c>mail-in-step-out-of-order</c>, <c>mail-in-by-same-person</c>,
    /// <c>mail-in-card-undecided</c>, <c>sweepstakes-step-out-of-order</c> once the entries are frozen, <c>try-again</c>.
    /// </summary>
    /// <param name="batchId">Which.</param>
    /// <param name="decisions">By card.</param>
    /// <param name="by">Who checks: another person than who typed.</param>
    /// <param name="language">The language of the mail to who left an address, two letters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<MailInBatch>> RunAsync(
        Guid batchId, IReadOnlyDictionary<Guid, CardDecision> decisions, Guid by, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var batch = await db.MailInBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        if (Refusal(batch, by) is { } refusal)
        {
            return refusal;
        }

        var cards = await db.MailInCards.AsNoTracking().Where(c => c.BatchId == batchId).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        foreach (var (card, number) in cards.Select((card, i) => (card, i + 1)))
        {
            if (card.Outcome == MailInOutcome.None && decisions.GetValueOrDefault(card.Id)?.IsGood != true)
            {
                return new MailInCardUndecided(number, MailInCard.ReasonLength);
            }
        }

        foreach (var card in cards.Where(c => c.Outcome == MailInOutcome.None))
        {
            if ((await SettleAsync(batch!, card, decisions[card.Id], language, cancellationToken)).Error is { } stopped)
            {
                return stopped;
            }
        }

        bell.Ring();
        return await CloseAsync(batchId, by, cancellationToken);
    }

    private static Error? Refusal(MailInBatch? batch, Guid by) => batch switch
    {
        null => new MailInUnknown(),
        { Status: not MailInStatus.Submitted } => new MailInStepOutOfOrder(),
        _ => batch.TypedBy == by ? new MailInBySamePerson() : null,
    };

    private Task<Outcome<MailInCard>> SettleAsync(
        MailInBatch batch, MailInCard typed, CardDecision decision, string language, CancellationToken cancellationToken)
    {
        var entrant = TypedCard.Open(vault, typed.Id, typed.SealedCard).ToEntrant();
        return race.RunInTurnAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        // Who freezes holds the version that they read: they lose to a card that is settled after the period, and it to them.
        async Task TakeTurnAsync()
        {
            await db.Sweepstakes.Where(s => s.Id == batch.SweepstakesId && s.Status == SweepstakesStatus.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
            await add.LockAsync(entrant, cancellationToken);
        }

        async Task<Outcome<MailInCard>> AttemptAsync()
        {
            var month = await db.Sweepstakes.AsNoTracking().SingleAsync(s => s.Id == batch.SweepstakesId, cancellationToken);
            var card = await db.MailInCards.SingleAsync(c => c.Id == typed.Id, cancellationToken);
            if (card.Outcome != MailInOutcome.None)
            {
                return card;
            }

            if (month.Status != SweepstakesStatus.Open)
            {
                return new SweepstakesStepOutOfOrder(month.Status);
            }

            if (!decision.Accepts)
            {
                card.Settle(MailInOutcome.Struck, decision.Reason!.Trim());
            }
            else if (await EnterAsync(month, card) is { } refusal)
            {
                card.Settle(MailInOutcome.Refused, refusal.Code);
            }
            else
            {
                card.Settle(MailInOutcome.Entered, reason: null);
            }

            await db.SaveChangesAsync(cancellationToken);
            return card;
        }

        async Task<Error?> EnterAsync(MonthlySweepstakes month, MailInCard card)
        {
            var period = new SweepstakesPeriod(month.Id, month.DrawId, month.OpensAt, month.ClosesAt, month.Terms);
            return AddFreeEntry.Refusal(period, entrant) ?? (await add.RunAsync(
                card.Id, period, await add.PersonAsync(entrant, language, cancellationToken), entrant, FreeEntryWay.Mail, card.PostmarkedOn, cancellationToken)).Error;
        }
    }

    private async Task<Outcome<MailInBatch>> CloseAsync(Guid batchId, Guid by, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var batch = await db.MailInBatches.SingleAsync(b => b.Id == batchId, cancellationToken);
        if (Refusal(batch, by) is { } refusal)
        {
            return refusal;
        }

        var counts = await db.MailInCards.Where(c => c.BatchId == batchId).GroupBy(c => c.Outcome)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var drawId = await db.Sweepstakes.Where(s => s.Id == batch.SweepstakesId).Select(s => s.DrawId).SingleAsync(cancellationToken);
        batch.Check(by, clock.GetUtcNow().UtcDateTime);
        record.Add(
            AuditAct.MailInChecked,
            by,
            AuditSubject.Of(batch.Id),
            ("name", drawId),
            ("entered", counts.GetValueOrDefault(MailInOutcome.Entered)),
            ("struck", counts.GetValueOrDefault(MailInOutcome.Struck)),
            ("refused", counts.GetValueOrDefault(MailInOutcome.Refused)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return batch;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new MailInStepOutOfOrder();
        }
    }
}

/// <summary>What is decided of a card.</summary>
/// <param name="Accepts">Whether it stands as it was typed.</param>
/// <param name="Reason">Where it does not: why, in words.</param>
public sealed record CardDecision(bool Accepts, string? Reason)
{
    /// <summary>Whether it says all that it has to.</summary>
    public bool IsGood => Accepts || PlainText.IsOf(Reason?.Trim(), 1, MailInCard.ReasonLength);
}
