using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Setup;

namespace Rewards.Benchmarks;

/// <summary>A database of its own for a run, dropped after it.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private const string ServerSetting = "REWARDS_TEST_POSTGRESQL";

    private readonly string _folder;
    private readonly string? _server;

    private BenchmarkDatabase(string folder, string? server, IReadOnlyDictionary<string, string?> settings, ServiceProvider services)
    {
        (_folder, _server, Settings, Services) = (folder, server, settings, services);
    }

    /// <summary>What the portal is started with to use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>A folder of its own, gone with it.</summary>
    public string Folder => _folder;

    /// <summary>The use cases on it.</summary>
    public ServiceProvider Services { get; }

    public static async Task<BenchmarkDatabase> CreateAsync(string provider, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("rewards-benchmark-").FullName;
        var (server, connection) = provider == "sqlite"
            ? (null, $"Data Source={Path.Combine(folder, "rewards.db")}")
            : await OnServerAsync("benchmark_" + Path.GetFileName(folder).Split('-')[^1].ToLowerInvariant());
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider == "sqlite" ? "Sqlite" : "PostgreSql",
            ["ConnectionStrings:Rewards"] = connection,
            ["Storage:Folder"] = folder,
            ["Throttle:SignInsPerMinute"] = "1000", // All desks stand at one address here.
        };
        foreach (var limit in new[] { "RedemptionsPerCashier", "CentsPerCashier", "RedemptionsPerRegister", "CentsPerRegister", "RedemptionsPerStore", "CentsPerStore" })
        {
            settings[$"Fraud:{limit}"] = limit.StartsWith("Cents", StringComparison.Ordinal) ? "2000000000" : "1000000"; // Counted as ever, and never in the way.
        }

        foreach (var secret in new[] { "ReceiptCodes:Keys:0", "Secrets:Pepper", "Secrets:SealingKey", "Secrets:DrawKey", "VoucherSigning:Keys:0" })
        {
            settings[secret] = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection().AddLogging().AddPortal(configuration, isDevelopment: false);
        collection.AddIdentityCore<StaffUser>(StaffAccounts.Configure).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<RewardsDb>();
        if (clock is not null)
        {
            collection.AddSingleton(clock);
        }

        var services = collection.BuildServiceProvider();
        var database = new BenchmarkDatabase(folder, server, settings, services);
        await using var scope = services.CreateAsyncScope();
        await Schema.UpdateAsync(scope.ServiceProvider.GetRequiredService<RewardsDb>(), CancellationToken.None);
        return database;
    }

    /// <summary>A context, to be disposed with its scope.</summary>
    public AsyncServiceScope Open(out RewardsDb db)
    {
        var scope = Services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<RewardsDb>();
        return scope;
    }

    /// <summary>A bare connection, with the settings that the portal's have.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        var connection = Settings["ConnectionStrings:Rewards"]!;
        if (_server is not null)
        {
            var postgres = new NpgsqlConnection(connection);
            await postgres.OpenAsync();
            return postgres;
        }

        var sqlite = new SqliteConnection(connection + ";Foreign Keys=True");
        await sqlite.OpenAsync();
        await using var settings = sqlite.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;";
        await settings.ExecuteNonQueryAsync();
        return sqlite;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await ExecuteAsync(_server, $"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(Settings["ConnectionStrings:Rewards"]).Database}\" WITH (FORCE)");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<(string Server, string Connection)> OnServerAsync(string name)
    {
        var server = Environment.GetEnvironmentVariable(ServerSetting)
            ?? throw new InvalidOperationException($"{ServerSetting} must name a PostgreSQL server on which databases may be made.");
        await ExecuteAsync(server, $"CREATE DATABASE \"{name}\"");
        return (server, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
