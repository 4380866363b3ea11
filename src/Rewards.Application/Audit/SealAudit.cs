using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>
/// Links rows that are not linked yet, oldest first, in transactions of their own: whoever moves value waits for nothing. Any number
/// of nodes may run it: the primary key of the sequence lets one of them write the next link, and what the others had in hand they
/// find linked when they look again. Killed at any time it leaves a chain that the next run goes on with.
/// </summary>
public sealed class SealAudit(RewardsDb db, DatabaseProvider provider, Vault vault, TimeProvider clock)
{
    /// <summary>How far the clocks of two nodes, or of a node and the database's clients, may be apart.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private const int PageSize = 500;
    private const int PageSizeUnsorted = 50_000;

    /// <summary>Links what is not linked.</summary>
    /// <param name="since">
    /// From when on rows are looked for (UTC); null for all there are. It only bounds the search: within it every row without a link is
    /// found, whenever it was committed. Until all that was there at first is linked, it is not heeded; nor where it is still to come.
    /// </param>
    /// <param name="cancellationToken">Cancels between two transactions.</param>
    /// <returns>What was linked.</returns>
    public async Task<Linked> RunAsync(DateTime? since, CancellationToken cancellationToken)
    {
        var begun = await db.AuditLinks.AnyAsync(l => l.Kind == AuditKind.Beginning, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var queues = AuditSources.All.Select(s => new Queue(s, begun && provider.SortsIdsByTime && since < now ? since : null)).ToList();
        for (var (links, ahead) = (0, 0); ;)
        {
            foreach (var queue in queues)
            {
                await queue.FillAsync(db, provider.SortsIdsByTime ? PageSize : PageSizeUnsorted, cancellationToken);
            }

            // All sources up to where the first of them may have more: so links stand in the order of time.
            var until = queues.Where(q => q.MayHaveMore).Select(q => (DateTime?)q.Rows[^1].MadeAt).Min();
            var next = queues.SelectMany(q => q.TakeUntil(until)).OrderBy(r => r.MadeAt).ThenBy(r => r.Kind).ThenBy(r => r.Id).ToList();
            if (next.Count == 0)
            {
                // Only here is everything linked that was there when this run began.
                return new Linked(links, ahead, begun || await AppendAsync([new AuditedRow(AuditKind.Beginning, Guid.Empty, default)], cancellationToken));
            }

            if (!await AppendAsync(next, cancellationToken))
            {
                return new Linked(links, ahead, IsComplete: false);
            }

            links += next.Count;
            ahead += next.Count(r => r.MadeAt - now > Ahead);
        }
    }

    /// <summary>
    /// From when on rows are looked for after a pause, UTC: well before what was linked last. Null, for all there are, where nothing is, or
    /// where the last link is dated ahead: then a clock was wrong, and its time says nothing.
    /// </summary>
    public async Task<DateTime?> SinceAsync(CancellationToken cancellationToken)
    {
        var last = await db.AuditLinks.AsNoTracking().OrderByDescending(l => l.Sequence).Select(l => (DateTime?)l.At).FirstOrDefaultAsync(cancellationToken);
        return last <= clock.GetUtcNow().UtcDateTime + Ahead ? last - TimeSpan.FromHours(1) : null;
    }

    /// <summary>Where the chain ends.</summary>
    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken) =>
        await db.AuditLinks.AsNoTracking().OrderByDescending(l => l.Sequence).FirstOrDefaultAsync(cancellationToken) is { } last
            ? last.Head : AuditHead.None;

    // False where another node was faster: its run goes on, this one ends.
    private async Task<bool> AppendAsync(IReadOnlyList<AuditedRow> rows, CancellationToken cancellationToken)
    {
        var (head, now) = (await HeadAsync(cancellationToken), clock.GetUtcNow().UtcDateTime);
        foreach (var row in rows)
        {
            var link = new AuditLink(vault.AuditKey, head, row, now);
            db.AuditLinks.Add(link);
            head = link.Head;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // What one source has that is not linked, a page at a time.
    private sealed class Queue(AuditSource source, DateTime? since)
    {
        private AuditPlace _from = new(since, null);

        public List<AuditedRow> Rows { get; } = [];

        public bool MayHaveMore { get; private set; } = true;

        public async Task FillAsync(RewardsDb db, int pageSize, CancellationToken cancellationToken)
        {
            if (Rows.Count > 0 || !MayHaveMore)
            {
                return;
            }

            Rows.AddRange(await source.UnlinkedAsync(db, _from, pageSize, cancellationToken));
            MayHaveMore = Rows.Count >= pageSize;
            _from = Rows.Count > 0 ? _from with { After = Rows[^1] } : _from;
        }

        public List<AuditedRow> TakeUntil(DateTime? until)
        {
            var taken = Rows.Where(r => until is null || r.MadeAt <= until).ToList();
            Rows.RemoveAll(r => until is null || r.MadeAt <= until);
            return taken;
        }
    }
}

/// <summary>What a run has linked.</summary>
/// <param name="Links">How many rows.</param>
/// <param name="Ahead">How many of them are dated ahead of this node's clock. They are linked, so that they cannot be changed; verifying names them.</param>
/// <param name="IsComplete">Whether nothing was left; not where another node was at it.</param>
public sealed record Linked(int Links, int Ahead, bool IsComplete);
