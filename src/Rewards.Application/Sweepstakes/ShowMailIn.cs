using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Batches of cards that came by mail, for the office: all of a month, and one with what stands on its cards.</summary>
public sealed class ShowMailIn(RewardsDb db, Vault vault)
{
    /// <summary>Batches on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A month's batches, the latest first.</summary>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<ListPage<MailInLine>> RunAsync(string? drawId, int page, CancellationToken cancellationToken) => (
        from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
        join batch in db.MailInBatches on sweepstakes.Id equals batch.SweepstakesId
        from typist in db.Users.Where(u => u.Id == batch.TypedBy).DefaultIfEmpty()
        from checker in db.Users.Where(u => u.Id == batch.CheckedBy).DefaultIfEmpty()
        orderby batch.StartedAt descending, batch.Id
        select new MailInLine(
            batch.Id,
            batch.Status,
            batch.TypedBy,
            typist.UserName,
            batch.StartedAt,
            checker.UserName,
            batch.CheckedAt,
            db.MailInCards.Count(c => c.BatchId == batch.Id),
            db.MailInCards.Count(c => c.BatchId == batch.Id && c.Outcome == MailInOutcome.Entered))).ToPageAsync(page, PageSize, cancellationToken);

    /// <summary>One batch; null where there is none.</summary>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="batchId">Which.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ShownBatch?> FindAsync(string? drawId, Guid batchId, CancellationToken cancellationToken)
    {
        var found = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
            join batch in db.MailInBatches on sweepstakes.Id equals batch.SweepstakesId
            where batch.Id == batchId
            from typist in db.Users.Where(u => u.Id == batch.TypedBy).DefaultIfEmpty()
            from checker in db.Users.Where(u => u.Id == batch.CheckedBy).DefaultIfEmpty()
            select new { Batch = batch, TypedBy = typist.UserName, CheckedBy = checker.UserName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var cards = await db.MailInCards.AsNoTracking().Where(c => c.BatchId == batchId).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return new ShownBatch(
            found.Batch.Id,
            found.Batch.Status,
            found.Batch.TypedBy,
            found.TypedBy,
            found.CheckedBy,
            found.Batch.CheckedAt,
            [.. cards.Select((c, i) => new ShownCard(c.Id, i + 1, TypedCard.Open(vault, c.Id, c.SealedCard), c.PostmarkedOn, c.Outcome, c.Reason))]);
    }
}

/// <summary>A batch on a line.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="TypedById">Who may not check it.</param>
/// <param name="TypedBy">What they sign in with; null where the account is gone.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="CheckedBy">What they sign in with; null where nobody has.</param>
/// <param name="CheckedAt">UTC.</param>
/// <param name="Cards">How many.</param>
/// <param name="Entered">How many of them are entries.</param>
public sealed record MailInLine(
    Guid Id,
    MailInStatus Status,
    Guid TypedById,
    string? TypedBy,
    DateTime StartedAt,
    string? CheckedBy,
    DateTime? CheckedAt,
    int Cards,
    int Entered);

/// <summary>A batch with its cards.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="TypedById">Who may not check it.</param>
/// <param name="TypedBy">What they sign in with; null where the account is gone.</param>
/// <param name="CheckedBy">What they sign in with; null where nobody has.</param>
/// <param name="CheckedAt">UTC.</param>
/// <param name="Cards">In the order in which they were typed.</param>
public sealed record ShownBatch(
    Guid Id,
    MailInStatus Status,
    Guid TypedById,
    string? TypedBy,
    string? CheckedBy,
    DateTime? CheckedAt,
    IReadOnlyList<ShownCard> Cards);

/// <summary>A card as it was typed.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Number">In the batch, from 1.</param>
/// <param name="Card">What stands on it.</param>
/// <param name="PostmarkedOn">The day of the postmark.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it is no entry.</param>
public sealed record ShownCard(Guid Id, int Number, TypedCard Card, DateOnly PostmarkedOn, MailInOutcome Outcome, string? Reason);
