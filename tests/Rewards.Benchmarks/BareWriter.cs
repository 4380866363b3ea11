using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Rewards.Data;

namespace Rewards.Benchmarks;

/// <summary>
/// The limit: the same rows written by ADO.NET alone, prepared, one transaction an operation. On PostgreSQL in one round trip;
/// on SQLite by one writer at a time, in turn rather than by polling, which would be slower.
/// </summary>
internal sealed class BareWriter(DbConnection connection, SemaphoreSlim turn) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    /// <summary>A row of an entity, as the model maps it.</summary>
    public static BareRow Insert(RewardsDb db, object entity)
    {
        var type = db.Model.FindEntityType(entity.GetType())!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var properties = type.GetProperties().Where(p => p.PropertyInfo is not null).ToList();
        return new BareRow(
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))}) "
            + $"VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})",
            [.. properties.Select(p => ValueOf(p, entity))]);
    }

    /// <summary>Writes the rows of one operation, in one transaction.</summary>
    public async Task WriteAsync(IReadOnlyList<BareRow> rows)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var batch = postgres.CreateBatch();
            foreach (var row in rows)
            {
                var command = new NpgsqlBatchCommand(row.Sql);
                for (var i = 0; i < row.Values.Count; i++)
                {
                    command.Parameters.Add(new NpgsqlParameter($"p{i}", row.Values[i] ?? DBNull.Value));
                }

                batch.BatchCommands.Add(command);
            }

            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            return;
        }

        await turn.WaitAsync();
        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var row in rows)
            {
                var command = Prepared(row);
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }

            await transaction.CommitAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private DbCommand Prepared(BareRow row)
    {
        if (!_commands.TryGetValue(row.Sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = row.Sql;
            for (var i = 0; i < row.Values.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _commands[row.Sql] = command;
        }

        for (var i = 0; i < row.Values.Count; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        return command;
    }

    private static object? ValueOf(IProperty property, object entity)
    {
        var value = property.GetGetter().GetClrValue(entity);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}

/// <summary>A statement with its values.</summary>
/// <param name="Sql">With parameters @p0, @p1, …</param>
/// <param name="Values">Theirs.</param>
internal sealed record BareRow(string Sql, IReadOnlyList<object?> Values);
