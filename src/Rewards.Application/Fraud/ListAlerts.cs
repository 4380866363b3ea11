using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Fraud;

namespace Rewards.Application.Fraud;

/// <summary>Alerts: the latest first, a page at a time; and each with what was found.</summary>
public sealed class ListAlerts(RewardsDb db)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists.</summary>
    /// <param name="closed">Those that somebody has looked at, or those that wait.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AlertList> RunAsync(bool closed, int page, CancellationToken cancellationToken)
    {
        var at = Math.Clamp(page, 1, 100_000);
        var rows = await db.Alerts.AsNoTracking().Where(a => closed ? a.AcknowledgedAt != null : a.AcknowledgedAt == null)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Select(a => new AlertLine(a.Id, a.Kind, a.Who, a.StoreNumber, a.Count, a.At))
            .Skip((at - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new AlertList(at, rows.Count > PageSize, [.. rows.Take(PageSize)]);
    }

    /// <summary>One of them; null where there is none such.</summary>
    public async Task<AlertPage?> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from alert in db.Alerts.AsNoTracking()
            where alert.Id == id
            from person in db.Users.Where(u => u.Id == alert.AcknowledgedById).DefaultIfEmpty()
            select new { Alert = alert, Person = person.UserName }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new AlertPage(
            found.Alert, found.Person, JsonSerializer.Deserialize<List<AlertEvidence>>(found.Alert.Evidence, DataJson.Options)!);
    }
}

/// <summary>A page of alerts.</summary>
/// <param name="Page">From 1.</param>
/// <param name="HasMore">Whether there is a next one.</param>
/// <param name="Lines">The latest first.</param>
public sealed record AlertList(int Page, bool HasMore, IReadOnlyList<AlertLine> Lines);

/// <summary>An alert in the list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What looks wrong.</param>
/// <param name="Who">Of whom.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="Count">How many times.</param>
/// <param name="At">UTC.</param>
public sealed record AlertLine(Guid Id, AlertKind Kind, string Who, int? StoreNumber, int Count, DateTime At);

/// <summary>An alert on its own page.</summary>
/// <param name="Alert">Itself.</param>
/// <param name="AcknowledgedBy">Who has looked at it.</param>
/// <param name="Evidence">What was found, the latest first.</param>
public sealed record AlertPage(Alert Alert, string? AcknowledgedBy, IReadOnlyList<AlertEvidence> Evidence);
