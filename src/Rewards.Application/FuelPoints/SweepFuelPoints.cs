using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Writes off what lots held, or owed, whose month is over: that it is gone is a fact of the date, this is for the ledger to say
/// so. Several nodes may do it at once: each line is written once.
/// </summary>
public sealed class SweepFuelPoints(RewardsDb db, RacingWrite race, PostFuelPoints post)
{
    private const int AtATime = 200;

    /// <summary>Sweeps until nothing is left.</summary>
    public async Task<Swept> RunAsync(CancellationToken cancellationToken)
    {
        var oldest = Lot.OldestOn(post.Today).Number;
        var swept = new Swept(0, 0);
        while (true)
        {
            var ended = await db.FuelPointPostings.AsNoTracking()
                .Where(p => p.LotNumber < oldest)
                .GroupBy(p => new { p.ShopperId, p.LotNumber })
                .Where(g => g.Sum(p => p.Points) != 0)
                .Select(g => g.Key)
                .OrderBy(k => k.ShopperId).ThenBy(k => k.LotNumber)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
            var before = swept;
            foreach (var lot in ended)
            {
                var outcome = await SweepAsync(lot.ShopperId, Lot.FromNumber(lot.LotNumber), cancellationToken);
                db.ChangeTracker.Clear();
                swept = outcome.IsRefused(out _, out var one) ? swept : new Swept(swept.Lots + one.Lots, swept.Points + one.Points);
            }

            // Nothing done although something is left: others do it, or it is tried again another time.
            if (ended.Count < AtATime || swept == before)
            {
                return swept;
            }
        }
    }

    private Task<Outcome<Swept>> SweepAsync(Guid shopperId, Lot lot, CancellationToken cancellationToken)
    {
        return race.RunInTurnAsync(AttemptAsync, () => post.LockAsync(shopperId, cancellationToken), cancellationToken);

        async Task<Outcome<Swept>> AttemptAsync()
        {
            var (_, ledger) = (await post.OpenAsync(shopperId, cancellationToken))!;
            var end = await post.EndOfAsync(shopperId, lot, cancellationToken);
            if (end.Balance == 0)
            {
                db.ChangeTracker.Clear();
                return new Swept(0, 0);
            }

            ledger.Include(end);
            post.Add(ledger, lot, PostingKind.Expired, -end.Balance, default);
            await db.SaveChangesAsync(cancellationToken);
            return new Swept(1, end.Balance);
        }
    }
}

/// <summary>What was written off.</summary>
/// <param name="Lots">Lots of shoppers.</param>
/// <param name="Points">What they held, less what they owed.</param>
public sealed record Swept(long Lots, long Points);
