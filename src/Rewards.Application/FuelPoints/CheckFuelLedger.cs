using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.FuelPoints;

namespace Rewards.Application.FuelPoints;

/// <summary>Recomputes every balance from its ledger, line by line in one pass over the whole of it, and takes down what it found.</summary>
public sealed class CheckFuelLedger(RewardsDb db, TimeProvider clock)
{
    /// <summary>Checks.</summary>
    public async Task<LedgerCheck> RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow().UtcDateTime;
        var audit = new LedgerAudit();
        var lines = db.FuelPointPostings.AsNoTracking()
            .OrderBy(p => p.ShopperId).ThenBy(p => p.LotNumber).ThenBy(p => p.Sequence)
            .Select(p => new LedgerLine(p.ShopperId, p.LotNumber, p.Sequence, p.Kind, p.Points, p.BalanceAfter))
            .AsAsyncEnumerable();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            audit.Take(line);
        }

        var check = new LedgerCheck(Guid.CreateVersion7(clock.GetUtcNow()), audit, startedAt, clock.GetUtcNow().UtcDateTime);
        db.LedgerChecks.Add(check);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }

    /// <summary>The last check; null where there was none yet.</summary>
    public Task<LedgerCheck?> LastAsync(CancellationToken cancellationToken) =>
        db.LedgerChecks.AsNoTracking().OrderByDescending(c => c.FinishedAt).FirstOrDefaultAsync(cancellationToken);
}
