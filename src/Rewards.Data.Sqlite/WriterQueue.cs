using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rewards.Data.Sqlite;

/// <summary>
/// SQLite has one writer at a time and lets the others poll for their turn. Within a process they wait in a queue instead, first
/// come first served, for as long as a transaction lasts; a write of a single statement, which has no transaction around it,
/// until its connection is closed. Other processes are still waited for by polling (busy_timeout).
/// </summary>
internal sealed class WriterQueue : DbTransactionInterceptor, IDbConnectionInterceptor, IDbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = [];
    private readonly ConcurrentDictionary<DbConnection, SemaphoreSlim> _holders = [];

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        TakeTurn(connection);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await TakeTurnAsync(connection, cancellationToken);
        return result;
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        TakeTurnOfOne(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TakeTurnOfOneAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        TakeTurnOfOne(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await TakeTurnOfOneAsync(command, eventData, cancellationToken);
        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        GiveUp(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveUp(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        GiveUp(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveUp(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A transaction that is neither committed nor rolled back ends with its connection: so does its turn.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => GiveUp(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        GiveUp(connection);
        return Task.CompletedTask;
    }

    private static bool IsWriteOfOne(DbCommand command, CommandEventData eventData) =>
        command.Transaction is null && eventData.CommandSource is
            CommandSource.SaveChanges or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw;

    private void TakeTurnOfOne(DbCommand command, CommandEventData eventData)
    {
        if (IsWriteOfOne(command, eventData))
        {
            TakeTurn(command.Connection!);
        }
    }

    private ValueTask TakeTurnOfOneAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken) =>
        IsWriteOfOne(command, eventData) ? TakeTurnAsync(command.Connection!, cancellationToken) : ValueTask.CompletedTask;

    private void TakeTurn(DbConnection connection)
    {
        if (!_holders.ContainsKey(connection))
        {
            var turn = TurnOf(connection);
            turn.Wait();
            _holders[connection] = turn;
        }
    }

    private async ValueTask TakeTurnAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!_holders.ContainsKey(connection))
        {
            var turn = TurnOf(connection);
            await turn.WaitAsync(cancellationToken);
            _holders[connection] = turn;
        }
    }

    private SemaphoreSlim TurnOf(DbConnection connection) =>
        _turns.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1, 1));

    private void GiveUp(DbConnection? connection)
    {
        if (connection is not null && _holders.TryRemove(connection, out var turn))
        {
            turn.Release();
        }
    }
}
