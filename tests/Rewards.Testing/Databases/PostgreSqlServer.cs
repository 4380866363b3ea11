using Npgsql;

namespace Rewards.Testing.Databases;

internal sealed class PostgreSqlServer(string server) : DatabaseServer
{
    private readonly string _template = NewName() + "_template";

    public override async Task MakeTemplateAsync(Func<string, Task> migrate)
    {
        await ExecuteAsync($"CREATE DATABASE \"{_template}\"");
        await migrate(ConnectionString(_template));

        // A database with a session in it cannot be copied, and the portal's own pool may keep one.
        Forget(ConnectionString(_template));
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_template}'");
    }

    public override async Task<string> CopyTemplateAsync()
    {
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{_template}\"");
        return ConnectionString(name);
    }

    public override Task DropAsync(string connectionString)
    {
        Forget(connectionString);
        return ExecuteAsync(Drop(new NpgsqlConnectionStringBuilder(connectionString).Database!));
    }

    public override void Dispose()
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand(Drop(_template), connection);
        command.ExecuteNonQuery();
    }

    private static string Drop(string name) => $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)";

    private static void Forget(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    // Few for each: several databases are in use at a time, and the server takes a hundred connections in all.
    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 16 }.ToString();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
