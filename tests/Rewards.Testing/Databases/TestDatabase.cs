using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Setup;

namespace Rewards.Testing.Databases;

/// <summary>
/// A database of its own for one test, with the real migrations in it, gone when disposed. The migrations run once a process
/// and kind, into a template; each database is a copy of it.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<DatabaseServer>>> _servers =
        Enum.GetValues<DatabaseKind>().ToDictionary(k => k, k => new Lazy<Task<DatabaseServer>>(() => StartAsync(k)));

    private readonly DatabaseServer _server;

    private TestDatabase(DatabaseKind kind, DatabaseServer server, string connectionString)
    {
        Kind = kind;
        _server = server;
        ConnectionString = connectionString;
    }

    /// <summary>Which database.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>For <c>ConnectionStrings:Rewards</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>For <c>Storage:Folder</c>: a folder of its own, made when something is put into it.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"rewards-test-{Guid.NewGuid():n}");

    /// <summary>Makes a database.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var server = await _servers[kind].Value;
        return new TestDatabase(kind, server, await server.CopyTemplateAsync());
    }

    /// <summary>The variable that names the server of a kind; empty where none is needed.</summary>
    public static string ServerVariable(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "",
        DatabaseKind.PostgreSql => "REWARDS_TEST_POSTGRESQL",
        DatabaseKind.SqlServer => "REWARDS_TEST_SQLSERVER",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether tests can run on it here.</summary>
    public static bool IsConfigured(DatabaseKind kind) => kind == DatabaseKind.Sqlite || Server(kind) is not null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        await _server.DropAsync(ConnectionString);
    }

    private static string? Server(DatabaseKind kind) =>
        Environment.GetEnvironmentVariable(ServerVariable(kind)) is { Length: > 0 } server ? server : null;

    private static async Task<DatabaseServer> StartAsync(DatabaseKind kind)
    {
        DatabaseServer server = kind switch
        {
            DatabaseKind.Sqlite => new SqliteFolder(),
            DatabaseKind.PostgreSql => new PostgreSqlServer(Server(kind)!),
            DatabaseKind.SqlServer => new SqlServerServer(Server(kind)!),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        await server.MakeTemplateAsync(template => MigrateAsync(kind, template));
        return server;
    }

    private static async Task MigrateAsync(DatabaseKind kind, string connectionString)
    {
        await using var services = new PortalSetup().Services(kind, connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Schema.UpdateAsync(scope.ServiceProvider.GetRequiredService<RewardsDb>(), CancellationToken.None);
    }
}

/// <summary>Where databases of a kind are made; disposing it removes the template.</summary>
internal abstract class DatabaseServer : IDisposable
{
    protected static string NewName() => $"rewards_test_{Guid.NewGuid():n}";

    public abstract Task MakeTemplateAsync(Func<string, Task> migrate);

    public abstract Task<string> CopyTemplateAsync();

    public abstract Task DropAsync(string connectionString);

    public abstract void Dispose();
}
