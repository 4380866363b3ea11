using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>A month's draw for the office: what is public, and who did what, how many entries there are, who won.</summary>
public sealed class ShowSweepstakes(RewardsDb db, ShowDraw showDraw, Vault vault)
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
        var entries = await db.SweepstakesEntries.Where(e => id.Contains(e.SweepstakesId))
            .GroupBy(e => e.Source).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var officers = await db.Drawings.AsNoTracking().Where(d => id.Contains(d.SweepstakesId))
            .Select(d => new { d.Id, d.FrozenBy, d.CommittedBy, d.DrawnBy }).SingleOrDefaultAsync(cancellationToken);
        return new OfficeDraw(
            draw,
            entries.GetValueOrDefault(EntrySource.Survey),
            entries.GetValueOrDefault(EntrySource.FreeEntry),
            await OfficerAsync(officers?.FrozenBy, cancellationToken),
            await OfficerAsync(officers?.CommittedBy, cancellationToken),
            await OfficerAsync(officers?.DrawnBy, cancellationToken),
            draw.Winners is { } winners ? await ContactsAsync(officers!.Id, winners, cancellationToken) : [],
            draw.Winners is null ? 0 : await db.DrawingPlaces.CountAsync(p => p.DrawingId == officers!.Id && p.Prize == null, cancellationToken));
    }

    private async Task<Officer?> OfficerAsync(Guid? id, CancellationToken cancellationToken) => id is null
        ? null
        : new Officer(id.Value, await db.Users.Where(u => u.Id == id).Select(u => u.UserName).SingleOrDefaultAsync(cancellationToken));

    private async Task<IReadOnlyList<WinnerContact>> ContactsAsync(int drawingId, WinnersPage winners, CancellationToken cancellationToken)
    {
        if (winners.Winners.Count == 0)
        {
            return [];
        }

        var (first, last) = (winners.Winners[0].Place, winners.Winners[^1].Place);
        var found = await (
            from place in db.DrawingPlaces.AsNoTracking()
            where place.DrawingId == drawingId && place.Place >= first && place.Place <= last
            join shopper in db.Shoppers on place.ShopperId equals shopper.Id
            from mail in db.OutboxMails.Where(m => m.Id == place.Id).DefaultIfEmpty()
            orderby place.Place
            select new { shopper.Id, shopper.SealedContact, Contact = new WinnerContact(
                place.Place,
                place.Prize!,
                place.EntryId,
                shopper.FirstName,
                shopper.LastName,
                shopper.Town,
                shopper.Email,
                shopper.LoyaltyCard,
                mail.SentAt) }).ToListAsync(cancellationToken);
        return [.. found.Select(f => f.Contact with { Postal = PostalContact.Open(vault, f.Id, f.SealedContact) })];
    }
}

/// <summary>A month's draw for the office.</summary>
/// <param name="Draw">What is public.</param>
/// <param name="SurveyEntries">In the database now.</param>
/// <param name="FreeEntries">In the database now.</param>
/// <param name="FrozenBy">Who froze the entries.</param>
/// <param name="CommittedBy">Who published the commitment.</param>
/// <param name="DrawnBy">Who drew.</param>
/// <param name="Winners">The winners of the page that <see cref="Draw"/> has, with what they can be reached by.</param>
/// <param name="AlternateCount">How many stand in line, as far as they were taken down.</param>
public sealed record OfficeDraw(
    PublicDraw Draw,
    long SurveyEntries,
    long FreeEntries,
    Officer? FrozenBy,
    Officer? CommittedBy,
    Officer? DrawnBy,
    IReadOnlyList<WinnerContact> Winners,
    int AlternateCount);

/// <summary>Someone who took a step.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Null where the account is gone.</param>
public sealed record Officer(Guid Id, string? Name);

/// <summary>A winner, and how to reach the person.</summary>
/// <param name="Place">From 1.</param>
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
    /// <summary>Name and postal address of who entered without a purchase.</summary>
    public PostalContact? Postal { get; init; }
}
