using Rewards.Application.FuelPoints;

namespace Rewards.Web.Hosting;

/// <summary>Looks every ten minutes what there is to do for the programme.</summary>
internal sealed partial class FuelPointsKeeping(IServiceScopeFactory scopes, ILogger<FuelPointsKeeping> logger)
    : EveryTenMinutes("Keeping fuel points", TimeSpan.FromSeconds(20), scopes, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        if (await services.GetRequiredService<KeepFuelPoints>().RunAsync(stoppingToken) is { Faults: > 0 } check)
        {
            LogFaults(check.Faults, check.FirstFault!);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger of fuel points does not agree in {Faults} line(s); the first: {FirstFault}.")]
    private partial void LogFaults(long faults, string firstFault);
}
