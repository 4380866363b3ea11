using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>
/// Verifies the chain once a night, from three o'clock of the programme's zone, also against where it ended when it last agreed, and
/// takes down what it found. Any number of nodes may do it: nothing is done twice but a check may be.
/// </summary>
public sealed class KeepAudit(RewardsDb db, VerifyAudit verify, ExplainDates explain, ChainSettings chain, TimeProvider clock)
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
        return last is not null && last.StartedAt >= due ? null : await CheckAsync(cancellationToken);
    }

    /// <summary>The last check; null where there was none yet.</summary>
    public Task<AuditCheck?> LastAsync(CancellationToken cancellationToken) =>
        db.AuditChecks.AsNoTracking().OrderByDescending(c => c.FinishedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The last check, and whether the dates that it found have been explained since.</summary>
    public async Task<AuditStanding> StandingAsync(CancellationToken cancellationToken)
    {
        var last = await LastAsync(cancellationToken);
        return new AuditStanding(last, last is { IsOfDates: true } && await explain.ThroughAsync(cancellationToken) >= last.Links);
    }

    private async Task<AuditCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow().UtcDateTime;
        var before = await db.AuditChecks.AsNoTracking()
            .Where(c => c.Links > 0 && (c.Fault == null || c.Fault.StartsWith(AuditCheck.OfDates))).OrderByDescending(c => c.FinishedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var noted = before?.Head;
        var verdict = await verify.RunAsync(noted, show: null, cancellationToken);
        var check = new AuditCheck(
            Guid.CreateVersion7(clock.GetUtcNow()), verdict.Head, verdict.IsOfDates ? AuditCheck.OfDates + verdict.Summary : verdict.Summary, startedAt, clock.GetUtcNow().UtcDateTime);
        db.AuditChecks.Add(check);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }
}

/// <summary>How the audit stands.</summary>
/// <param name="Check">The last check; null where there was none yet.</param>
/// <param name="IsExplained">Whether it found nothing but dates, and somebody has explained them since.</param>
public sealed record AuditStanding(AuditCheck? Check, bool IsExplained);
