namespace Rewards.Domain.Webhooks;

/// <summary>The address is none that is sent to: not https, with a name and password in it, or too long.</summary>
public sealed record WebhookUrlInvalid() : Error("webhook-url-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "url";
}

/// <summary>The address is inside a network of its own: loopback, private, link-local or otherwise special.</summary>
public sealed record WebhookUrlPrivate() : Error("webhook-url-private", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "url";
}

/// <summary>Nothing was chosen that it is told of.</summary>
public sealed record WebhookEventsInvalid() : Error("webhook-events-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "events";
}

/// <summary>There is no such webhook, or no such delivery of it.</summary>
public sealed record WebhookUnknown() : Error("webhook-unknown", ErrorKind.NotFound);

/// <summary>It was ended, and nothing is sent to it any more.</summary>
public sealed record WebhookEnded() : Error("webhook-ended", ErrorKind.Conflict);

/// <summary>No delivery of it was given up.</summary>
public sealed record WebhookNoneGivenUp() : Error("webhook-none-given-up", ErrorKind.Conflict);
