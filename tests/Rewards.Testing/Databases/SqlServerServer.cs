using Microsoft.Data.SqlClient;

namespace Rewards.Testing.Databases;

/// <summary>SQL Server copies no databases in passing: each is migrated.</summary>
internal sealed class SqlServerServer(string server) : DatabaseServer
{
    private Func<string, Task>? _migrate;

    public override Task MakeTemplateAsync(Func<string, Task> migrate)
    {
        _migrate = migrate;
        return Task.CompletedTask;
    }

    public override async Task<string> CopyTemplateAsync()
    {
        var connectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = NewName() }.ToString();
        await _migrate!(connectionString);
        return connectionString;
    }

    public override async Task DropAsync(string connectionString)
    {
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]";
        await command.ExecuteNonQueryAsync();
    }

    public override void Dispose()
    {
    }
}
