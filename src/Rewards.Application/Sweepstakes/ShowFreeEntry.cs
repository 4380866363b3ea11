using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application.Sweepstakes;

/// <summary>The receipt of a free entry, for whoever made it.</summary>
public sealed class ShowFreeEntry(RewardsDb db)
{
    /// <summary>Finds it; null where there is none.</summary>
    /// <param name="id">From <see cref="EnterFree"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FreeEntryReceipt?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from free in db.FreeEntries.AsNoTracking()
            where free.Id == id
            join sweepstakes in db.Sweepstakes on free.SweepstakesId equals sweepstakes.Id
            select new { sweepstakes.DrawId, sweepstakes.ClosesAt, free.EntryId, free.EnteredOn }).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new FreeEntryReceipt(found.DrawId, Convert.ToHexStringLower(found.EntryId), found.EnteredOn, found.ClosesAt);
    }
}

/// <summary>The receipt of a free entry.</summary>
/// <param name="DrawId">Into which draw.</param>
/// <param name="EntryId">32 hexadecimal digits: what it is checked by.</param>
/// <param name="EnteredOn">In the programme's zone.</param>
/// <param name="ClosesAt">When entries are no longer taken, UTC.</param>
public sealed record FreeEntryReceipt(string DrawId, string EntryId, DateOnly EnteredOn, DateTime ClosesAt);
