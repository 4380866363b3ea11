using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Lets a shopper in by a mailed link, once: one update that checks it decides among any number at the same time. Whoever
/// follows the link has the mailbox, so the address is the person's own from then on.
/// </summary>
public sealed class UseSignInLink(RewardsDb db, Vault vault, TimeProvider clock)
{
    /// <summary>Uses the link. Refuses with <c>sign-in-link-invalid</c>.</summary>
    /// <param name="linkId">The link's name.</param>
    /// <param name="signature">What the mail carried with it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<SignedIn>> RunAsync(Guid linkId, string signature, CancellationToken cancellationToken)
    {
        if (!vault.IsSignature(linkId, signature))
        {
            return new SignInLinkInvalid();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var used = await db.SignInLinks
            .Where(l => l.Id == linkId && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancellationToken);
        if (used == 0)
        {
            return new SignInLinkInvalid();
        }

        var shopperId = await db.SignInLinks.Where(l => l.Id == linkId).Select(l => l.ShopperId).SingleAsync(cancellationToken);
        await db.Shoppers.Where(s => s.Id == shopperId && s.EmailVerifiedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EmailVerifiedAt, now).SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SignedIn(shopperId);
    }
}

/// <summary>A shopper who was let in.</summary>
/// <param name="ShopperId">Who.</param>
public sealed record SignedIn(Guid ShopperId);
