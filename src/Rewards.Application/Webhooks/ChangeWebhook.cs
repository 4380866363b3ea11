using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Webhooks;

/// <summary>Pauses, resumes and ends a webhook, tries it, and sends again what was sent or given up.</summary>
public sealed class ChangeWebhook(RewardsDb db, ReferenceData reference, RecordAct record, TimeProvider clock)
{
    /// <summary>Turns it into a state, once ended for good. Refuses with <c>webhook-unknown</c>, <c>webhook-ended</c>.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> TurnAsync(Guid id, WebhookState state, Guid by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var url = await db.Webhooks.Where(w => w.Id == id).Select(w => w.Url).SingleOrDefaultAsync(cancellationToken);
        if (url is null || await db.Webhooks.Where(w => w.Id == id && w.State != WebhookState.Ended)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.State, state), cancellationToken) == 0)
        {
            return await RefusalAsync(id, cancellationToken) ?? new WebhookUnknown();
        }

        record.Add(
            state switch
            {
                WebhookState.Active => AuditAct.WebhookResumed,
                WebhookState.Paused => AuditAct.WebhookPaused,
                _ => AuditAct.WebhookEnded,
            },
            by,
            AuditSubject.Of(id),
            ("host", new Uri(url).IdnHost));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        reference.Forget();
        return null;
    }

    /// <summary>Queues a delivery that says nothing but that it is there. Refuses with <c>webhook-unknown</c>, <c>webhook-ended</c>.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> PingAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        db.WebhookDeliveries.Add(WebhookOutbox.Delivery(id, WebhookEvent.Ping, clock.GetUtcNow().UtcDateTime, new { }));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>
    /// Sends again, under the same ids: one delivery, or all that were given up. Those that wait or are on their way stay as they are.
    /// Refuses with <c>webhook-unknown</c>, <c>webhook-ended</c>, <c>webhook-none-given-up</c>.
    /// </summary>
    /// <param name="id">Which webhook.</param>
    /// <param name="deliveryId">Which delivery; null for all that were given up.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> ReplayAsync(Guid id, Guid? deliveryId, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var of = db.WebhookDeliveries.Where(d => d.WebhookId == id);
        var chosen = deliveryId is { } one ? of.Where(d => d.Id == one) : of.Where(d => d.SentAt == null);
        if (deliveryId is not null && !await chosen.AnyAsync(cancellationToken))
        {
            return new WebhookUnknown();
        }

        var again = await chosen.Where(d => d.DueAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DueAt, now).SetProperty(d => d.Attempts, 0).SetProperty(d => d.SentAt, (DateTime?)null),
            cancellationToken);
        return again == 0 && deliveryId is null ? new WebhookNoneGivenUp() : null;
    }

    private async Task<Error?> RefusalAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Webhooks.Where(w => w.Id == id).Select(w => (WebhookState?)w.State).SingleOrDefaultAsync(cancellationToken) switch
        {
            null => new WebhookUnknown(),
            WebhookState.Ended => new WebhookEnded(),
            _ => null,
        };
}
