using Microsoft.Data.Sqlite;

namespace Rewards.Testing.Databases;

internal sealed class SqliteFolder : DatabaseServer
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rewards-tests-");

    public override async Task MakeTemplateAsync(Func<string, Task> migrate)
    {
        await migrate(ConnectionString("template"));
        await using var connection = new SqliteConnection(ConnectionString("template"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    public override Task<string> CopyTemplateAsync()
    {
        var name = NewName();
        System.IO.File.Copy(File("template"), File(name));
        return Task.FromResult(ConnectionString(name));
    }

    public override Task DropAsync(string connectionString)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        foreach (var part in (string[])[file, file + "-wal", file + "-shm"])
        {
            System.IO.File.Delete(part);
        }

        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string File(string name) => Path.Combine(_folder.FullName, name + ".db");

    private string ConnectionString(string name) => new SqliteConnectionStringBuilder { DataSource = File(name), ForeignKeys = true }.ToString();
}
