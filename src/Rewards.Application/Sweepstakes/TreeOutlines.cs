using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The outlines of the trees that proofs were asked for, in memory: 48 bytes for each 1,024 entries. They were taken down as the entries
/// were settled (<see cref="FreezeEntries"/>) and never change.
/// </summary>
public sealed class TreeOutlines
{
    private readonly ConcurrentDictionary<int, TreeOutline> _outlines = new();

    /// <summary>The outline of a sweepstakes whose entries are settled.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="db">Where it is read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<TreeOutline> OfAsync(int sweepstakesId, RewardsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return _outlines.TryGetValue(sweepstakesId, out var known)
            ? known
            : _outlines[sweepstakesId] = TreeOutline.FromBytes(
                await db.DrawingOutlines.Where(o => o.SweepstakesId == sweepstakesId).Select(o => o.Bytes).SingleAsync(cancellationToken));
    }
}
