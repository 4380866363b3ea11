using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rewards.Data.Promotions;
using Rewards.Data.Sweepstakes;
using Rewards.Data.Vouchers;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.PostgreSql;

/// <summary>PostgreSQL 14 or newer.</summary>
public sealed class PostgreSqlProvider : DatabaseProvider
{
    private const string PoolSize = "Maximum Pool Size";
    private const int UsualPoolSize = 24;
    private const string PreparedStatements = "Max Auto Prepare";
    private const int UsualPreparedStatements = 100;

    /// <inheritdoc/>
    public override string Name => "PostgreSql";

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        // Nothing here sets anything for a session, so a connection goes back to the pool as it is.
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        if (!connection.ShouldSerialize(PoolSize))
        {
            // A server takes 100 connections unless told otherwise, and the driver would open as many: a node leaves room for
            // others, and its requests wait for their turn rather than be refused.
            connection.MaxPoolSize = UsualPoolSize;
        }

        if (!connection.ShouldSerialize(PreparedStatements))
        {
            // What is asked again and again is planned once a connection: half of the server's time for a small statement.
            connection.MaxAutoPrepare = UsualPreparedStatements;
        }

        options.UseNpgsql(connection.ToString(), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly));
    }

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

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

    /// <inheritdoc/>
    public override Task LockReceiptAsync(RewardsDb db, long receiptId, CancellationToken cancellationToken)
    {
        // An update's lock lets rows in that name the receipt; only this one keeps them waiting.
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Receipts" WHERE "Id" = {receiptId} FOR UPDATE""", cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<int> CountRedemptionAsync(RewardsDb db, CountedRedemption counted, CancellationToken cancellationToken) =>
        RedemptionCountUpsert.RunAsync(db, counted, cancellationToken);

    /// <inheritdoc/>
    public override Task AddPromotionCountAsync(RewardsDb db, PromotionCounter counter, CancellationToken cancellationToken) =>
        PromotionCountInsert.RunAsync(db, counter, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> CountEntryAsync(RewardsDb db, int sweepstakesId, Guid who, int limit, CancellationToken cancellationToken) =>
        EntryCountUpsert.RunAsync(db, sweepstakesId, who, limit, cancellationToken);
}
