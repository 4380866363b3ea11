using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Filings;

namespace Rewards.Web.Hosting;

/// <summary>
/// Opens the month's sweepstakes, before the first request and every hour, and keeps the calendar of what states ask, each time after it. What
/// goes wrong is logged and tried again; the portal runs on.
/// </summary>
internal sealed partial class SweepstakesOpening(IServiceScopeFactory scopes, ILogger<SweepstakesOpening> logger) : BackgroundService
{
    private static readonly TimeSpan _afterSuccess = TimeSpan.FromHours(1);
    private static readonly TimeSpan _afterFailure = TimeSpan.FromMinutes(1);

    private TimeSpan _wait;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _wait = await OpenAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await PlanAsync(stoppingToken);
                await Task.Delay(_wait, stoppingToken);
                _wait = await OpenAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    // How long to wait before the next time.
    private async Task<TimeSpan> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<OpenSweepstakes>().RunAsync(cancellationToken);
            if (outcome.IsRefused(out var refusal, out var opened))
            {
                LogRefused(refusal.Code);
            }

            foreach (var drawId in opened?.DrawIds ?? [])
            {
                LogOpened(drawId);
            }

            return _afterSuccess;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
            return _afterFailure;
        }
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<PlanFilings>().RunAsync(cancellationToken) is var reminded and > 0)
            {
                LogReminded(reminded);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotPlanned(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Opened {DrawId}.")]
    private partial void LogOpened(string drawId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Marketing is reminded of {Count} tasks of the sweepstakes' calendar.")]
    private partial void LogReminded(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No sweepstakes is opened: {Code}. Set Sweepstakes:MailInAddress.")]
    private partial void LogRefused(string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Keeping the calendar of what states ask failed; tried again with the next opening.")]
    private partial void LogNotPlanned(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Opening the month's sweepstakes failed; tried again in a minute.")]
    private partial void LogFailed(Exception exception);
}
