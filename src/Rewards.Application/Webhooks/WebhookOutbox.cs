using System.Text.Json;
using Rewards.Data;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Webhooks;

/// <summary>Writes deliveries into the unit of work of what they tell of. Where no webhook wants the event, nothing is done or asked.</summary>
public static class WebhookOutbox
{
    /// <summary>Queues a delivery for each active webhook that wants an event; the caller saves.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="known">Whom there is to tell.</param>
    /// <param name="event">Of <see cref="WebhookEvent"/>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="data">What to tell: ids, amounts, times; nothing of a person.</param>
    public static void Tell(this RewardsDb db, ReferenceSnapshot known, string @event, DateTime now, Func<object> data)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(data);
        foreach (var webhook in known.Webhooks)
        {
            if (webhook.Events.Contains(@event))
            {
                db.WebhookDeliveries.Add(Delivery(webhook.Id, @event, now, data()));
            }
        }
    }

    /// <summary>A delivery.</summary>
    internal static WebhookDelivery Delivery(Guid webhookId, string @event, DateTime now, object data)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        return new WebhookDelivery(id, webhookId, @event, JsonSerializer.Serialize(new { id, @event, at = now, data }, DataJson.Options), now);
    }
}
