using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Rewards.Setup;

/// <summary>
/// Where settings come from, the same for the portal and the CLI: <c>appsettings.json</c> and <c>appsettings.{Environment}.json</c>
/// in the home folder, then the environment (<c>ReceiptCodes__Keys__0</c>), then the command line.
/// </summary>
public static class PortalConfiguration
{
    /// <summary>Adds the files of the home folder and the environment, in that order.</summary>
    /// <param name="configuration">What they are added to.</param>
    /// <param name="environment">Development, Production, …</param>
    public static IConfigurationBuilder AddPortal(this IConfigurationBuilder configuration, string environment)
    {
        var home = HomeFolder();
        return configuration
            .AddJsonFile(Path.Combine(home, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.Combine(home, $"appsettings.{environment}.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables();
    }

    /// <summary>
    /// Development, Production, …: as <c>ASPNETCORE_ENVIRONMENT</c> or else <c>DOTNET_ENVIRONMENT</c> says; Production where neither does.
    /// </summary>
    public static string EnvironmentName() =>
        NotEmpty("ASPNETCORE_ENVIRONMENT") ?? NotEmpty("DOTNET_ENVIRONMENT") ?? Environments.Production;

    /// <summary>
    /// The folder that settings and data are looked for in: of a checkout its root, so that the portal and the CLI share them
    /// wherever they are started; else the current folder.
    /// </summary>
    public static string HomeFolder()
    {
        var current = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(current); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rewards.sln")))
            {
                return folder.FullName;
            }
        }

        return current;
    }

    /// <summary>The folder for the embedded database, development's secrets and mails: <c>Storage:Folder</c>.</summary>
    public static string DataFolder(this IConfiguration configuration) =>
        Path.GetFullPath(configuration["Storage:Folder"] ?? "App_Data", HomeFolder());

    private static string? NotEmpty(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
