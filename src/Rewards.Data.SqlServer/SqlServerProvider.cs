using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Rewards.Data.Receipts;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.SqlServer;

/// <summary>SQL Server 2019 or newer.</summary>
public sealed class SqlServerProvider : DatabaseProvider
{
    private const int UniqueIndexViolation = 2601;
    private const int UniqueConstraintViolation = 2627;
    private const int ChosenAsVictim = 1205;
    private const int MostTries = 5;

    /// <inheritdoc/>
    public override string Name => "SqlServer";

    /// <summary>No: a uniqueidentifier is compared from its end.</summary>
    public override bool SortsIdsByTime => false;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, sql => sql.MigrationsAssembly(typeof(SqlServerProvider).Assembly));

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqlException { Number: UniqueIndexViolation or UniqueConstraintViolation };

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) => exception is SqlException { Number: ChosenAsVictim };

    /// <inheritdoc/>
    public override async Task<int> RegisterReceiptsAsync(
        RewardsDb db, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await RegisterAsync((SqlConnection)db.Database.GetDbConnection(), receipts, cancellationToken);
                }
                catch (SqlException exception) when (IsDuplicateKey(exception) && tries < MostTries)
                {
                    // Another import put one of them in between the look and the write: nothing is in, look again.
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task<int> CountRedemptionAsync(RewardsDb db, CountedRedemption counted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(counted);
        var moved = 0;
        foreach (var limit in counted.Limits)
        {
            // The look at the row locks it, or its place, until the transaction ends.
            moved += await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE [RedemptionCounts] WITH (UPDLOCK, HOLDLOCK)
                SET [Count] = [Count] + 1, [Cents] = [Cents] + {counted.AmountCents}
                WHERE [StoreNumber] = {counted.StoreNumber} AND [Hour] = {counted.Hour} AND [Scope] = {(int)limit.Scope}
                  AND [Subject] = {limit.Subject} AND [Count] < {limit.MostCount} AND [Cents] + {counted.AmountCents} <= {limit.MostCents};
                IF @@ROWCOUNT = 0
                INSERT INTO [RedemptionCounts] ([StoreNumber], [Hour], [Scope], [Subject], [Count], [Cents])
                SELECT {counted.StoreNumber}, {counted.Hour}, {(int)limit.Scope}, {limit.Subject}, 1, {counted.AmountCents}
                WHERE NOT EXISTS (
                    SELECT 1 FROM [RedemptionCounts] WITH (UPDLOCK, HOLDLOCK)
                    WHERE [StoreNumber] = {counted.StoreNumber} AND [Hour] = {counted.Hour} AND [Scope] = {(int)limit.Scope} AND [Subject] = {limit.Subject})
                """,
                cancellationToken);
        }

        return moved;
    }

    /// <inheritdoc/>
    public override async Task<bool> CountEntryAsync(RewardsDb db, int sweepstakesId, Guid who, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);

        // The look at the row locks it, or its place, until the transaction ends.
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE [EntryCounts] WITH (UPDLOCK, HOLDLOCK) SET [Count] = [Count] + 1
            WHERE [SweepstakesId] = {sweepstakesId} AND [Who] = {who} AND [Count] < {limit};
            IF @@ROWCOUNT = 0
            INSERT INTO [EntryCounts] ([SweepstakesId], [Who], [Count])
            SELECT {sweepstakesId}, {who}, 1
            WHERE NOT EXISTS (SELECT 1 FROM [EntryCounts] WITH (UPDLOCK, HOLDLOCK) WHERE [SweepstakesId] = {sweepstakesId} AND [Who] = {who})
            """,
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public override Task AddPromotionCountAsync(RewardsDb db, PromotionCounter counter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(counter);

        // The range is locked by the look, so that nobody adds the row between it and the insert.
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO [PromotionCounts] ([PromotionId], [Scope], [Period], [StartsOn], [Subject], [Count])
            SELECT {counter.PromotionId}, {(int)counter.Limit.Scope}, {counter.Limit.Period}, {counter.StartsOn}, {counter.Subject}, 0
            WHERE NOT EXISTS (
                SELECT 1 FROM [PromotionCounts] WITH (UPDLOCK, HOLDLOCK)
                WHERE [PromotionId] = {counter.PromotionId} AND [Scope] = {(int)counter.Limit.Scope} AND [Period] = {counter.Limit.Period}
                  AND [StartsOn] = {counter.StartsOn} AND [Subject] = {counter.Subject})
            """,
            cancellationToken);
    }

    private static async Task<int> RegisterAsync(SqlConnection connection, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(cancellationToken);
        var columns = string.Join(", ", ReceiptColumns.Names.Select(n => $"[{n}]"));
        await ExecuteAsync($"SELECT {columns} INTO #NewReceipts FROM [Receipts] WHERE 1 = 0");
        using (var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "#NewReceipts" })
        {
            using var rows = Table(receipts);
            await copy.WriteToServerAsync(rows, cancellationToken);
        }

        var registered = await ExecuteAsync(
            $"""
            UPDATE r SET {string.Join(", ", ReceiptColumns.TillsOnly.Select(n => $"[{n}] = n.[{n}]"))}
            FROM [Receipts] AS r INNER JOIN #NewReceipts AS n ON n.[Id] = r.[Id]
            WHERE r.[PurchasedAt] IS NULL AND n.[PurchasedAt] IS NOT NULL
            """);
        registered += await ExecuteAsync(
            $"""
            INSERT INTO [Receipts] ({columns}) SELECT {columns} FROM #NewReceipts AS n
            WHERE NOT EXISTS (SELECT 1 FROM [Receipts] AS r WHERE r.[Id] = n.[Id])
            """);
        await ExecuteAsync("DROP TABLE #NewReceipts");
        await transaction.CommitAsync(cancellationToken);
        return registered;

        async Task<int> ExecuteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DataTable Table(IReadOnlyList<Receipt> receipts)
    {
        var table = new DataTable();
        Type[] types =
            [typeof(long), typeof(int), typeof(DateTime), typeof(string), typeof(long), typeof(int), typeof(string), typeof(string), typeof(string)];
        foreach (var (name, type) in ReceiptColumns.Names.Zip(types))
        {
            table.Columns.Add(name, type);
        }

        foreach (var receipt in receipts)
        {
            table.Rows.Add([.. ReceiptColumns.Values(receipt).Select(v => v is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : v ?? DBNull.Value)]);
        }

        return table;
    }
}
