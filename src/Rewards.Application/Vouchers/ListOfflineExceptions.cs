using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>The redemptions without network that came too late or may not be, the newest first, for a person to resolve.</summary>
public sealed class ListOfflineExceptions(RewardsDb db)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Lists a page.</summary>
    /// <param name="resolved">Those that were resolved, instead of those that are open.</param>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OfflineExceptions> RunAsync(bool resolved, int page, CancellationToken cancellationToken)
    {
        var all = db.OfflineRedemptions.AsNoTracking().Where(r => r.RedemptionId == null);
        var open = await all.Where(r => r.ResolvedAt == null).GroupBy(_ => 1)
            .Select(g => new DaySum(g.Count(), g.Sum(r => (long)r.AmountCents))).SingleOrDefaultAsync(cancellationToken) ?? DaySum.Nothing;
        var chosen = resolved ? all.Where(r => r.ResolvedAt != null) : all.Where(r => r.ResolvedAt == null);
        var total = resolved ? await chosen.CountAsync(cancellationToken) : open.Count;
        var shown = PageNumber.Within(page, total, PageSize);
        var lines = await (
            from row in chosen
            from staff in db.Users.Where(u => u.Id == row.StaffId).DefaultIfEmpty()
            from person in db.Users.Where(u => u.Id == row.ResolvedById).DefaultIfEmpty()
            orderby row.ReceivedAt descending, row.Id
            select new OfflineExceptionLine(row, staff.UserName, person.UserName))
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new OfflineExceptions(open, total, shown, lines);
    }
}

/// <summary>A page of exceptions.</summary>
/// <param name="Open">All that are open, and what they come to.</param>
/// <param name="Total">How many are listed, on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Lines">The newest first.</param>
public sealed record OfflineExceptions(DaySum Open, int Total, int Page, IReadOnlyList<OfflineExceptionLine> Lines);

/// <summary>An exception.</summary>
/// <param name="Row">What is known of it.</param>
/// <param name="Staff">Who took it: what they sign in with; null of a till.</param>
/// <param name="ResolvedBy">Who resolved it.</param>
public sealed record OfflineExceptionLine(OfflineRedemption Row, string? Staff, string? ResolvedBy);
