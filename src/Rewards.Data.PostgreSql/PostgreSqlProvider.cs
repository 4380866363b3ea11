using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Rewards.Data.Receipts;
using Rewards.Domain.Receipts;

namespace Rewards.Data.PostgreSql;

/// <summary>PostgreSQL 14 or newer.</summary>
public sealed class PostgreSqlProvider : DatabaseProvider
{
    private const string PoolSize = "Maximum Pool Size";
    private const int UsualPoolSize = 24;

    private const string CopyReceipts =
        """
        COPY new_receipts ("Id", "StoreNumber", "BusinessDay", "PurchasedAt", "TotalCents", "LineItems", "Departments", "Household")
        FROM STDIN (FORMAT BINARY)
        """;

    /// <inheritdoc/>
    public override string Name => "PostgreSql";

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize(PoolSize))
        {
            // A server takes 100 connections unless told otherwise, and the driver would open as many: a node leaves room for
            // others, and its requests wait for their turn rather than be refused.
            connection.MaxPoolSize = UsualPoolSize;
        }

        options.UseNpgsql(connection.ToString(), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly));
    }

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public override async Task<int> InsertNewReceiptsAsync(
        RewardsDb db, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, """CREATE TEMP TABLE new_receipts (LIKE "Receipts") ON COMMIT DROP""", cancellationToken);
            await using (var copy = await connection.BeginBinaryImportAsync(CopyReceipts, cancellationToken))
            {
                foreach (var receipt in receipts)
                {
                    await WriteAsync(copy, receipt, cancellationToken);
                }

                await copy.CompleteAsync(cancellationToken);
            }

            var inserted = await ExecuteAsync(
                connection,
                """INSERT INTO "Receipts" SELECT * FROM new_receipts ON CONFLICT ("Id") DO NOTHING""",
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return inserted;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Receipt receipt, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(receipt.Id, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(receipt.StoreNumber, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(receipt.BusinessDay, NpgsqlDbType.Date, cancellationToken);
        await WriteOrNullAsync(ReceiptColumns.Local(receipt.PurchasedAt), NpgsqlDbType.Text);
        await WriteOrNullAsync(receipt.TotalCents, NpgsqlDbType.Bigint);
        await WriteOrNullAsync(receipt.LineItems, NpgsqlDbType.Integer);
        await copy.WriteAsync(receipt.Departments, NpgsqlDbType.Text, cancellationToken);
        await WriteOrNullAsync(receipt.Household, NpgsqlDbType.Text);

        Task WriteOrNullAsync(object? value, NpgsqlDbType type) =>
            value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);
    }
}
