using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// What a drawn month publishes for anyone to check, for <see cref="WriteDrawBundle"/>: the same draw with the same dispositions always gives the
/// same bytes. Entries are read from the database while the bundle is written.
/// </summary>
public sealed class ReadDrawBundle(RewardsDb db, DrawEntries entries)
{
    /// <summary>Reads it. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c> where it is not drawn.</summary>
    public async Task<Outcome<DrawBundleContents>> RunAsync(string? drawId, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        if (sweepstakes is null)
        {
            return new SweepstakesUnknown();
        }

        if (sweepstakes.Status != SweepstakesStatus.Drawn)
        {
            return new SweepstakesStepOutOfOrder(sweepstakes.Status);
        }

        var drawing = await db.Drawings.AsNoTracking().SingleAsync(d => d.SweepstakesId == sweepstakes.Id, cancellationToken);
        var places = await db.DrawingPlaces.AsNoTracking().Where(p => p.DrawingId == drawing.Id).OrderBy(p => p.Place)
            .Select(p => new { IsWinner = p.Prize != null, p.EntryId }).ToListAsync(cancellationToken);
        var manifest = DrawManifest.TryParse(drawing.Manifest, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"The manifest of {sweepstakes.DrawId} cannot be read.");
        return new DrawBundleContents(
            manifest,
            entries.LeavesAsync(sweepstakes.Id, sweepstakes.DrawId),
            Encoding.UTF8.GetBytes(sweepstakes.Rules),
            Encoding.UTF8.GetBytes(sweepstakes.Prizes),
            drawing.Beacon()!,
            await DispositionsAsync(sweepstakes.Id, cancellationToken),
            new DrawResult(
                sweepstakes.DrawId,
                manifest.Commit(),
                Digest.FromBytes(drawing.Seed),
                [.. places.Where(p => p.IsWinner).Select(p => EntryId.FromBytes(p.EntryId))],
                [.. places.Where(p => !p.IsWinner).Take(DrawResult.AlternatesShown).Select(p => EntryId.FromBytes(p.EntryId))]));
    }

    private async Task<List<Disposition>> DispositionsAsync(int sweepstakesId, CancellationToken cancellationToken)
    {
        var recorded = await db.RecordedDispositions.AsNoTracking().Where(d => d.SweepstakesId == sweepstakesId).OrderBy(d => d.Number).ToListAsync(cancellationToken);
        return recorded.ConvertAll(d => d.Read());
    }
}
