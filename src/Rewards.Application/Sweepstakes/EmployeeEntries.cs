using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>The entries of people who work for the chain: whoever entered with the address of an account of staff, however it is spelled.</summary>
public sealed class EmployeeEntries(RewardsDb db)
{
    // Databases bear only so many parameters in one statement.
    private const int AddressesAtOnce = 500;

    /// <summary>Finds them.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlySet<EntryId>> EntriesAsync(int sweepstakesId, CancellationToken cancellationToken)
    {
        var addresses = await db.Users.Where(u => u.Email != null).Select(u => u.Email!).ToListAsync(cancellationToken);
        var entries = new HashSet<EntryId>();
        foreach (var keys in addresses.Select(EmailAddress.Canonical).Distinct().Chunk(AddressesAtOnce))
        {
            var found = await (
                from shopper in db.Shoppers
                where keys.Contains(shopper.EmailKey!)
                join entry in db.SweepstakesEntries on shopper.Id equals entry.ShopperId
                where entry.SweepstakesId == sweepstakesId
                select entry.Id).ToListAsync(cancellationToken);
            entries.UnionWith(found.Select(id => EntryId.FromBytes(id)));
        }

        return entries;
    }
}
