using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application;

/// <summary>
/// How a node takes what is due in an outbox: it moves the due time on, with an update that checks it. While this lease lasts no other
/// node takes the row; if the node dies, the row is due again when it ends. Mails and webhooks alike.
/// </summary>
internal static class OutboxLease
{
    /// <summary>How long what was taken is left alone by others.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    private const string DueAt = "DueAt";
    private const string Id = "Id";
    private const int LongestError = 500;

    /// <summary>Takes some rows that are due.</summary>
    /// <param name="db">Where.</param>
    /// <param name="rows">Those that may be taken, with columns <c>Id</c> and <c>DueAt</c>.</param>
    /// <param name="idOf">The id of one.</param>
    /// <param name="now">UTC.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Leased<T>> TakeDueAsync<T>(
        this RewardsDb db, IQueryable<T> rows, Func<T, Guid> idOf, DateTime now, int most, CancellationToken cancellationToken)
        where T : class
    {
        // Whole seconds, which every database keeps exactly: the end of the lease is also what tells it.
        var until = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) + Length;
        var isDue = (Expression<Func<T, bool>>)(r => EF.Property<DateTime?>(r, DueAt) <= now);
        var due = await rows.AsNoTracking().Where(isDue)
            .OrderBy(r => EF.Property<DateTime?>(r, DueAt)).ThenBy(r => EF.Property<Guid>(r, Id))
            .Take(most).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return new Leased<T>([], until, MayBeMore: false);
        }

        var mine = new List<T>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var row in due)
        {
            var id = idOf(row);
            if (await db.Set<T>().Where(isDue).Where(r => EF.Property<Guid>(r, Id) == id).ExecuteUpdateAsync(
                set => set.SetProperty(r => EF.Property<DateTime?>(r, DueAt), until), cancellationToken) == 1)
            {
                mine.Add(row);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return new Leased<T>(mine, until, MayBeMore: due.Count == most);
    }

    /// <summary>Gives back what was taken and not tried, as far as it is still this node's.</summary>
    public static Task<int> GiveBackAsync<T>(this RewardsDb db, IEnumerable<Guid> taken, DateTime until, DateTime now)
        where T : class
    {
        var ids = taken.ToList();
        return db.Set<T>()
            .Where(r => ids.Contains(EF.Property<Guid>(r, Id)) && EF.Property<DateTime?>(r, DueAt) == until)
            .ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<DateTime?>(r, DueAt), now), CancellationToken.None);
    }

    /// <summary>What went wrong, in one line that fits its column.</summary>
    public static string OneLine(Exception exception) => OneLine($"{exception.GetType().Name}: {exception.Message}");

    /// <summary>A text in one line, as long as there is room for.</summary>
    public static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > LongestError ? line[..LongestError] : line;
    }
}

/// <summary>Rows that are this node's for a while.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Until">When the lease ends, UTC.</param>
/// <param name="MayBeMore">Whether more may be due.</param>
internal sealed record Leased<T>(IReadOnlyList<T> Rows, DateTime Until, bool MayBeMore);
