using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Data;

/// <summary>SQLite has one writer at a time: whoever had its turn leaves it, however it ends.</summary>
public class SqliteWriterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_transaction_that_is_committed_leaves_its_turn() => LeavesItsTurn(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        await transaction.CommitAsync(Stop);
    });

    [Fact]
    public Task A_transaction_that_is_forgotten_leaves_its_turn() => LeavesItsTurn(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
    });

    [Fact]
    public Task A_write_without_a_transaction_leaves_its_turn() => LeavesItsTurn(
        db => db.Promotions.ExecuteUpdateAsync(set => set.SetProperty(p => p.AwardedCount, p => p.AwardedCount + 1), Stop));

    [Fact]
    public Task A_write_that_fails_leaves_its_turn() => LeavesItsTurn(
        db => Assert.ThrowsAnyAsync<Exception>(
            () => db.Promotions.ExecuteUpdateAsync(set => set.SetProperty(p => p.SpentCents, long.MaxValue), Stop)));

    [Fact]
    public async Task Whoever_stops_waiting_for_a_turn_takes_none()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await portal.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => portal.InDatabaseAsync(other => other.Promotions.ExecuteDeleteAsync(impatient.Token)));
        });

        await WritesAtOnce(portal);
    }

    [Fact]
    public async Task A_single_write_waits_for_a_transaction_without_polling()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        Task<int>? waiting = null;
        await portal.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            waiting = portal.InDatabaseAsync(other => other.Promotions.ExecuteDeleteAsync(Stop));

            // SQLite's own waiting would hold this thread.
            Assert.False(waiting.IsCompleted);
        });

        Assert.Equal(3, await waiting!.WaitAsync(TimeSpan.FromSeconds(10), Stop));
    }

    private static async Task LeavesItsTurn(Func<RewardsDb, Task> write)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await portal.InDatabaseAsync(write);
        await WritesAtOnce(portal);
    }

    private static Task<int> WritesAtOnce(PortalForTests portal) => portal
        .InDatabaseAsync(db => db.Promotions.ExecuteUpdateAsync(set => set.SetProperty(p => p.AwardedCount, 7), Stop))
        .WaitAsync(TimeSpan.FromSeconds(10), Stop);
}
