using Rewards.Application.Mail;

namespace Rewards.Web.Hosting.Mail;

/// <summary>
/// Sends mail in the background: at once when this node has committed some, else looks every two seconds for what other nodes
/// left. Not more than <see cref="SendOutbox.MostAtOnce"/> a second, so that pages have the processor and the database when
/// many shoppers come at a time. Stops between two mails.
/// </summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, OutboxBell bell, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var more = await SendSomeAsync(stoppingToken);
                await Task.Delay(_pause, stoppingToken);
                if (!more)
                {
                    await bell.WaitAsync(_pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> SendSomeAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SendOutbox>().RunAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The database is away: mail waits, and so does the next look.
            LogCannotLook(exception);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The outbox cannot be read or written")]
    private partial void LogCannotLook(Exception exception);
}
