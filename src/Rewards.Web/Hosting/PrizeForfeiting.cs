using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Hosting;

/// <summary>Lets prizes that nobody answered for in time go on to the next in line.</summary>
internal sealed partial class PrizeForfeiting(IServiceScopeFactory scopes, ILogger<PrizeForfeiting> logger)
    : EveryTenMinutes("Letting unanswered prizes go on", TimeSpan.FromSeconds(60), scopes, logger)
{
    protected override async Task RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var forfeited = await services.GetRequiredService<ForfeitUnanswered>().RunAsync(stoppingToken);
        if (forfeited.Count > 0)
        {
            LogForfeited(logger, forfeited.Count);
        }

        if (forfeited.Refused is { } refusal)
        {
            LogRefused(logger, refusal.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} prizes were not answered for in time and went on.")]
    private static partial void LogForfeited(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A prize that nobody answered for in time cannot go on: {Code}.")]
    private static partial void LogRefused(ILogger logger, string code);
}
