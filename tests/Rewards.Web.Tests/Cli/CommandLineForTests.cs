using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Setup;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary>
/// The command line as its users have it: a process in a folder of its own, with settings in its environment and a database of
/// the test's.
/// </summary>
internal sealed class CommandLineForTests : IAsyncDisposable
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "rewards.dll");
    private static readonly string[] _kept = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "LANG", "SYSTEMROOT", "TEMP"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rewards-cli-");
    private readonly TestDatabase? _database;

    private CommandLineForTests(TestDatabase? database)
    {
        _database = database;
        Settings = new()
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__Folder"] = _folder.FullName,
            ["ReceiptCodes__Keys__0"] = new string('1', 64),
            ["Secrets__Pepper"] = new string('2', 64),
            ["Secrets__SealingKey"] = new string('3', 64),
            ["Secrets__DrawKey"] = new string('4', 64),
            ["VoucherSigning__Keys__0"] = new string('5', 64),
        };
        if (database is not null)
        {
            Settings["Database__Provider"] = database.Kind.ToString();
            Settings["ConnectionStrings__Rewards"] = database.ConnectionString;
        }
    }

    /// <summary>The process's environment, apart from what every process needs.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>On a migrated database of a kind.</summary>
    public static async Task<CommandLineForTests> OnAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    /// <summary>On no database: SQLite's would be made in the folder.</summary>
    public static CommandLineForTests OnNothing() => new(null);

    /// <summary>A path in the folder.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs a command to its end.</summary>
    public Task<Ended> RunsAsync(params string[] arguments) => RunsWithAsync("", arguments);

    /// <summary>Runs a command that reads something.</summary>
    public async Task<Ended> RunsWithAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command; the caller ends it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [_program, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(_kept, StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Looks into the database, with the process's settings.</summary>
    public Task<T> InDatabaseAsync<T>(Func<RewardsDb, Task<T>> look) => WithServicesAsync(s => look(s.GetRequiredService<RewardsDb>()));

    /// <summary>Calls what the process calls, with its settings.</summary>
    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> call)
    {
        var settings = Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPortal(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment: false);
        services.AddIdentityCore<StaffUser>(StaffAccounts.Configure).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<RewardsDb>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await call(scope.ServiceProvider);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}

/// <summary>How a command ended.</summary>
/// <param name="Code">0 done, 1 refused, 2 misused.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ended(int Code, string Output, string Error)
{
    /// <summary>It was done, and nothing went wrong.</summary>
    public Ended IsDone()
    {
        Assert.True(Code == 0, $"It ended with {Code}: {Error}");
        return this;
    }

    /// <summary>It was refused in one line that says this, and in no stack trace.</summary>
    public Ended IsRefused(string because)
    {
        Assert.Equal(1, Code);

        // What comes before it can only be how far it was.
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("error: ", lines[^1], StringComparison.Ordinal);
        Assert.Contains(because, lines[^1], StringComparison.Ordinal);
        Assert.All(lines[..^1], l => Assert.Matches("^[A-Z][a-z]+: .*[0-9]", l));
        return this;
    }

    /// <summary>It was not asked for rightly.</summary>
    public Ended IsMisused(string because)
    {
        Assert.Equal(2, Code);
        Assert.Contains(because, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Standard output has this.</summary>
    public Ended Says(string text)
    {
        Assert.Contains(text, Output, StringComparison.Ordinal);
        return this;
    }
}
