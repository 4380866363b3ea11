using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Vouchers;

/// <summary>
/// Counts a redemption by one statement, for the providers whose databases know <c>ON CONFLICT</c>. Rows are taken in the order
/// given, so no two wait for each other; a row that is full is not counted.
/// </summary>
public static class RedemptionCountUpsert
{
    /// <summary>Counts.</summary>
    /// <param name="db">In a transaction, which is given up where fewer were counted than there are limits.</param>
    /// <param name="counted">What is counted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>In how many counters it had room.</returns>
    public static Task<int> RunAsync(RewardsDb db, CountedRedemption counted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(counted);

        // Numbers stand in the text, which is the same for every redemption of a kind; names and times are parameters.
        var (rows, count, cents) = (new List<string>(), new StringBuilder(), new StringBuilder());
        var parameters = new List<object> { counted.StoreNumber, counted.Hour, counted.AmountCents };
        foreach (var limit in counted.Limits)
        {
            var scope = (int)limit.Scope;
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"({{0}}, {{1}}, {scope}, {{{parameters.Count}}}, 1, {{2}})"));
            count.Append(CultureInfo.InvariantCulture, $" WHEN {scope} THEN {limit.MostCount}");
            cents.Append(CultureInfo.InvariantCulture, $" WHEN {scope} THEN {limit.MostCents}");
            parameters.Add(limit.Subject);
        }

        var sql = $"""
            INSERT INTO "RedemptionCounts" ("StoreNumber", "Hour", "Scope", "Subject", "Count", "Cents") VALUES {string.Join(", ", rows)}
            ON CONFLICT ("StoreNumber", "Hour", "Scope", "Subject") DO UPDATE
            SET "Count" = "RedemptionCounts"."Count" + 1, "Cents" = "RedemptionCounts"."Cents" + excluded."Cents"
            WHERE "RedemptionCounts"."Count" < CASE excluded."Scope"{count} END
              AND "RedemptionCounts"."Cents" + excluded."Cents" <= CASE excluded."Scope"{cents} END
            """;
        return db.Database.ExecuteSqlRawAsync(sql, parameters, cancellationToken);
    }
}
