using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>Who did what: the latest first, a page at a time.</summary>
public sealed class ListAuditEvents(RewardsDb db, ChainSettings chain)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AuditEventList> RunAsync(AuditFilter filter, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var at = Math.Clamp(page, 1, 100_000);
        var found = db.AuditEvents.AsNoTracking();
        if (filter.Act is { } act)
        {
            found = found.Where(e => e.Act == act);
        }

        if (filter.Person is { } person)
        {
            found = found.Where(e => e.ActorId == person);
        }

        if (filter.Day is { } day)
        {
            var (from, to) = (Zone.StartOf(day, chain.TimeZone), Zone.StartOf(day.AddDays(1), chain.TimeZone));
            found = found.Where(e => e.At >= from && e.At < to);
        }

        var rows = await (
            from e in found
            from actor in db.Users.Where(u => u.Id == e.ActorId).DefaultIfEmpty()
            orderby e.At descending, e.Id descending
            select new { e.Id, e.Act, Actor = actor.UserName, e.SubjectId, e.SubjectNumber, e.Detail, e.At })
            .Skip((at - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        var actors = await (
            from user in db.Users.AsNoTracking()
            where db.AuditEvents.Any(e => e.ActorId == user.Id)
            orderby user.UserName
            select new AuditActor(user.Id, user.UserName!)).Take(500).ToListAsync(cancellationToken);
        return new AuditEventList(at, rows.Count > PageSize, actors, [.. rows.Take(PageSize).Select(r => new AuditEventLine(
            r.Id, r.Act, r.Actor, r.SubjectId, r.SubjectNumber, RecordAct.Read(r.Detail), r.At))]);
    }
}

/// <summary>Which events; null for all.</summary>
/// <param name="Act">Of what was done.</param>
/// <param name="Person">By whom.</param>
/// <param name="Day">When, in the programme's time zone.</param>
public sealed record AuditFilter(AuditAct? Act = null, Guid? Person = null, DateOnly? Day = null);

/// <summary>A page of events.</summary>
/// <param name="Page">From 1.</param>
/// <param name="HasMore">Whether there is a next one.</param>
/// <param name="Actors">Everyone who did something, by name.</param>
/// <param name="Lines">The latest first.</param>
public sealed record AuditEventList(int Page, bool HasMore, IReadOnlyList<AuditActor> Actors, IReadOnlyList<AuditEventLine> Lines);

/// <summary>Someone who did something.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What they sign in with.</param>
public sealed record AuditActor(Guid Id, string Name);

/// <summary>An event.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">By whom; null for the command line, and for what the portal does itself.</param>
/// <param name="SubjectId">To which key, voucher, adjustment or member of staff.</param>
/// <param name="SubjectNumber">To which promotion or sweepstakes.</param>
/// <param name="Detail">What else matters, by name.</param>
/// <param name="At">UTC.</param>
public sealed record AuditEventLine(
    Guid Id, AuditAct Act, string? Actor, Guid? SubjectId, int? SubjectNumber, IReadOnlyDictionary<string, string> Detail, DateTime At)
{
    /// <summary>Whether it was done at the command line.</summary>
    public bool IsViaCommandLine => Detail.ContainsKey(RecordAct.Via);

    /// <summary>What else matters and is told, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Facts => Detail.Where(d => d.Key != RecordAct.Via);
}
