namespace Rewards.Domain.Webhooks;

/// <summary>What the portal tells of; the names stand in payloads and never change.</summary>
public static class WebhookEvent
{
    /// <summary>A promotion gave something, now or when it was claimed.</summary>
    public const string AwardGranted = "award.granted";

    /// <summary>Something was taken from a voucher.</summary>
    public const string RedemptionMade = "redemption.made";

    /// <summary>A redemption was undone.</summary>
    public const string RedemptionReversed = "redemption.reversed";

    /// <summary>Somebody in the office tries whether it arrives.</summary>
    public const string Ping = "ping";

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<string> All { get; } = [AwardGranted, RedemptionMade, RedemptionReversed];
}

/// <summary>Whether a webhook is sent to.</summary>
public enum WebhookState
{
    /// <summary>It is.</summary>
    Active = 1,

    /// <summary>It is not for now: nothing new is written for it, and what waits goes on waiting.</summary>
    Paused = 2,

    /// <summary>It never will be again.</summary>
    Ended = 3,
}

/// <summary>Somebody who wants to be told: an address, and what to tell it.</summary>
public sealed class Webhook
{
    /// <summary>The longest address.</summary>
    public const int UrlLength = 500;

    private Webhook()
    {
    }

    /// <summary>Adds one.</summary>
    /// <param name="id">Made at the edge; the secret is sealed to it.</param>
    /// <param name="url">Where to.</param>
    /// <param name="sealedSecret">What deliveries are signed with.</param>
    /// <param name="events">What to tell, of <see cref="WebhookEvent.All"/>.</param>
    /// <param name="createdById">By whom.</param>
    /// <param name="createdAt">UTC.</param>
    public Webhook(Guid id, string url, byte[] sealedSecret, IEnumerable<string> events, Guid createdById, DateTime createdAt)
    {
        Id = id;
        Url = url;
        SealedSecret = sealedSecret;
        Events = string.Join(' ', events);
        (CreatedById, CreatedAt) = (createdById, createdAt);
        State = WebhookState.Active;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Where to.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What deliveries are signed with, sealed.</summary>
    public byte[] SealedSecret { get; private set; } = [];

    /// <summary>What to tell, joined by blanks.</summary>
    public string Events { get; private set; } = "";

    /// <summary>Whether it is sent to.</summary>
    public WebhookState State { get; private set; }

    /// <summary>By whom it was added.</summary>
    public Guid CreatedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}

/// <summary>One thing told to one webhook: written in the transaction that it tells of, sent afterwards by whichever node takes its lease.</summary>
public sealed class WebhookDelivery
{
    /// <summary>The longest payload.</summary>
    public const int PayloadLength = 2000;

    private WebhookDelivery()
    {
    }

    /// <summary>Queues one.</summary>
    /// <param name="id">Made at the edge; the receiver knows a delivery that comes twice by it.</param>
    /// <param name="webhookId">To which.</param>
    /// <param name="event">Of <see cref="WebhookEvent"/>.</param>
    /// <param name="payload">JSON, as it is sent.</param>
    /// <param name="queuedAt">UTC.</param>
    public WebhookDelivery(Guid id, Guid webhookId, string @event, string payload, DateTime queuedAt)
    {
        (Id, WebhookId, Event, Payload, QueuedAt, DueAt) = (id, webhookId, @event, payload, queuedAt, queuedAt);
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>To which.</summary>
    public Guid WebhookId { get; private set; }

    /// <summary>What it tells of.</summary>
    public string Event { get; private set; } = "";

    /// <summary>JSON, as it is sent.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>When it is next tried, UTC; a node that takes it moves this on (its lease); null once sent or given up.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>How often it was tried since it was queued or replayed.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the last answer's status was; null where there was no answer.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>What the last failure said.</summary>
    public string? LastError { get; private set; }
}
