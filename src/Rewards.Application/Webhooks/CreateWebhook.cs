using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Webhooks;

/// <summary>Adds somebody who is told. The secret is shown once; only its sealed form is kept.</summary>
public sealed class CreateWebhook(RewardsDb db, Vault vault, ReferenceData reference, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Adds one. Refuses with <c>webhook-url-invalid</c>, <c>webhook-url-private</c>, <c>webhook-events-invalid</c>.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="events">What to tell, of <see cref="WebhookEvent.All"/>.</param>
    /// <param name="createdBy">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<CreatedWebhook>> RunAsync(
        string? url, IReadOnlyCollection<string> events, Guid createdBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (!IsAddress(url?.Trim(), out var address))
        {
            return new WebhookUrlInvalid();
        }

        if (!settings.Webhooks.AllowPrivateAddresses && !PublicAddress.MayBePublic(new Uri(address).IdnHost))
        {
            return new WebhookUrlPrivate();
        }

        if (events.Count == 0 || events.Except(WebhookEvent.All).Any())
        {
            return new WebhookEventsInvalid();
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var secret = WebhookSecret.Create();
        db.Webhooks.Add(new Webhook(
            id,
            address,
            vault.Seal(secret, id.ToByteArray(bigEndian: true)),
            WebhookEvent.All.Where(events.Contains),
            createdBy,
            clock.GetUtcNow().UtcDateTime));
        record.Add(AuditAct.WebhookMade, createdBy, AuditSubject.Of(id), ("host", new Uri(address).IdnHost));
        await db.SaveChangesAsync(cancellationToken);
        reference.Forget();
        return new CreatedWebhook(id, secret);
    }

    private bool IsAddress(string? text, out string address)
    {
        address = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0
            || !(url.Scheme == "https" || (url.Scheme == "http" && settings.Webhooks.AllowPrivateAddresses)))
        {
            return false;
        }

        address = url.GetLeftPart(UriPartial.Query);
        return address.Length <= Webhook.UrlLength;
    }
}

/// <summary>A webhook that was just added.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Secret">Told now and never again.</param>
public sealed record CreatedWebhook(Guid Id, string Secret);
