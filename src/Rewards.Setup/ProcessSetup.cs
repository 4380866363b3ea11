using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Rewards.Application;
using Rewards.Data;
using Rewards.Data.Sqlite;
using Rewards.Data.Staff;
using Rewards.Domain;

namespace Rewards.Setup;

/// <summary>What the portal and the CLI register before they start; the same for both.</summary>
public static class ProcessSetup
{
    /// <summary>Adds settings, secrets, the clock, the database and every use case.</summary>
    /// <param name="services">What they are added to.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="isDevelopment">Whether missing secrets are made.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = Checked(Bound(configuration));
        settings = isDevelopment ? SweepstakesChecks.WithDemoAddress(settings) : settings;
        var provider = Providers.Named(configuration["Database:Provider"]);
        var connection = ConnectionString(configuration, provider);
        services.AddSingleton(settings);
        services.AddSingleton(SecretsFile.Read(configuration, isDevelopment));
        // Tests bring a clock of their own.
        services.TryAddSingleton(Clock(configuration));
        services.AddSingleton(provider);
        services.AddSingleton(new DataFolder(configuration.DataFolder()));
        services.Configure<IdentityOptions>(StaffStore.Configure);
        services.AddDbContextPool<RewardsDb>(options =>
        {
            Configure(provider, options, connection);

            // A lost race is an exception that its use case answers; what nobody answers is logged as unhandled.
            options.ConfigureWarnings(log => log.Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug)));
        });
        return services.AddRewards();
    }

    private static PortalSettings Bound(IConfiguration configuration)
    {
        try
        {
            // What the law asks comes with the portal; what the chain sets goes before it.
            using var guidance = typeof(ProcessSetup).Assembly.GetManifestResourceStream("guidance.json")!;
            return new ConfigurationBuilder().AddJsonStream(guidance).AddConfiguration(configuration).Build().Get<PortalSettings>()!;
        }
        catch (InvalidOperationException exception)
        {
            // It names the setting and the value.
            throw new SettingException("Settings", exception.Message);
        }
    }

    private static void Configure(DatabaseProvider provider, DbContextOptionsBuilder options, string connection)
    {
        try
        {
            provider.Configure(options, connection);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException("ConnectionStrings:Rewards", $"cannot be used with {provider.Name}: {exception.Message}");
        }
    }

    private static PortalSettings Checked(PortalSettings settings)
    {
        if (!Zone.Exists(settings.Portal.TimeZone))
        {
            throw new SettingException("Portal:TimeZone", $"'{settings.Portal.TimeZone}' is no time zone that this machine knows. Use an IANA name such as America/New_York.");
        }

        if (!Uri.TryCreate(settings.Portal.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new SettingException("Portal:Url", $"'{settings.Portal.Url}' is no web address. Use one such as https://feedback.example.com.");
        }

        if (settings.Portal.Currency.Length != 3 || !settings.Portal.Currency.All(char.IsAsciiLetterUpper))
        {
            throw new SettingException("Portal:Currency", $"'{settings.Portal.Currency}' is no currency. Use three letters such as USD.");
        }

        Within("Receipts:ValidDays", settings.Receipts.ValidDays, 0, 365);
        Within("Throttle:PerClient", settings.Throttle.PerClient, 1, 1_000_000);
        Within("Throttle:PerKey", settings.Throttle.PerKey, 1, 1_000_000);
        Within("Throttle:PerClientMinutes", settings.Throttle.PerClientMinutes, 1, 1_440);
        Within("Throttle:PortalPerHour", settings.Throttle.PortalPerHour, 1, 1_000_000_000);
        Within("Throttle:SignInsPerMinute", settings.Throttle.SignInsPerMinute, 1, 1_000_000);
        Within("Throttle:LinksPerClient", settings.Throttle.LinksPerClient, 1, 1_000_000);
        Within("Throttle:EntriesPerClient", settings.Throttle.EntriesPerClient, 1, 1_000_000);
        Within("Awards:HeldDays", settings.Awards.HeldDays, 0, 365);
        Within("Fraud:RedemptionsPerCashier", settings.Fraud.RedemptionsPerCashier, 0, 1_000_000);
        Within("Fraud:CentsPerCashier", settings.Fraud.CentsPerCashier, 0, int.MaxValue);
        Within("Fraud:RedemptionsPerRegister", settings.Fraud.RedemptionsPerRegister, 0, 1_000_000);
        Within("Fraud:CentsPerRegister", settings.Fraud.CentsPerRegister, 0, int.MaxValue);
        Within("Fraud:RedemptionsPerStore", settings.Fraud.RedemptionsPerStore, 0, 1_000_000);
        Within("Fraud:CentsPerStore", settings.Fraud.CentsPerStore, 0, int.MaxValue);
        Within("Fraud:ReversalsPerDay", settings.Fraud.ReversalsPerDay, 0, 10_000);
        Within("Fraud:QuickReversals", settings.Fraud.QuickReversals, 0, 10_000);
        Within("Fraud:QuickMinutes", settings.Fraud.QuickMinutes, 1, 1_440);
        Within("Fraud:ShopperReceipts", settings.Fraud.ShopperReceipts, 0, 10_000);
        Within("Fraud:ShopperDays", settings.Fraud.ShopperDays, 1, 31);
        Within("Fraud:GuessesPerDay", settings.Fraud.GuessesPerDay, 0, 1_000_000);
        Within("Mail:Port", settings.Mail.Port, 1, 65_535);
        Within("Offline:MostCents", settings.Offline.MostCents, 0, 1_000_000);
        Within("Offline:MostCentsADesk", settings.Offline.MostCentsADesk, 0, 100_000_000);
        Within("Offline:MostDays", settings.Offline.MostDays, 1, 30);

        try
        {
            _ = settings.FuelPoints.TiersOrDefault;
        }
        catch (ArgumentException exception)
        {
            throw new SettingException("FuelPoints:Tiers", exception.Message);
        }

        SweepstakesChecks.Check(settings.Sweepstakes);
        return settings;
    }

    private static void Within(string setting, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new SettingException(setting, $"{value} is not a number from {least} to {most}.");
        }
    }

    private static string ConnectionString(IConfiguration configuration, DatabaseProvider provider)
    {
        var connection = configuration.GetConnectionString("Rewards");
        if (!string.IsNullOrWhiteSpace(connection))
        {
            return connection;
        }

        return provider is SqliteProvider
            ? $"Data Source={Path.Combine(configuration.DataFolder(), "rewards.db")}"
            : throw new SettingException("ConnectionStrings:Rewards", $"is missing. {provider.Name} needs to be told which server and database.");
    }

    private static TimeProvider Clock(IConfiguration configuration)
    {
        var today = configuration["Clock:Today"];
        return string.IsNullOrWhiteSpace(today) ? TimeProvider.System
            : DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new FixedDayClock(day)
            : throw new SettingException("Clock:Today", $"'{today}' is no day. Write it as 2017-06-30, or leave it out.");
    }
}
