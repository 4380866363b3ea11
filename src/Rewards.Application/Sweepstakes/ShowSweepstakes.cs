using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>A month's draw for the office: what is public, and who did what, how many entries there are, who won.</summary>
public sealed class ShowSweepstakes(RewardsDb db, ShowDraw showDraw, SettledCounts counts, Vault vault, TimeProvider clock, ChainSettings chain)
{
    /// <summary>Finds it; null where there is none.</summary>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="page">Of the winners, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OfficeDraw?> RunAsync(string? drawId, int page, CancellationToken cancellationToken)
    {
        if (await showDraw.RunAsync(drawId, page, cancellationToken) is not { } draw)
        {
            return null;
        }

        var id = db.Sweepstakes.WithDrawId(drawId).Select(s => s.Id);
        var days = await counts.OfAsync(draw.Times.DrawId, draw.Times.Status, () => db.SweepstakesEntries
            .Where(e => id.Contains(e.SweepstakesId) && !db.EntryExclusions.Any(x => x.EntryId == e.Id))
            .GroupBy(e => new { e.EnteredOn, e.Source })
            .Select(g => new DayAndSource(g.Key.EnteredOn, g.Key.Source, g.LongCount()))
            .ToListAsync(cancellationToken));
        DayCount[] byDay = [.. days.GroupBy(d => d.EnteredOn).Select(g => new DayCount(g.Key, g.Sum(d => d.Count))).OrderBy(d => d.Day)];
        var officers = await db.Drawings.AsNoTracking().Where(d => id.Contains(d.SweepstakesId))
            .Select(d => new { d.Id, d.FrozenBy, d.CommittedBy, d.DrawnBy }).SingleOrDefaultAsync(cancellationToken);
        var proposals = await db.DrawProposals.AsNoTracking().Where(p => id.Contains(p.SweepstakesId)).OrderBy(p => p.ProposedAt).ToListAsync(cancellationToken);
        return new OfficeDraw(
            draw,
            days.Where(d => d.Source == EntrySource.Survey).Sum(d => d.Count),
            days.Where(d => d.Source == EntrySource.FreeEntry).Sum(d => d.Count),
            byDay,
            draw.Winners is null ? null : DayCounts.Compare(byDay, await DrawnDaysAsync(officers!.Id, cancellationToken)),
            await ProposalAsync(draw.Times.Status, proposals, cancellationToken),
            await ProposerAsync(OfficerStep.Freeze, proposals, cancellationToken),
            await ProposerAsync(OfficerStep.Commit, proposals, cancellationToken),
            await db.Sweepstakes.WithDrawId(drawId).Select(s => s.ClaimDays).SingleAsync(cancellationToken),
            await db.EntryExclusions.CountAsync(e => id.Contains(e.SweepstakesId), cancellationToken),
            await db.MailInCards.CountAsync(
                c => c.Outcome == MailInOutcome.None && db.MailInBatches.Any(b => b.Id == c.BatchId && id.Contains(b.SweepstakesId)), cancellationToken),
            await OfficerAsync(officers?.FrozenBy, cancellationToken),
            await OfficerAsync(officers?.CommittedBy, cancellationToken),
            await OfficerAsync(officers?.DrawnBy, cancellationToken),
            draw.Winners is { } winners ? await ContactsAsync(officers!.Id, winners, cancellationToken) : [],
            draw.Winners is null ? 0 : await db.DrawingPlaces.CountAsync(
                p => p.DrawingId == officers!.Id && p.Prize == null && !db.PrizeClaims.Any(c => c.EntryId == p.EntryId), cancellationToken));
    }

