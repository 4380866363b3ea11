namespace Rewards.Web.Hosting;

/// <summary>Work that is done every ten minutes, in a scope of its own. What goes wrong with it is logged and tried again then.</summary>
/// <param name="what">As the log calls it.</param>
/// <param name="first">How long after the start it is first done.</param>
/// <param name="scopes">Where its use cases come from.</param>
/// <param name="logger">Where it is logged.</param>
internal abstract partial class EveryTenMinutes(string what, TimeSpan first, IServiceScopeFactory scopes, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = first; ; wait = _every)
            {
                await Task.Delay(wait, stoppingToken);
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    /// <summary>Does it once.</summary>
    protected abstract Task RunAsync(IServiceProvider services, CancellationToken stoppingToken);

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await RunAsync(scope.ServiceProvider, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, what, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed; tried again in ten minutes.")]
    private static partial void LogFailed(ILogger logger, string what, Exception exception);
}
