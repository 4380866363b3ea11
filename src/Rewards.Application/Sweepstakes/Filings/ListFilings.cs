using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Application.Sweepstakes.Filings;

/// <summary>The calendar: what is open, the earliest first, or what is done, the latest first.</summary>
public sealed class ListFilings(RewardsDb db, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Lists a page.</summary>
    /// <param name="done">Those that are done, instead of those that are open.</param>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FilingList> RunAsync(bool done, int page, CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var open = db.FilingTasks.AsNoTracking().Where(t => t.DoneAt == null);
        var openCount = await open.CountAsync(cancellationToken);
        var lateCount = await open.CountAsync(t => t.DueOn < today, cancellationToken);
        var chosen = done
            ? db.FilingTasks.AsNoTracking().Where(t => t.DoneAt != null).OrderByDescending(t => t.DoneAt).ThenBy(t => t.Id)
            : open.OrderBy(t => t.DueOn).ThenBy(t => t.Id);
        var total = done ? await chosen.CountAsync(cancellationToken) : openCount;
        var shown = PageNumber.Within(page, total, PageSize);
        var lines = await (
            from task in chosen
            from person in db.Users.Where(u => u.Id == task.DoneBy).DefaultIfEmpty()
            select new FilingLine(task, person.UserName)).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new FilingList(today, openCount, lateCount, total, shown, lines);
    }
}

/// <summary>A page of the calendar.</summary>
/// <param name="Today">In the programme's time zone.</param>
/// <param name="Open">All that are open.</param>
/// <param name="Late">Those of them whose day has passed.</param>
/// <param name="Total">How many are listed, on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Lines">In order.</param>
public sealed record FilingList(DateOnly Today, int Open, int Late, int Total, int Page, IReadOnlyList<FilingLine> Lines);

/// <summary>A task.</summary>
/// <param name="Task">What is known of it.</param>
/// <param name="DoneBy">What whoever did it signs in with.</param>
public sealed record FilingLine(FilingTask Task, string? DoneBy);