    // Of the step whose turn it is: what waits, else the last one.
    private async Task<OfficeProposal?> ProposalAsync(SweepstakesStatus status, List<DrawProposal> proposals, CancellationToken cancellationToken)
    {
        OfficerStep? turn = status switch
        {
            SweepstakesStatus.Open => OfficerStep.Freeze,
            SweepstakesStatus.Frozen => OfficerStep.Commit,
            _ => null,
        };
        var latest = proposals.Where(p => p.Step == turn).OrderBy(p => p.Status == DrawProposalStatus.Proposed).LastOrDefault();
        return latest is null or { Status: DrawProposalStatus.Withdrawn } ? null : new OfficeProposal(
            latest.Id,
            latest.Step,
            latest.Status,
            latest.Plan,
            await db.OfficerAsync(latest.ProposedBy, cancellationToken),
            latest.ProposedAt,
            await OfficerAsync(latest.DecidedBy, cancellationToken),
            latest.Reason);
    }

    private Task<Officer?> ProposerAsync(OfficerStep step, List<DrawProposal> proposals, CancellationToken cancellationToken) =>
        OfficerAsync(proposals.LastOrDefault(p => p.Step == step && p.Status == DrawProposalStatus.Confirmed)?.ProposedBy, cancellationToken);

    private async Task<IReadOnlyCollection<DayCount>> DrawnDaysAsync(int drawingId, CancellationToken cancellationToken) => await (
        from place in db.DrawingPlaces
        where place.DrawingId == drawingId
        join entry in db.SweepstakesEntries on place.EntryId equals entry.Id
        group entry by entry.EnteredOn into day
        select new DayCount(day.Key, day.LongCount())).ToListAsync(cancellationToken);

    private async Task<Officer?> OfficerAsync(Guid? id, CancellationToken cancellationToken) =>
        id is null ? null : await db.OfficerAsync(id.Value, cancellationToken);

    private async Task<IReadOnlyList<WinnerContact>> ContactsAsync(int drawingId, WinnersPage winners, CancellationToken cancellationToken)
    {
        if (winners.Winners.Count == 0)
        {
            return [];
        }

        var (first, last) = (winners.Winners[0].Place, winners.Winners[^1].Place);
        var prizes = winners.Winners.ToDictionary(w => w.Place, w => w.Prize);
        var found = await (
            from drawing in db.Drawings.AsNoTracking()
            where drawing.Id == drawingId
            join claim in db.PrizeClaims.Last() on drawing.SweepstakesId equals claim.SweepstakesId
            where claim.Prize >= first && claim.Prize <= last
            join shopper in db.Shoppers on claim.ShopperId equals shopper.Id
            from mail in db.OutboxMails.Where(m => m.Id == claim.Id).DefaultIfEmpty()
            orderby claim.Prize
            select new
            {
                Claim = claim,
                Shopper = shopper,
                db.Sweepstakes.First(w => w.Id == claim.SweepstakesId).ClaimDays,
                mail.SentAt,
                IsProposed = db.DispositionProposals.Any(p => p.ClaimId == claim.Id && p.Status == DrawProposalStatus.Proposed),
            }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. found.Select(f => new WinnerContact(
                f.Claim.Prize,
                prizes[f.Claim.Prize],
                f.Claim.EntryId,
                f.Shopper.FirstName,
                f.Shopper.LastName,
                f.Shopper.Town,
                f.Shopper.Email,
                f.Shopper.LoyaltyCard,
                f.SentAt)
            {
                Turn = f.Claim.Turn,
                Status = f.Claim.Status,
                AnswerBy = f.Claim.AnswerBy,
                IsNotReached = f.Claim.Status == PrizeClaimStatus.Offered && f.Claim.AnswerBy <= now
                    && !ForfeitUnanswered.IsTold(f.Claim, f.SentAt, f.ClaimDays, chain.TimeZone),
                IsProposed = f.IsProposed,
                Postal = PostalContact.Open(vault, f.Shopper.Id, f.Shopper.SealedContact),
            }),
        ];
    }

    private sealed record DayAndSource(DateOnly EnteredOn, EntrySource Source, long Count);
}

