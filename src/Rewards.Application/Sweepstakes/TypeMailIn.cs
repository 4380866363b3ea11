using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Types free entries that came by mail: one person in the office, card by card, into a batch that another person then checks. Of two
/// windows at once one is decided by the batch's version.
/// </summary>
public sealed class TypeMailIn(RewardsDb db, ReadEntrant read, Vault vault, RecordAct record, ChainSettings chain, TimeProvider clock)
{
    /// <summary>
    /// Starts a batch. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c> once the entries are frozen.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="by">Who types.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<MailInBatch>> StartAsync(string? drawId, Guid by, CancellationToken cancellationToken)
    {
        var month = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).Select(s => new { s.Id, s.Status }).SingleOrDefaultAsync(cancellationToken);
        if (month is null || month.Status != SweepstakesStatus.Open)
        {
            return month is null ? new SweepstakesUnknown() : new SweepstakesStepOutOfOrder(month.Status);
        }

        var now = clock.GetUtcNow();
        var batch = new MailInBatch(Guid.CreateVersion7(now), month.Id, by, now.UtcDateTime);
        db.MailInBatches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return batch;
    }

    /// <summary>
    /// Adds a card. Refuses as <see cref="ReadEntrant.Of"/> does, and with <c>mail-in-unknown</c>, <c>mail-in-of-another</c>,
    /// <c>mail-in-step-out-of-order</c>, <c>mail-in-cards-wrong</c>, <c>postmark-invalid</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="batchId">To which batch.</param>
    /// <param name="typed">As it stands on the card; the e-mail address may be missing.</param>
    /// <param name="postmark">The day of the postmark; null where what was typed is no day.</param>
    /// <param name="by">Who types.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<MailInBatch>> AddAsync(
        Guid batchId, EntrantForm typed, DateOnly? postmark, Guid by, CancellationToken cancellationToken)
    {
        if ((await FindAsync(batchId, by, cancellationToken)).IsRefused(out var refusal, out var batch)
            || read.Of(typed, isEmailNeeded: false).IsRefused(out refusal, out var entrant))
        {
            return refusal;
        }

        if (await db.MailInCards.CountAsync(c => c.BatchId == batchId, cancellationToken) >= MailInBatch.MostCards)
        {
            return new MailInCardsWrong(MailInBatch.MostCards);
        }

        var (first, last) = await DaysAsync(batch.SweepstakesId, cancellationToken);
        if (postmark is not { } day || day < first || day > last)
        {
            return new PostmarkInvalid(first, last);
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.MailInCards.Add(new MailInCard(id, batchId, day, TypedCard.Seal(vault, id, entrant)));
        return await SaveAsync(batch, cancellationToken);
    }

    /// <summary>
    /// Takes a card out. Refuses with <c>mail-in-unknown</c>, <c>mail-in-of-another</c>, <c>mail-in-step-out-of-order</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="batchId">Of which batch.</param>
    /// <param name="cardId">Which; nothing happens where it is not there.</param>
    /// <param name="by">Who types.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<MailInBatch>> RemoveAsync(Guid batchId, Guid cardId, Guid by, CancellationToken cancellationToken)
    {
        if ((await FindAsync(batchId, by, cancellationToken)).IsRefused(out var refusal, out var batch))
        {
            return refusal;
        }

        db.MailInCards.RemoveRange(await db.MailInCards.Where(c => c.BatchId == batchId && c.Id == cardId).ToListAsync(cancellationToken));
        return await SaveAsync(batch, cancellationToken);
    }

    /// <summary>
    /// Hands the batch to another person. Refuses with <c>mail-in-unknown</c>, <c>mail-in-of-another</c>, <c>mail-in-step-out-of-order</c>,
    /// <c>mail-in-cards-wrong</c> where there is none, <c>try-again</c>.
    /// </summary>
    /// <param name="batchId">Which.</param>
    /// <param name="by">Who typed it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<MailInBatch>> SubmitAsync(Guid batchId, Guid by, CancellationToken cancellationToken)
    {
        if ((await FindAsync(batchId, by, cancellationToken)).IsRefused(out var refusal, out var batch))
        {
            return refusal;
        }

        var cards = await db.MailInCards.CountAsync(c => c.BatchId == batchId, cancellationToken);
        if (cards == 0)
        {
            return new MailInCardsWrong(MailInBatch.MostCards);
        }

        batch.Submit(clock.GetUtcNow().UtcDateTime);
        var drawId = await db.Sweepstakes.Where(s => s.Id == batch.SweepstakesId).Select(s => s.DrawId).SingleAsync(cancellationToken);
        record.Add(AuditAct.MailInSubmitted, by, AuditSubject.Of(batch.Id), ("name", drawId), ("cards", cards));
        return await SaveAsync(batch, cancellationToken);
    }

    private async Task<Outcome<MailInBatch>> FindAsync(Guid batchId, Guid by, CancellationToken cancellationToken)
    {
        var batch = await db.MailInBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        return batch switch
        {
            null => new MailInUnknown(),
            { Status: not MailInStatus.Typing } => new MailInStepOutOfOrder(),
            _ => batch.TypedBy == by ? batch : new MailInOfAnother(),
        };
    }

    private async Task<(DateOnly First, DateOnly Last)> DaysAsync(int sweepstakesId, CancellationToken cancellationToken)
    {
        var period = await db.Sweepstakes.AsNoTracking().Where(s => s.Id == sweepstakesId).Select(SweepstakesPeriod.Columns).SingleAsync(cancellationToken);
        var (last, today) = (Zone.DayOf(period.ClosesAt.AddTicks(-1), chain.TimeZone), Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone));
        return (Zone.DayOf(period.OpensAt, chain.TimeZone), today < last ? today : last);
    }

    private async Task<Outcome<MailInBatch>> SaveAsync(MailInBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Status == MailInStatus.Typing)
        {
            batch.Touch();
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return batch;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new TryAgain();
        }
    }
}

/// <summary>What stands on a card, as it is sealed.</summary>
/// <param name="Name">First and last.</param>
/// <param name="Email">If there is one.</param>
/// <param name="Address">Where they live.</param>
public sealed record TypedCard(string Name, string? Email, PostalAddress Address)
{
    /// <summary>Who enters.</summary>
    public FreeEntrant ToEntrant() => new(Name, Email, Address);

    /// <summary>Seals it to its card.</summary>
    public static byte[] Seal(Vault vault, Guid cardId, FreeEntrant entrant)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(entrant);
        return vault.SealJson(new TypedCard(entrant.Name, entrant.Email, entrant.Address), cardId);
    }

    /// <summary>Opens it.</summary>
    public static TypedCard Open(Vault vault, Guid cardId, byte[] sealedCard)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return vault.OpenJson<TypedCard>(sealedCard, cardId);
    }
}
