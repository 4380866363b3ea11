using Rewards.Application.Audit;
using Rewards.Domain.Audit;

namespace Rewards.Web.Hosting;

/// <summary>
/// Links what has moved value every few seconds, apart from whatever moves it, and verifies the chain once a night. What goes wrong is
/// logged and tried again.
/// </summary>
internal sealed partial class AuditKeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AuditKeeping> logger) : BackgroundService
{
    private const int FarEvery = 30;
    private const int VerifyEvery = 60;

    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(10);

    // How far before the last run rows are looked for, since one that began earlier may be committed later: a little each time, far
    // now and then.
    private static readonly TimeSpan _near = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _far = TimeSpan.FromHours(1);

    private DateTime? _complete;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var run = 0; ; run++)
            {
                await Task.Delay(_wait, stoppingToken);
                await SealAsync(run % FarEvery == 0 ? _far : _near, stoppingToken);
                if (run % VerifyEvery == 0)
                {
                    await VerifyAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    private async Task SealAsync(TimeSpan back, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var seal = scope.ServiceProvider.GetRequiredService<SealAudit>();
            var began = clock.GetUtcNow().UtcDateTime;
            var since = _complete ?? await seal.SinceAsync(stoppingToken);
            var linked = await seal.RunAsync(_complete is null ? since : since - back, stoppingToken);
            if (linked.Ahead > 0)
            {
                LogAhead(linked.Ahead);
            }

            if (linked.IsComplete)
            {
                _complete = began;
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed("Linking", exception);
        }
    }

    private async Task VerifyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var check = await scope.ServiceProvider.GetRequiredService<KeepAudit>().RunAsync(stoppingToken);
            if (check is { IsOfDates: true, Fault: { } dates })
            {
                LogDates(dates);
            }
            else if (check?.Fault is { } fault)
            {
                LogFault(fault);
            }
            else if (check is not null)
            {
                // The log leaves the database: whoever keeps it has noted the head.
                LogHead(check.Head);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed("Verifying", exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit agrees; its head is {Head}.")]
    private partial void LogHead(AuditHead head);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Rows} row(s) were linked that are dated ahead of this node's clock: one of the clocks is wrong.")]
    private partial void LogAhead(int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "In the audit are dates that do not fit: {Fault}.")]
    private partial void LogDates(string fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit does not agree: {Fault}.")]
    private partial void LogFault(string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} the audit failed; tried again.")]
    private partial void LogFailed(string what, Exception exception);
}
