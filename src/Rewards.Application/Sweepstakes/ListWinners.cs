using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Who has the prizes of every drawn month, the latest first.</summary>
public sealed class ListWinners(RewardsDb db)
{
    /// <summary>Months on a page.</summary>
    public const int PageSize = 6;

    /// <summary>Winners of a month that are listed; the month's own page has them all.</summary>
    public const int WinnersShown = 25;

    /// <summary>Lists a page of months.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WinnersList> RunAsync(int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, 1000);
        var months = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking()
            where sweepstakes.Status == SweepstakesStatus.Drawn
            join drawing in db.Drawings on sweepstakes.Id equals drawing.SweepstakesId
            orderby sweepstakes.DrawId descending
            select new
            {
                sweepstakes.DrawId,
                drawing.Id,
                drawing.EntryCount,
                drawing.DrawnAt,
                Winners = db.DrawingPlaces.Count(p => p.DrawingId == drawing.Id && p.Prize != null),
            }).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = months.Take(PageSize).Select(m => m.Id).ToList();
        var winners = (await db.Holders().Where(h => ids.Contains(h.DrawingId) && h.Place <= WinnersShown)
            .OrderBy(h => h.DrawingId).ThenBy(h => h.Place).ToListAsync(cancellationToken)).ToLookup(w => w.DrawingId);
        return new WinnersList(page, months.Count > PageSize,
        [
            .. months.Take(PageSize).Select(m => new MonthWinners(m.DrawId, m.EntryCount, m.DrawnAt!.Value, m.Winners,
            [
                .. winners[m.Id].Select(PublicWinner.Of),
            ])),
        ]);
    }
}

/// <summary>Some drawn months.</summary>
/// <param name="Page">From 1.</param>
/// <param name="HasOlder">Whether there are more.</param>
/// <param name="Months">The latest first.</param>
public sealed record WinnersList(int Page, bool HasOlder, IReadOnlyList<MonthWinners> Months);

/// <summary>A drawn month.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="EntryCount">How many entries took part.</param>
/// <param name="DrawnAt">UTC.</param>
/// <param name="WinnerCount">How many won.</param>
/// <param name="Winners">The first of them.</param>
public sealed record MonthWinners(string DrawId, long EntryCount, DateTime DrawnAt, int WinnerCount, IReadOnlyList<PublicWinner> Winners);
