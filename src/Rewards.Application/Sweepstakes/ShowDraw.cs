using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>A month's draw as anyone may see it: what was committed to and when, the beacon, the winners without full names.</summary>
public sealed class ShowDraw(RewardsDb db, PortalSettings settings)
{
    /// <summary>Winners on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Finds it; null where there is no such draw.</summary>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="page">Of the winners, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PublicDraw?> RunAsync(string? drawId, int page, CancellationToken cancellationToken)
    {
        var found = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
            from drawing in db.Drawings.Where(d => d.SweepstakesId == sweepstakes.Id).DefaultIfEmpty()
            select new
            {
                sweepstakes.DrawId,
                sweepstakes.Status,
                sweepstakes.OpensAt,
                sweepstakes.ClosesAt,
                sweepstakes.Rules,
                sweepstakes.Prizes,
                DrawingId = (int?)drawing.Id,
                EntryCount = (long?)drawing.EntryCount,
                drawing.Root,
                FrozenAt = (DateTime?)drawing.FrozenAt,
                drawing.Manifest,
                drawing.Commit,
                drawing.CommittedAt,
                drawing.BeaconDescription,
                drawing.AnnouncementAt,
                drawing.Announced,
                drawing.BeaconSignature,
                drawing.Seed,
                drawing.DrawnAt,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var prizes = Encoding.UTF8.GetBytes(found.Prizes);
        return new PublicDraw(
            new DrawTimes(
                found.DrawId,
                found.Status,
                found.OpensAt,
                found.ClosesAt,
                FreezeEntries.SettledFrom(found.ClosesAt, settings.Sweepstakes),
                found.FrozenAt,
                found.CommittedAt,
                found.AnnouncementAt,
                found.DrawnAt),
            [.. Groups(prizes)],
            Digest.Of(Encoding.UTF8.GetBytes(found.Rules)).ToString(),
            Digest.Of(prizes).ToString(),
            found.EntryCount,
            Hex(found.Root),
            Hex(found.Commit),
            found.BeaconDescription,
            found.Announced ?? Hex(found.BeaconSignature),
            Hex(found.Seed),
            DrawManifest.TryParse(found.Manifest, out var manifest) && manifest.BeaconId == Quicknet.BeaconId ? manifest.Round : null,
            found.Status == SweepstakesStatus.Drawn ? await WinnersAsync(found.DrawingId!.Value, Math.Clamp(page, 1, PrizeList.MaxPrizes), cancellationToken) : null);
    }

    private async Task<WinnersPage> WinnersAsync(int drawingId, int page, CancellationToken cancellationToken)
    {
        var places = db.DrawingPlaces.AsNoTracking().Where(p => p.DrawingId == drawingId);
        var rows = await places.Where(p => p.Prize != null).OrderBy(p => p.Place)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Shoppers, p => p.ShopperId, s => s.Id, (p, s) => new { p.Place, p.Prize, p.EntryId, s.FirstName, s.LastName, s.Town })
            .OrderBy(p => p.Place)
            .ToListAsync(cancellationToken);
        var count = await places.CountAsync(p => p.Prize != null, cancellationToken);
        return new WinnersPage(page, count, [.. rows.Select(r => PublicWinner.Of(r.Place, r.Prize!, r.EntryId, r.FirstName, r.LastName, r.Town))]);
    }

    private static IEnumerable<PrizeGroup> Groups(byte[] prizes) =>
        (PrizeList.TryRead(prizes, out var lines) ? lines : []).GroupBy(line => line).Select(same => new PrizeGroup(same.Key, same.Count()));

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);
}

/// <summary>A month's draw as anyone may see it. Hashes are 64 hexadecimal digits, null until there are any.</summary>
/// <param name="Times">Where it stands and when each step was or is.</param>
/// <param name="Prizes">In prize order.</param>
/// <param name="RulesHash">Of the bytes of <c>rules.txt</c>.</param>
/// <param name="PrizesHash">Of the bytes of <c>prizes.txt</c>.</param>
/// <param name="EntryCount">Of the settled entries.</param>
/// <param name="Root">Of the tree over them.</param>
/// <param name="Commit">What was published before the value was known.</param>
/// <param name="BeaconDescription">Of a ceremony: where the value comes from.</param>
/// <param name="Announced">The value; of drand, the round's signature.</param>
/// <param name="Seed">What all scores come from.</param>
/// <param name="DrandRound">The round of drand's quicknet that was committed to; null for a ceremony.</param>
/// <param name="Winners">Once it is drawn.</param>
public sealed record PublicDraw(
    DrawTimes Times,
    IReadOnlyList<PrizeGroup> Prizes,
    string RulesHash,
    string PrizesHash,
    long? EntryCount,
    string? Root,
    string? Commit,
    string? BeaconDescription,
    string? Announced,
    string? Seed,
    long? DrandRound,
    WinnersPage? Winners);

/// <summary>Prizes of one kind.</summary>
/// <param name="Line">As in <c>prizes.txt</c> (<see cref="PrizeName"/>).</param>
/// <param name="Count">How many.</param>
public sealed record PrizeGroup(string Line, int Count);

/// <summary>Some of a draw's winners.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Count">Of all winners.</param>
/// <param name="Winners">Of this page, in prize order.</param>
public sealed record WinnersPage(int Page, int Count, IReadOnlyList<PublicWinner> Winners);

/// <summary>A winner as the list of winners has it.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Prize">As in <c>prizes.txt</c> (<see cref="PrizeName"/>).</param>
/// <param name="EntryId">32 hexadecimal digits.</param>
/// <param name="Name">First name and initial; null until the winner gave it.</param>
/// <param name="Town">Null until the winner gave it.</param>
public sealed record PublicWinner(int Place, string Prize, string EntryId, string? Name, string? Town)
{
    /// <summary>The entry as a line has room for it: <c>019a…c4d2</c>.</summary>
    public string ShortEntryId => $"{EntryId[..4]}…{EntryId[^4..]}";

    internal static PublicWinner Of(int place, string prize, byte[] entryId, string? firstName, string? lastName, string? town)
    {
        var name = Shopper.PublicNameOf(firstName, lastName);
        return new PublicWinner(place, prize, Convert.ToHexStringLower(entryId), name, name is null ? null : town);
    }
}
