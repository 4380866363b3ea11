using Rewards.Application.FuelPoints;

namespace Rewards.Web.Hosting;

/// <summary>Looks every ten minutes what there is to do for the programme. What goes wrong is logged and tried again then.</summary>
internal sealed partial class FuelPointsKeeping(IServiceScopeFactory scopes, ILogger<FuelPointsKeeping> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = _first; ; wait = _every)
            {
                await Task.Delay(wait, stoppingToken);
                await KeepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<KeepFuelPoints>().RunAsync(stoppingToken) is { Faults: > 0 } check)
            {
                LogFaults(check.Faults, check.FirstFault!);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger of fuel points does not agree in {Faults} line(s); the first: {FirstFault}.")]
    private partial void LogFaults(long faults, string firstFault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Keeping fuel points failed; tried again in ten minutes.")]
    private partial void LogFailed(Exception exception);
}