/// <summary>A month's draw for the office.</summary>
/// <param name="Draw">What is public.</param>
/// <param name="SurveyEntries">In the database now, without those that were excluded.</param>
/// <param name="FreeEntries">In the database now, without those that were excluded.</param>
/// <param name="Days">The same by day of entry, in the programme's zone.</param>
/// <param name="Spread">Once it is drawn: whether the days of winners and listed alternates are spread as those of the entries; null where they are too few.</param>
/// <param name="Proposal">Of the step whose turn it is: what waits for another officer, or was declined last.</param>
/// <param name="FreezeProposedBy">Who proposed to freeze the entries.</param>
/// <param name="CommitProposedBy">Who proposed the commitment.</param>
/// <param name="ClaimDays">Days that a winner has to answer.</param>
/// <param name="ExcludedCount">Entries that were excluded as the entries were frozen.</param>
/// <param name="OpenCards">Cards that came by mail, were typed, and are not checked: after the freeze they cannot become entries.</param>
/// <param name="FrozenBy">Who froze the entries.</param>
/// <param name="CommittedBy">Who published the commitment.</param>
/// <param name="DrawnBy">Who drew.</param>
/// <param name="Winners">The winners of the page that <see cref="Draw"/> has, with what they can be reached by.</param>
/// <param name="AlternateCount">How many stand in line and were not called, as far as they were taken down.</param>
public sealed record OfficeDraw(
    PublicDraw Draw,
    long SurveyEntries,
    long FreeEntries,
    IReadOnlyList<DayCount> Days,
    ChiSquareTest? Spread,
    OfficeProposal? Proposal,
    Officer? FreezeProposedBy,
    Officer? CommitProposedBy,
    int ClaimDays,
    int ExcludedCount,
    int OpenCards,
    Officer? FrozenBy,
    Officer? CommittedBy,
    Officer? DrawnBy,
    IReadOnlyList<WinnerContact> Winners,
    int AlternateCount);

/// <summary>A step that one officer proposed.</summary>
/// <param name="Id">Its name: whoever decides says which one was looked at.</param>
/// <param name="Step">What is proposed.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Plan">The beacon of a commitment.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">UTC.</param>
/// <param name="DecidedBy">Who declined it.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record OfficeProposal(
    Guid Id, OfficerStep Step, DrawProposalStatus Status, BeaconPlan? Plan, Officer By, DateTime At, Officer? DecidedBy, string? Reason)
{
    /// <summary>Whether it waits for another officer.</summary>
    public bool IsWaiting => Status == DrawProposalStatus.Proposed;
}

/// <summary>Someone who took a step.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Null where the account is gone.</param>
public sealed record Officer(Guid Id, string? Name);

/// <summary>Who has a prize, and how to reach the person.</summary>
/// <param name="Place">Of the prize, from 1.</param>
/// <param name="Prize">As in <c>prizes.txt</c> (<see cref="PrizeName"/>).</param>
/// <param name="EntryId">16 bytes.</param>
/// <param name="FirstName">If given.</param>
/// <param name="LastName">If given.</param>
/// <param name="Town">If given.</param>
/// <param name="Email">If given.</param>
/// <param name="LoyaltyCard">If given.</param>
/// <param name="ToldAt">When the mail went out, UTC; null where it has not, or there is no address.</param>
public sealed record WinnerContact(
    int Place,
    string Prize,
    byte[] EntryId,
    string? FirstName,
    string? LastName,
    string? Town,
    string? Email,
    string? LoyaltyCard,
    DateTime? ToldAt)
{
    /// <summary>1 for the winner as drawn, one more for each alternate called for the same prize.</summary>
    public required int Turn { get; init; }

    /// <summary>Where the prize stands with the person; lost where nobody is left in line.</summary>
    public required PrizeClaimStatus Status { get; init; }

    /// <summary>Until when it can be answered, UTC, exclusive; null until the person is told by hand.</summary>
    public required DateTime? AnswerBy { get; init; }

    /// <summary>Whether the time to answer went by, and the mail had not gone out soon enough: two officers decide.</summary>
    public required bool IsNotReached { get; init; }

    /// <summary>Whether one officer proposed to take the prize, and another has not decided.</summary>
    public required bool IsProposed { get; init; }

    /// <summary>Name and postal address of who entered without a purchase.</summary>
    public PostalContact? Postal { get; init; }
}
