using Rewards.Application.Fraud;
using Rewards.Application.Vouchers;

namespace Rewards.Web.Hosting;

/// <summary>Looks every ten minutes for what looks wrong. What goes wrong with that is logged and tried again then.</summary>
internal sealed partial class FraudDetection(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FraudDetection> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = _first; ; wait = _every)
            {
                await Task.Delay(wait, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DetectFraud>().RunAsync(stoppingToken);
            await scope.ServiceProvider.GetRequiredService<LimitRedemptions>().ForgetOldAsync(clock.GetUtcNow().UtcDateTime, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for fraud failed; tried again in ten minutes.")]
    private partial void LogFailed(Exception exception);
}
