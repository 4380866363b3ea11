namespace Rewards.Application.Webhooks;

/// <summary>Hands deliveries to their receivers: the edge of the process.</summary>
public interface IWebhookTransport
{
    /// <summary>Posts a delivery; the receiver has it when it answers 200 to 299.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The status of the answer.</returns>
    /// <exception cref="HttpRequestException">There was no answer, or the address may not be sent to.</exception>
    Task<int> PostAsync(WebhookRequest request, CancellationToken cancellationToken);
}

/// <summary>A delivery as it is sent.</summary>
/// <param name="Id">The delivery's, the same for every try.</param>
/// <param name="Url">Where to.</param>
/// <param name="Event">What it tells of.</param>
/// <param name="Body">JSON.</param>
/// <param name="Signature"><c>t=…,v1=…</c></param>
public sealed record WebhookRequest(Guid Id, Uri Url, string Event, string Body, string Signature);
