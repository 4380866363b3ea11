using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Mails a one-time way into My rewards to whoever has the address. The answer is the same for an address that nobody has,
/// so that it tells nothing. Nobody is mailed more than <see cref="MostLinks"/> of them while they are good: whoever asks at
/// the same time is decided in turn by the shopper's version.
/// </summary>
public sealed class SendSignInLink(
    RewardsDb db, RacingWrite race, FindShopper findShopper, ContactDetailsValidator validator, OutboxBell bell, TimeProvider clock)
{
    /// <summary>How many links one shopper can have at a time.</summary>
    public const int MostLinks = 3;

    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    /// <summary>Sends a link, or does nothing that could be seen. Refuses with <c>email-needed</c>, <c>email-invalid</c>.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="language">The language of the mail, two letters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<LinkAskedFor>> RunAsync(string? email, string language, CancellationToken cancellationToken)
    {
        var details = new ContactDetails(email, Card: null).Trimmed();
        if (details.Email is null)
        {
            return new EmailNeeded();
        }

        if (validator.Refusal(details) is { } refusal)
        {
            return refusal;
        }

        var emailKey = EmailAddress.Canonical(details.Email);
        var outcome = await race.RunAsync(AttemptAsync, () => findShopper.LockAsync(details, cancellationToken), cancellationToken);
        bell.Ring();
        return outcome;

        async Task<Outcome<LinkAskedFor>> AttemptAsync()
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var shopper = await db.Shoppers.SingleOrDefaultAsync(s => s.EmailKey == emailKey, cancellationToken);
            if (shopper is not null
                && await db.SignInLinks.CountAsync(l => l.ShopperId == shopper.Id && l.ExpiresAt > now, cancellationToken) < MostLinks)
            {
                shopper.Touch();
                var link = new SignInLink(NewId(), shopper.Id, now + GoodFor);
                db.SignInLinks.Add(link);
                db.OutboxMails.Add(new OutboxMail(NewId(), MailKind.SignIn, link.Id, shopper.Email!, language, now));
                await db.SaveChangesAsync(cancellationToken);
            }

            return new LinkAskedFor(details.Email);
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}

/// <summary>A link was asked for; whether one was sent is not said.</summary>
/// <param name="Email">As typed.</param>
public sealed record LinkAskedFor(string Email);
