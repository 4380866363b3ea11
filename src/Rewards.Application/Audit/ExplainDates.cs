using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>
/// Somebody has looked into the dates that do not fit, and says why: up to a link they count as explained. What is said is an event of the
/// chain like any other and stays in it; nothing is taken out, and what was changed is never explained away.
/// </summary>
public sealed class ExplainDates(RewardsDb db, RecordAct record)
{
    private const string Through = "links";

    /// <summary>Takes it down. Refuses with <c>audit-reason-invalid</c>.</summary>
    /// <param name="through">The last link that was verified.</param>
    /// <param name="reason">What was wrong, in their words.</param>
    /// <param name="by">Who; null at the command line.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> RunAsync(long through, string? reason, Guid? by, CancellationToken cancellationToken)
    {
        var words = reason?.Trim() ?? "";
        if (!PlainText.IsOf(words, 1, AuditReasonInvalid.Longest))
        {
            return new AuditReasonInvalid();
        }

        record.Add(AuditAct.AuditDatesExplained, by, default, (Through, through), ("reason", words));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Up to which link they are explained; 0 where nobody did. Nobody explains what comes after.</summary>
    public async Task<long> ThroughAsync(CancellationToken cancellationToken)
    {
        var last = await db.AuditLinks.AsNoTracking().MaxAsync(l => (long?)l.Sequence, cancellationToken) ?? 0;
        var said = await (
            from act in db.AuditEvents.AsNoTracking()
            where act.Act == AuditAct.AuditDatesExplained
            from link in db.AuditLinks.Where(l => l.Kind == AuditKind.Act && l.SubjectId == act.Id).DefaultIfEmpty()
            select new { act.Detail, Link = (long?)link.Sequence }).ToListAsync(cancellationToken);
        return said.Select(s => Math.Min(ThroughOf(s.Detail), s.Link ?? last)).DefaultIfEmpty().Max();
    }

    private static long ThroughOf(string detail) =>
        RecordAct.Read(detail).TryGetValue(Through, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var through) ? through : 0;
}
