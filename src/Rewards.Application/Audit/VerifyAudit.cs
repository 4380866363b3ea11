using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>
/// Recomputes the whole chain: every link from the one before, what is linked from the rows as they stand, that no row is without a link, and
/// that what moves in place agrees with it (<see cref="VerifyBooks"/>). Goes on to the end whatever it finds. Page by page: memory does not
/// grow with the chain.
/// </summary>
public sealed class VerifyAudit(RewardsDb db, VerifyBooks books, ExplainDates explain, Vault vault, TimeProvider clock)
{
    /// <summary>How old a row may be without a link, and how much older than rows linked before it.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private const int PageSize = 1_000;

    /// <summary>Verifies.</summary>
    /// <param name="noted">Where the chain ended at some time, as it was noted outside the database; null where nothing was.</param>
    /// <param name="show">Is told how many links were verified so far, of how many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AuditVerdict> RunAsync(AuditHead? noted, Action<long, long>? show, CancellationToken cancellationToken)
    {
        var last = await db.AuditLinks.AsNoTracking().MaxAsync(l => (long?)l.Sequence, cancellationToken) ?? 0;
        var chain = new AuditWalk(vault.AuditKey.ToArray(), noted, clock.GetUtcNow().UtcDateTime, await explain.ThroughAsync(cancellationToken));
        while (chain.Last.Sequence < last)
        {
            var after = chain.Last.Sequence;
            var page = await db.AuditLinks.AsNoTracking().Where(l => l.Sequence > after).OrderBy(l => l.Sequence).Take(PageSize)
                .ToListAsync(cancellationToken);
            chain.Take(page, await ReadAsync(page, cancellationToken));
            show?.Invoke(chain.Last.Sequence, last);
        }

        if (noted is { } head && head.Sequence > last)
        {
            chain.Faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"link {head.Sequence} was noted, and the chain ends with link {last}: its end was cut off"));
        }

        await TakeUnlinkedAsync(chain, cancellationToken);
        await books.RunAsync(chain.Faults, cancellationToken);
        return new AuditVerdict(chain.Head, chain.Faults, chain.Dates, chain.Explained);
    }

    private async Task<Dictionary<(AuditKind, Guid), AuditedRow>> ReadAsync(IReadOnlyList<AuditLink> page, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(AuditKind, Guid), AuditedRow>();
        foreach (var group in page.GroupBy(l => l.Kind))
        {
            if (AuditSources.All.FirstOrDefault(s => s.Kind == group.Key) is not { } source)
            {
                continue;
            }

            foreach (var row in await source.ReadAsync(db, [.. group.Select(l => l.SubjectId)], cancellationToken))
            {
                found[(row.Kind, row.Id)] = row;
            }
        }

        return found;
    }

    // Each source's rows are asked for by one statement: what is linked while it runs is not missed.
    private async Task TakeUnlinkedAsync(AuditWalk chain, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var source in AuditSources.All)
        {
            for (var place = AuditPlace.Start; ;)
            {
                var rows = await source.UnlinkedAsync(db, place, PageSize, cancellationToken);
                foreach (var row in rows)
                {
                    if (row.MadeAt < now - Late)
                    {
                        chain.Faults.Add($"{AuditWalk.Name(row.Kind, row.Id)}, written {AuditWalk.When(row.MadeAt)}, is in no link");
                    }
                    else if (row.MadeAt > now + SealAudit.Ahead)
                    {
                        chain.Dates.Add(AuditDate.RowAhead, $"{AuditWalk.Name(row.Kind, row.Id)} says it was written {AuditWalk.When(row.MadeAt)}, which is still to come");
                    }
                }

                if (rows.Count < PageSize)
                {
                    break;
                }

                place = place with { After = rows[^1] };
            }
        }
    }
}
