using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Webhooks;

/// <summary>
/// Sends the deliveries that are due, at least once each, under a lease as mails are. Those of one webhook go one after another in the
/// order they were queued, as long as none fails; webhooks do not wait for each other (docs/webhooks.md).
/// </summary>
public sealed partial class SendWebhooks(
    RewardsDb db, Vault vault, ReferenceData reference, IWebhookTransport transport, TimeProvider clock, ILogger<SendWebhooks> logger)
{
    /// <summary>How many deliveries are taken at a time.</summary>
    public const int MostAtOnce = 20;

    /// <summary>How long one may take; one is begun only where the lease lasts longer.</summary>
    public static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(10);

    /// <summary>Takes some deliveries that are due and sends them; asks nothing of the database where no webhook is active.</summary>
    /// <param name="stopping">No further delivery is begun; those on their way are finished.</param>
    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        if ((await reference.GetAsync(stopping)).Webhooks.Count == 0)
        {
            return false;
        }

        var active = db.Webhooks.Where(w => w.State == WebhookState.Active);
        var taken = await db.TakeDueAsync(
            db.WebhookDeliveries.Where(d => active.Any(w => w.Id == d.WebhookId)), d => d.Id, Now, MostAtOnce, stopping);
        if (taken.Rows.Count == 0)
        {
            return false;
        }

        var ids = taken.Rows.Select(d => d.WebhookId).Distinct().ToList();
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stopping);
        var tries = (await Task.WhenAll(taken.Rows.GroupBy(d => d.WebhookId)
            .Select(of => PostAllAsync(webhooks[of.Key], [.. of], taken.Until, stopping)))).SelectMany(t => t).ToList();
        foreach (var one in tries)
        {
            await NoteAsync(one);
        }

        await db.GiveBackAsync<WebhookDelivery>(
            taken.Rows.Select(d => d.Id).Except(tries.Select(t => t.Delivery.Id)), taken.Until, Now);
        return taken.MayBeMore;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // Touches no database: several run at once.
    private async Task<IReadOnlyList<Try>> PostAllAsync(
        Webhook webhook, IReadOnlyList<WebhookDelivery> deliveries, DateTime until, CancellationToken stopping)
    {
        var secret = vault.Unseal(webhook.SealedSecret, webhook.Id.ToByteArray(bigEndian: true));
        var tries = new List<Try>();
        foreach (var delivery in deliveries)
        {
            if (stopping.IsCancellationRequested || Now + HandOverLimit > until)
            {
                break;
            }

            tries.Add(await PostAsync(webhook, secret, delivery));
        }

        return tries;
    }

    private async Task<Try> PostAsync(Webhook webhook, string secret, WebhookDelivery delivery)
    {
        try
        {
            using var limit = new CancellationTokenSource(HandOverLimit);
            var status = await transport.PostAsync(
                new WebhookRequest(
                    delivery.Id,
                    new Uri(webhook.Url),
                    delivery.Event,
                    delivery.Payload,
                    WebhookSecret.Sign(secret, clock.GetUtcNow(), delivery.Payload)),
                limit.Token);
            return new Try(delivery, status, status is >= 200 and < 300 ? null : $"It was answered with {status}.");
        }
        catch (HttpRequestException unreached)
        {
            return new Try(delivery, null, OutboxLease.OneLine(unreached.Message));
        }
        catch (OperationCanceledException)
        {
            return new Try(delivery, null, $"There was no answer within {HandOverLimit.TotalSeconds:0} seconds.");
        }
        catch (Exception exception)
        {
            // Whatever went wrong with one is noted with it and does not stop the others.
            return new Try(delivery, null, OutboxLease.OneLine(exception));
        }
    }

    private async Task NoteAsync(Try one)
    {
        var attempts = one.Delivery.Attempts + 1;
        var (now, nextTry) = (Now, one.Error is null ? null : BackOff.NextTry(attempts, Now));
        await db.WebhookDeliveries.Where(d => d.Id == one.Delivery.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.Attempts, attempts)
                .SetProperty(d => d.SentAt, one.Error == null ? now : null)
                .SetProperty(d => d.DueAt, nextTry)
                .SetProperty(d => d.LastStatus, one.Status)
                .SetProperty(d => d.LastError, one.Error),
            CancellationToken.None);
        if (one.Error is not null)
        {
            LogFailed(nextTry is null ? LogLevel.Error : LogLevel.Warning, one.Delivery.Id, one.Delivery.WebhookId, attempts, one.Error, nextTry);
        }
    }

    [LoggerMessage(EventId = 1, Message = "Delivery {Id} to webhook {Webhook} failed, attempt {Attempt}: {Error} Next try: {NextTry}")]
    private partial void LogFailed(LogLevel level, Guid id, Guid webhook, int attempt, string error, DateTime? nextTry);

    private sealed record Try(WebhookDelivery Delivery, int? Status, string? Error);
}
