using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Entries and wins of a month by way of entry: whether a free entry is as good as one with a receipt shows in the shares, once it is
/// drawn.
/// </summary>
public sealed class ShowEntryWays(RewardsDb db, SettledCounts counts)
{
    /// <summary>Counts them; nothing where there is no such month.</summary>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EntryWays> RunAsync(string? drawId, CancellationToken cancellationToken)
    {
        var month = db.Sweepstakes.AsNoTracking().WithDrawId(drawId);
        var status = await month.Select(s => (SweepstakesStatus?)s.Status).SingleOrDefaultAsync(cancellationToken);
        var entries = await counts.OfAsync(drawId ?? "", status ?? SweepstakesStatus.Open, () => (
            from sweepstakes in month
            join entry in db.SweepstakesEntries on sweepstakes.Id equals entry.SweepstakesId
            from free in db.FreeEntries.Where(f => f.EntryId == entry.Id).DefaultIfEmpty()
            group entry by new { entry.Source, Way = (FreeEntryWay?)free.Way } into same
            select new SourceAndWay(same.Key.Source, same.Key.Way, same.LongCount())).ToListAsync(cancellationToken));
        var wins = await (
            from sweepstakes in month
            join drawing in db.Drawings on sweepstakes.Id equals drawing.SweepstakesId
            join place in db.DrawingPlaces on drawing.Id equals place.DrawingId
            where place.Prize != null
            join entry in db.SweepstakesEntries on place.EntryId equals entry.Id
            from free in db.FreeEntries.Where(f => f.EntryId == entry.Id).DefaultIfEmpty()
            group entry by new { entry.Source, Way = (FreeEntryWay?)free.Way } into same
            select new { same.Key.Source, same.Key.Way, Count = same.LongCount() }).ToListAsync(cancellationToken);
        return new EntryWays(
        [
            .. Enum.GetValues<EntryWay>().Select(way => new EntryWayCount(
                way,
                entries.Where(e => WayOf(e.Source, e.Way) == way).Sum(e => e.Count),
                wins.Where(e => WayOf(e.Source, e.Way) == way).Sum(e => e.Count))),
        ]);
    }

    private sealed record SourceAndWay(EntrySource Source, FreeEntryWay? Way, long Count);

    private static EntryWay WayOf(EntrySource source, FreeEntryWay? way) => (source, way) switch
    {
        (EntrySource.Survey, _) => EntryWay.Receipt,
        (_, FreeEntryWay.Mail) => EntryWay.Mail,
        _ => EntryWay.Online,
    };
}

/// <summary>By which way an entry came.</summary>
public enum EntryWay
{
    /// <summary>With a receipt, by a survey.</summary>
    Receipt,

    /// <summary>Without one, on the portal's page.</summary>
    Online,

    /// <summary>Without one, by mail.</summary>
    Mail,
}

/// <summary>A month's entries and wins by way of entry.</summary>
/// <param name="Ways">All ways, in a fixed order.</param>
public sealed record EntryWays(IReadOnlyList<EntryWayCount> Ways)
{
    /// <summary>Of all ways.</summary>
    public long Entries => Ways.Sum(w => w.Entries);

    /// <summary>Of all ways; 0 until it is drawn.</summary>
    public long Wins => Ways.Sum(w => w.Wins);
}

/// <summary>Of one way.</summary>
/// <param name="Way">Which.</param>
/// <param name="Entries">How many.</param>
/// <param name="Wins">How many of them won.</param>
public sealed record EntryWayCount(EntryWay Way, long Entries, long Wins);
