using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rewards.Data.Promotions;
using Rewards.Data.Sweepstakes;
using Rewards.Data.Vouchers;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Sqlite;

/// <summary>
/// SQLite in a file: write-ahead log, every commit on the disk before it is answered, foreign keys enforced, writers in turn.
/// </summary>
public sealed class SqliteProvider : DatabaseProvider
{
    private const int PrimaryKeyViolation = 1555;
    private const int UniqueViolation = 2067;

    private readonly SqliteSettings _settings = new();
    private readonly WriterQueue _writers = new();

    /// <inheritdoc/>
    public override string Name => "Sqlite";

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (Path.GetDirectoryName(Path.GetFullPath(connection.DataSource)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        options.UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly));
        options.AddInterceptors(_settings, _writers);
    }

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolation or UniqueViolation };

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) => false; // Writers queue.

    /// <inheritdoc/>
    public override async Task<int> RegisterReceiptsAsync(
        RewardsDb db, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(receipts);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var registered = ReceiptInsert.Run((SqliteConnection)db.Database.GetDbConnection(), receipts);
        await transaction.CommitAsync(cancellationToken);
        return registered;
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
