using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Who stands in line for a prize that somebody lost: the alternates in the order of the draw, each called once. The first hundred are taken down as it
/// is drawn, and a hundred more, worked out again from the entries, where they do not last.
/// </summary>
public sealed class LineOfAlternates(RewardsDb db, DatabaseProvider provider, RankEntries rank, TimeProvider clock)
{
    // Ranking takes a while in a long list: it is done before anybody waits for it.
    private const int Few = 5;

    /// <summary>Locks the line of a draw until the caller's transaction ends: of two who call the next, one waits.</summary>
    public Task TakeTurnAsync(int sweepstakesId, CancellationToken cancellationToken) => db.Drawings.Where(d => d.SweepstakesId == sweepstakesId)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version), cancellationToken);

    /// <summary>Makes a line that gets short longer, before the turn is taken. Refuses with <c>entries-changed</c>.</summary>
    public async Task<Error?> PrepareAsync(MonthlySweepstakes sweepstakes, CancellationToken cancellationToken)
    {
        try
        {
            return await LengthenAsync(sweepstakes, Few, cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // Someone made it longer at the same time, by the same alternates.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>
    /// The first in line who was not called so far; none where the line is at its end. In turn (<see cref="TakeTurnAsync"/>). Refuses with
    /// <c>entries-changed</c>.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<DrawingPlace>>> NextAsync(MonthlySweepstakes sweepstakes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sweepstakes);
        return await LengthenAsync(sweepstakes, 1, cancellationToken) is { } refusal ? refusal
            : await Waiting(sweepstakes.Id).OrderBy(p => p.Place).Take(1).ToListAsync(cancellationToken);
    }

    private IQueryable<DrawingPlace> Alternates(int sweepstakesId) =>
        db.DrawingPlaces.Where(p => p.Prize == null && db.Drawings.Any(d => d.Id == p.DrawingId && d.SweepstakesId == sweepstakesId));

    private IQueryable<DrawingPlace> Waiting(int sweepstakesId) =>
        Alternates(sweepstakesId).Where(p => !db.PrizeClaims.Any(c => c.EntryId == p.EntryId));

    private async Task<Error?> LengthenAsync(MonthlySweepstakes sweepstakes, int atLeast, CancellationToken cancellationToken)
    {
        // Fewer than a hundred, or than another hundred, were all that there were.
        var known = await Alternates(sweepstakes.Id).CountAsync(cancellationToken);
        if (known == 0 || known % DrawResult.AlternatesShown != 0 || await Waiting(sweepstakes.Id).CountAsync(cancellationToken) >= atLeast)
        {
            return null;
        }

        var drawing = await db.Drawings.AsNoTracking().SingleAsync(d => d.SweepstakesId == sweepstakes.Id, cancellationToken);
        if ((await rank.AlternatesAsync(sweepstakes.DrawId, drawing, known, DrawResult.AlternatesShown, cancellationToken)).IsRefused(out var refusal, out var more))
        {
            return refusal;
        }

        var last = await Alternates(sweepstakes.Id).MaxAsync(p => p.Place, cancellationToken);
        db.DrawingPlaces.AddRange(more.Select((entry, i) => new DrawingPlace(
            Guid.CreateVersion7(clock.GetUtcNow()), drawing.Id, last + 1 + i, null, entry.EntryId, entry.ShopperId)));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
