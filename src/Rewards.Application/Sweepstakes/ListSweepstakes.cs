using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Every month's sweepstakes for the office, the latest first.</summary>
public sealed class ListSweepstakes(RewardsDb db, PortalSettings settings)
{
    /// <summary>Months on a page.</summary>
    public const int PageSize = 24;

    /// <summary>Lists a page.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SweepstakesList> RunAsync(int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, 1000);
        var rows = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking()
            from drawing in db.Drawings.Where(d => d.SweepstakesId == sweepstakes.Id).DefaultIfEmpty()
            orderby sweepstakes.DrawId descending
            select new
            {
                sweepstakes.DrawId,
                sweepstakes.Status,
                sweepstakes.OpensAt,
                sweepstakes.ClosesAt,
                FrozenAt = (DateTime?)drawing.FrozenAt,
                drawing.CommittedAt,
                drawing.AnnouncementAt,
                drawing.DrawnAt,
                Entries = sweepstakes.Status == SweepstakesStatus.Open
                    ? db.SweepstakesEntries.LongCount(e => e.SweepstakesId == sweepstakes.Id)
                    : drawing.EntryCount,
                ToCheck = db.PrizeClaims.Count(c => c.SweepstakesId == sweepstakes.Id && c.Status == PrizeClaimStatus.Answered && !c.Declines),
                ToPassOn = db.PrizeClaims.Count(c => c.SweepstakesId == sweepstakes.Id && c.Status == PrizeClaimStatus.Answered && c.Declines),
                ToHandOver = db.PrizeClaims.Count(c => c.SweepstakesId == sweepstakes.Id && c.Status == PrizeClaimStatus.Accepted),
                ToDecide = db.DispositionProposals.Count(p => p.Status == DrawProposalStatus.Proposed
                    && db.PrizeClaims.Any(c => c.Id == p.ClaimId && c.SweepstakesId == sweepstakes.Id && c.Status != PrizeClaimStatus.Lost)),
                Waits = db.DrawProposals.Any(p => p.SweepstakesId == sweepstakes.Id && p.Status == DrawProposalStatus.Proposed),
            }).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new SweepstakesList(page, rows.Count > PageSize,
        [
            .. rows.Take(PageSize).Select(r => new SweepstakesLine(
                new DrawTimes(
                    r.DrawId,
                    r.Status,
                    r.OpensAt,
                    r.ClosesAt,
                    FreezeEntries.SettledFrom(r.ClosesAt, settings.Sweepstakes),
                    r.FrozenAt,
                    r.CommittedAt,
                    r.AnnouncementAt,
                    r.DrawnAt),
                r.Entries,
                r.Waits,
                new PrizesToDo(r.ToCheck, r.ToPassOn, r.ToHandOver, r.ToDecide))),
        ]);
    }
}

/// <summary>Some months.</summary>
/// <param name="Page">From 1.</param>
/// <param name="HasOlder">Whether there are more.</param>
/// <param name="Months">The latest first.</param>
public sealed record SweepstakesList(int Page, bool HasOlder, IReadOnlyList<SweepstakesLine> Months);

/// <summary>A month.</summary>
/// <param name="Times">Where it stands and when each step was or is.</param>
/// <param name="Entries">So far, or settled.</param>
/// <param name="Waits">Whether the next step was proposed and waits for another officer.</param>
/// <param name="Prizes">What is to be done with its prizes.</param>
public sealed record SweepstakesLine(DrawTimes Times, long Entries, bool Waits, PrizesToDo Prizes);

/// <summary>What the office has to do with the prizes of a month.</summary>
/// <param name="ToCheck">Answers to check.</param>
/// <param name="ToPassOn">Prizes that their winners do not want.</param>
/// <param name="ToHandOver">Accepted prizes.</param>
/// <param name="ToDecide">Proposals to take a prize.</param>
public sealed record PrizesToDo(int ToCheck, int ToPassOn, int ToHandOver, int ToDecide)
{
    /// <summary>Each with its name, those of which there are any.</summary>
    public IEnumerable<(string Name, int Count)> Some =>
        new[] { ("check", ToCheck), ("pass-on", ToPassOn), ("hand-over", ToHandOver), ("decide", ToDecide) }.Where(todo => todo.Item2 > 0);
}
