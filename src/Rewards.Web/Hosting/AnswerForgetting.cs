using Rewards.Application.Sweepstakes.Claims;

namespace Rewards.Web.Hosting;

/// <summary>Deletes answers of winners that need not be kept any longer; looks as often as other work does, and finds some once in months.</summary>
internal sealed partial class AnswerForgetting(IServiceScopeFactory scopes, ILogger<AnswerForgetting> logger)
    : EveryTenMinutes("Deleting old answers of winners", TimeSpan.FromMinutes(1), scopes, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        if (await services.GetRequiredService<ForgetAnswers>().RunAsync(stoppingToken) is var count and > 0)
        {
            LogForgotten(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} answers of winners that need not be kept any longer.")]
    private partial void LogForgotten(int count);
}
