using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The entries of a sweepstakes as leaves of its draw, in the order of their ids, without those that were excluded, read as a stream. The canonical identity of
/// a person is the shopper's id, as 32 lower-case hexadecimal digits (docs/sweepstakes.md).
/// </summary>
public sealed class DrawEntries(RewardsDb db, Vault vault, WalkProgress progress)
{
    /// <summary>Walks over every entry that stands in the database now and was not excluded.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="walk">Receives them.</param>
    /// <param name="without">Whether an entry is excluded in the same breath; null for none.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    public async Task<TreeOutline> WalkAsync(
        int sweepstakesId, DrawWalk walk, Func<EntryId, bool>? without, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(walk);
        await foreach (var leaf in LeavesAsync(sweepstakesId, walk.DrawId).WithCancellation(cancellationToken))
        {
            if (without?.Invoke(leaf.Entry) != true)
            {
                walk.Add(leaf);
            }
        }

        return walk.Finish();
    }

    /// <summary>Reads the leaves of every entry that stands in the database now and was not excluded.</summary>
    public IAsyncEnumerable<DrawLeaf> LeavesAsync(int sweepstakesId, string drawId) =>
        Read(drawId, TakingPart(db.SweepstakesEntries.Where(e => e.SweepstakesId == sweepstakesId)));

    /// <summary>Reads the leaves after an entry, at most those of a run (<see cref="TreeOutline.Run"/>).</summary>
    public IAsyncEnumerable<DrawLeaf> RunAsync(int sweepstakesId, string drawId, EntryId before)
    {
        var bytes = before.ToBytes();
        var run = TakingPart(db.SweepstakesEntries.Where(e => e.SweepstakesId == sweepstakesId && Sql.IsAfter(e.Id, bytes)))
            .OrderBy(e => e.Id).Take(TreeOutline.Run);
        return Read(drawId, run);
    }

    private IQueryable<SweepstakesEntry> TakingPart(IQueryable<SweepstakesEntry> some) =>
        some.Where(e => !db.EntryExclusions.Any(x => x.EntryId == e.Id));

    private IAsyncEnumerable<DrawLeaf> Read(string drawId, IQueryable<SweepstakesEntry> some)
    {
        var key = vault.DrawKey(drawId);
        progress.Begin();
        return some.AsNoTracking()
            .OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.ShopperId, e.Source, e.EnteredOn })
            .AsAsyncEnumerable()
            .Select(e =>
            {
                progress.Step();
                return new DrawLeaf(EntryId.FromBytes(e.Id), TagOf(key, e.ShopperId), e.Source, e.EnteredOn);
            });
    }

    private static EntryTag TagOf(byte[] drawKey, Guid shopperId) => EntryTag.Of(drawKey, shopperId.ToString("n"));
}
