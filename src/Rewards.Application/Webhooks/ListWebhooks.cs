using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Webhooks;

/// <summary>Who is told, and what became of it.</summary>
public sealed class ListWebhooks(RewardsDb db)
{
    /// <summary>Deliveries on a page.</summary>
    public const int PageSize = 25;

    /// <summary>All webhooks, those that are sent to first.</summary>
    public async Task<IReadOnlyList<WebhookLine>> RunAsync(CancellationToken cancellationToken) =>
        await db.Webhooks.AsNoTracking().OrderBy(w => w.State).ThenByDescending(w => w.CreatedAt)
            .Select(w => new WebhookLine(
                w,
                w.State == WebhookState.Ended ? 0 : db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.DueAt != null),
                db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.DueAt == null && d.SentAt == null)))
            .ToListAsync(cancellationToken);

    /// <summary>A webhook's deliveries, the newest first; null where there is no such webhook.</summary>
    /// <param name="id">Which.</param>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WebhookStory?> ShowAsync(Guid id, int page, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } webhook)
        {
            return null;
        }

        var of = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id);
        var total = await of.CountAsync(cancellationToken);
        var shown = PageNumber.Within(page, total, PageSize);
        var deliveries = await of.OrderByDescending(d => d.QueuedAt).ThenByDescending(d => d.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new WebhookStory(webhook, total, shown, deliveries);
    }
}

/// <summary>A webhook in the list.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Waiting">Deliveries that wait or are on their way; of an ended one none is.</param>
/// <param name="Failed">Deliveries that were given up.</param>
public sealed record WebhookLine(Webhook Webhook, int Waiting, int Failed);

/// <summary>A webhook and a page of its deliveries.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Total">Deliveries on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Deliveries">The newest first.</param>
public sealed record WebhookStory(Webhook Webhook, int Total, int Page, IReadOnlyList<WebhookDelivery> Deliveries);
