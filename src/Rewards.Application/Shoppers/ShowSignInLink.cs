using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Whether a mailed link would let someone in, and whom. Uses nothing up: mail scanners open links before their readers do.
/// </summary>
public sealed class ShowSignInLink(RewardsDb db, Vault vault, TimeProvider clock)
{
    /// <summary>Looks at the link. Refuses with <c>sign-in-link-invalid</c>.</summary>
    /// <param name="linkId">The link's name.</param>
    /// <param name="signature">What the mail carried with it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<GoodSignInLink>> RunAsync(Guid linkId, string signature, CancellationToken cancellationToken)
    {
        if (!vault.IsSignature(linkId, signature))
        {
            return new SignInLinkInvalid();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var link = await (
            from l in db.SignInLinks.AsNoTracking()
            where l.Id == linkId && l.UsedAt == null && l.ExpiresAt > now
            join shopper in db.Shoppers on l.ShopperId equals shopper.Id
            select new { shopper.Email }).SingleOrDefaultAsync(cancellationToken);
        return link is null ? new SignInLinkInvalid() : new GoodSignInLink(link.Email!);
    }
}

/// <summary>A link that is good.</summary>
/// <param name="Email">Whom it lets in.</param>
public sealed record GoodSignInLink(string Email);
