using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Finds a shopper for the office, by the whole e-mail address or the whole card and by nothing else: nobody leafs through
/// people's addresses.
/// </summary>
public sealed class LookUpShopper(RewardsDb db)
{
    /// <summary>Finds. Refuses with <c>person-missing</c> where nothing was typed, and with <c>shopper-unknown</c>.</summary>
    /// <param name="typed">An e-mail address or a card.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Who.</returns>
    public async Task<Outcome<Guid>> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new PersonMissing();
        }

        var isEmail = typed.Contains('@', StringComparison.Ordinal);
        var key = isEmail ? EmailAddress.Canonical(typed) : new ContactDetails(null, typed).Trimmed().Card;
        var shoppers = isEmail ? db.Shoppers.Where(s => s.EmailKey == key) : db.Shoppers.Where(s => s.LoyaltyCard == key);
        var id = await shoppers.Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? found : new ShopperUnknown();
    }
}
