using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rewards.Domain.Receipts;

namespace Rewards.Data.PostgreSql;

/// <summary>PostgreSQL 14 or newer.</summary>
public sealed class PostgreSqlProvider : DatabaseProvider
{
    private const string PoolSize = "Maximum Pool Size";
    private const int UsualPoolSize = 24;

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
    public override async Task<int> RegisterReceiptsAsync(
        RewardsDb db, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await ReceiptCopy.RunAsync((NpgsqlConnection)db.Database.GetDbConnection(), receipts, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
