using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The entries of people who cannot win: whoever entered with the address of an account of staff or of somebody who was written down, however
/// it is spelled (<see cref="ExcludePeople"/>), and whoever lives at an address that was.
/// </summary>
public sealed class IneligibleEntries(RewardsDb db)
{
    // Databases bear only so many parameters in one statement.
    private const int AtOnce = 500;

    /// <summary>Finds them, each with its coded reason.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyDictionary<EntryId, string>> FindAsync(int sweepstakesId, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<EntryId, string>();
        var staff = await db.Users.Where(u => u.Email != null).Select(u => u.Email!).ToListAsync(cancellationToken);
        var written = await db.ExcludedPeople.AsNoTracking().Select(p => new { p.EmailKey, p.HouseholdId }).ToListAsync(cancellationToken);
        foreach (var keys in staff.Select(EmailAddress.Canonical).Concat(written.Select(p => p.EmailKey).OfType<string>()).Distinct().Chunk(AtOnce))
        {
            await AddAsync(EntryExclusion.Employee,
                from shopper in db.Shoppers
                where keys.Contains(shopper.EmailKey!)
                join entry in db.SweepstakesEntries on shopper.Id equals entry.ShopperId
                where entry.SweepstakesId == sweepstakesId
                select entry.Id);
        }

        foreach (var households in written.Select(p => p.HouseholdId).OfType<Guid>().Distinct().Chunk(AtOnce))
        {
            await AddAsync(EntryExclusion.Household,
                from entry in db.SweepstakesEntries
                where entry.SweepstakesId == sweepstakesId && entry.HouseholdId != null && households.Contains(entry.HouseholdId.Value)
                select entry.Id);
        }

        return entries;

        async Task AddAsync(string reason, IQueryable<byte[]> ids)
        {
            foreach (var id in await ids.ToListAsync(cancellationToken))
            {
                entries.TryAdd(EntryId.FromBytes(id), reason);
            }
        }
    }
}
