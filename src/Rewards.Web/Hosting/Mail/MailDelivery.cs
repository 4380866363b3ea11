using Microsoft.Extensions.DependencyInjection.Extensions;
using Rewards.Application;
using Rewards.Application.Mail;
using Rewards.Setup;

namespace Rewards.Web.Hosting.Mail;

/// <summary>How mail leaves the portal: by the server of <c>Mail:Host</c>, or into <c>mail/</c> of the data folder.</summary>
internal static class MailDelivery
{
    public static void AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.Combine(configuration.DataFolder(), "mail");

        // Tests bring a transport of their own.
        services.TryAddSingleton<IMailTransport>(provider => provider.GetRequiredService<PortalSettings>() is { Mail.Host.Length: > 0 } settings
            ? new ServerTransport(settings)
            : new FolderTransport(provider.GetRequiredService<PortalSettings>(), folder));
        services.AddHostedService<OutboxWorker>();
    }
}
