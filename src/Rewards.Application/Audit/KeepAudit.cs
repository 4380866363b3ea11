using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>
/// Verifies the chain once a night, from three o'clock of the programme's zone, also against where it ended the night before, and
/// takes down what it found. Any number of nodes may do it: nothing is done twice but a check may be.
/// </summary>
public sealed class KeepAudit(RewardsDb db, VerifyAudit verify, ChainSettings chain, TimeProvider clock)
{
    private static readonly TimeOnly _night = new(3, 0);

    /// <summary>Verifies where it is due.</summary>
    /// <returns>What was found; null where it was not due.</returns>
    public async Task<AuditCheck?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var tonight = Zone.ToUtc(Zone.DayOf(now, chain.TimeZone).ToDateTime(_night), chain.TimeZone);
        var due = tonight <= now ? tonight : Zone.ToUtc(Zone.DayOf(now, chain.TimeZone).AddDays(-1).ToDateTime(_night), chain.TimeZone);
        var last = await LastAsync(cancellationToken);
        return last is not null && last.StartedAt >= due ? null : await CheckAsync(last, cancellationToken);
    }

    /// <summary>The last check; null where there was none yet.</summary>
    public Task<AuditCheck?> LastAsync(CancellationToken cancellationToken) =>
        db.AuditChecks.AsNoTracking().OrderByDescending(c => c.FinishedAt).FirstOrDefaultAsync(cancellationToken);

    private async Task<AuditCheck> CheckAsync(AuditCheck? before, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow().UtcDateTime;
        var noted = before is { Fault: null, Links: > 0 } ? before.Head : (AuditHead?)null;
        var verdict = await verify.RunAsync(noted, show: null, cancellationToken);
        var check = new AuditCheck(
            Guid.CreateVersion7(clock.GetUtcNow()), verdict.Head, verdict.Fault, startedAt, clock.GetUtcNow().UtcDateTime);
        db.AuditChecks.Add(check);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }
}
