using Microsoft.Extensions.DependencyInjection.Extensions;
using Rewards.Application.Webhooks;

namespace Rewards.Web.Hosting.Webhooks;

/// <summary>Looks every second for deliveries that are due. Stops between two.</summary>
internal sealed partial class WebhookDelivering(IServiceScopeFactory scopes, ILogger<WebhookDelivering> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    public static void Add(IServiceCollection services)
    {
        // Tests may bring a transport of their own.
        services.TryAddSingleton<IWebhookTransport, WebhookTransport>();
        services.AddHostedService<WebhookDelivering>();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_pause, stoppingToken);
                while (await SendSomeAsync(stoppingToken))
                {
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    private async Task<bool> SendSomeAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SendWebhooks>().RunAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogCannotLook(exception);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The deliveries of webhooks cannot be read or written")]
    private partial void LogCannotLook(Exception exception);
}
