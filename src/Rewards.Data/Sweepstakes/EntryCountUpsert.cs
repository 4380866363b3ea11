using Microsoft.EntityFrameworkCore;

namespace Rewards.Data.Sweepstakes;

/// <summary>Counts an entry by one statement, for the providers whose databases know <c>ON CONFLICT</c>; a row that is full is not counted.</summary>
public static class EntryCountUpsert
{
    /// <summary>Counts.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="sweepstakesId">Into which.</param>
    /// <param name="who">The shopper, or the household.</param>
    /// <param name="limit">Entries at most; 1 or more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether there was room.</returns>
    public static async Task<bool> RunAsync(RewardsDb db, int sweepstakesId, Guid who, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "EntryCounts" ("SweepstakesId", "Who", "Count") VALUES ({sweepstakesId}, {who}, 1)
            ON CONFLICT ("SweepstakesId", "Who") DO UPDATE SET "Count" = "EntryCounts"."Count" + 1 WHERE "EntryCounts"."Count" < {limit}
            """,
            cancellationToken) == 1;
    }
}
