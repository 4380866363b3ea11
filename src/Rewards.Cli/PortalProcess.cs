using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rewards.Application.Audit;
using Rewards.Application.Localization;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Setup;

namespace Rewards.Cli;

/// <summary>The portal's settings and use cases for the time of one command.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private PortalProcess(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
    }

    /// <summary>Where the use cases come from.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>The database.</summary>
    public RewardsDb Db => Services.GetRequiredService<RewardsDb>();

    /// <summary>Whether this is a developer's machine: then missing secrets are made.</summary>
    public static bool IsDevelopment => PortalConfiguration.EnvironmentName() == Environments.Development;

    /// <summary>Reads the settings; the database is not touched.</summary>
    /// <exception cref="SettingException">One is missing or wrong.</exception>
    public static PortalProcess Open(ParseResult parsed)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPortal(Configuration(parsed), IsDevelopment);
        services.AddSingleton(new ActOrigin(IsCommandLine: true));
        services.AddIdentityCore<StaffUser>(StaffAccounts.Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<RewardsDb>();
        return new PortalProcess(services.BuildServiceProvider());
    }

    /// <summary>Reads the settings and sees that the database is there and of this version.</summary>
    /// <exception cref="SettingException">A setting is wrong, or the database is not fit.</exception>
    public static async Task<PortalProcess> OpenReadyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var process = Open(parsed);
        await Schema.RequireAsync(process.Db, cancellationToken);
        return process;
    }

    /// <summary>The settings alone.</summary>
    public static IConfiguration Configuration(ParseResult parsed) =>
        new ConfigurationBuilder()
            .AddPortal(PortalConfiguration.EnvironmentName())
            .AddInMemoryCollection((parsed.GetValue(CommandLine.Settings) ?? []).Select(Pair))
            .Build();

    /// <summary>A use case or what else is registered.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Says a refusal in words.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RefuseAsync(Error error)
    {
        await Screen.ErrorAsync(Get<Texts>()[error]);
        return CommandLine.Refused;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    // The parser has seen that there is an equals sign.
    private static KeyValuePair<string, string?> Pair(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return new(setting[..equals], setting[(equals + 1)..]);
    }
}
