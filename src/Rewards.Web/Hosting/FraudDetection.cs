using Rewards.Application.Fraud;
using Rewards.Application.Vouchers;

namespace Rewards.Web.Hosting;

/// <summary>Looks every ten minutes for what looks wrong.</summary>
internal sealed class FraudDetection(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FraudDetection> logger)
    : EveryTenMinutes("Looking for fraud", TimeSpan.FromSeconds(40), scopes, logger)
{
    protected override async Task RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<DetectFraud>().RunAsync(stoppingToken);
        await services.GetRequiredService<LimitRedemptions>().ForgetOldAsync(clock.GetUtcNow().UtcDateTime, stoppingToken);
    }
}
