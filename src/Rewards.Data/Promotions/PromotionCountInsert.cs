using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Promotions;

namespace Rewards.Data.Promotions;

/// <summary>Puts in the row of a counter by one statement, for the providers whose databases know <c>ON CONFLICT</c>.</summary>
public static class PromotionCountInsert
{
    /// <summary>Puts it in where it is not there yet; another that adds it at the same time is waited for.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="counter">Which row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task RunAsync(RewardsDb db, PromotionCounter counter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(counter);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PromotionCounts" ("PromotionId", "Scope", "Period", "StartsOn", "Subject", "Count")
            VALUES ({counter.PromotionId}, {(int)counter.Limit.Scope}, {counter.Limit.Period}, {counter.StartsOn}, {counter.Subject}, 0)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }
}
