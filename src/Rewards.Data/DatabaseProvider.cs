using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Data;

/// <summary>What the three databases do each in their own way; all that is theirs stands in the provider's project.</summary>
public abstract class DatabaseProvider
{
    /// <summary>As in the setting <c>Database:Provider</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether ids (UUIDv7) sort by the time they were made, so that what is new is found by one range of the primary key.</summary>
    public virtual bool SortsIdsByTime => true;

    /// <summary>Points a context at a database of this kind.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Whether a failed write says that a row with this key is there already.</summary>
    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>Whether a statement was given up because two waited for each other: all of its transaction is undone.</summary>
    public abstract bool IsDeadlock(DbException exception);

    /// <summary>
    /// Registers receipts as the till knows them, all of them in one transaction of its own, by the provider's fastest way: inserts
    /// those that are not there yet, and completes those of which only the code was known. What the till registered before is
    /// left as it is.
    /// </summary>
    /// <param name="db">The connection is opened if need be.</param>
    /// <param name="receipts">No two with the same id.</param>
    /// <param name="cancellationToken">Cancels; then none of them is in.</param>
    /// <returns>How many were inserted or completed.</returns>
    public abstract Task<int> RegisterReceiptsAsync(RewardsDb db, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken);

    /// <summary>
    /// Locks a receipt until the transaction ends, also against whoever puts in a row that names it: no response to it can begin
    /// unseen.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="receiptId">Which; nothing is locked where it is not there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task LockReceiptAsync(RewardsDb db, long receiptId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Receipts.Where(r => r.Id == receiptId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.RefundedCents, r => r.RefundedCents), cancellationToken);
    }

    /// <summary>
    /// Puts in the row of a counter that nothing was counted in yet, inside the caller's transaction. Where it is there already,
    /// or another adds it at the same time, nothing happens and nothing fails; the row is there afterwards.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="counter">Which row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task AddPromotionCountAsync(RewardsDb db, PromotionCounter counter, CancellationToken cancellationToken);

    /// <summary>
    /// Counts a redemption in the hour's counters, by guarded writes that cannot pass a limit. Two at once wait for each other in the
    /// order of the limits, so never both.
    /// </summary>
    /// <param name="db">In a transaction, which is given up where fewer were counted than there are limits.</param>
    /// <param name="counted">What is counted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>In how many counters it had room.</returns>
    public abstract Task<int> CountRedemptionAsync(RewardsDb db, CountedRedemption counted, CancellationToken cancellationToken);

    /// <summary>
    /// Counts an entry of a person or a household, by a guarded write that cannot pass the limit, inside the caller's transaction;
    /// another that counts it at the same time is waited for.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="sweepstakesId">Into which.</param>
    /// <param name="who">The shopper, or the household.</param>
    /// <param name="limit">Entries at most; 1 or more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether there was room.</returns>
    public abstract Task<bool> CountEntryAsync(RewardsDb db, int sweepstakesId, Guid who, int limit, CancellationToken cancellationToken);

    /// <summary>Whether saving failed because a row with this key is there already.</summary>
    public bool IsDuplicateKey(DbUpdateException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.InnerException is DbException inner && IsDuplicateKey(inner);
    }

    /// <summary>Whether a write lost against another that was made at the same time: nothing of it was saved, and it may be tried anew.</summary>
    public bool IsLostRace(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbException failed => IsDuplicateKey(failed) || IsDeadlock(failed),

        // As a save fails, and as a driver tells of what may pass.
        DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && IsLostRace(inner),
        _ => false,
    };
}
