using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
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
        var (first, last) = (((page - 1) * PageSize) + 1, page * PageSize);
        var holders = await db.Holders().Where(h => h.DrawingId == drawingId && h.Place >= first && h.Place <= last)
            .OrderBy(h => h.Place).ToListAsync(cancellationToken);
        var lost = await (
            from drawing in db.Drawings.AsNoTracking()
            where drawing.Id == drawingId
            join claim in db.PrizeClaims on drawing.SweepstakesId equals claim.SweepstakesId
            where claim.Prize >= first && claim.Prize <= last
            join disposition in db.RecordedDispositions on claim.Id equals disposition.ClaimId
            orderby disposition.Number
            select new { claim.Prize, claim.Turn, Disposition = disposition }).ToListAsync(cancellationToken);
        var prizes = holders.ToDictionary(h => h.Place, h => h.Prize);
        return new WinnersPage(
            page,
            await db.DrawingPlaces.CountAsync(p => p.DrawingId == drawingId && p.Prize != null, cancellationToken),
            [.. holders.Select(PublicWinner.Of)],
            [
                .. lost.Select(l => new LostPrize(
                    l.Prize, prizes[l.Prize], l.Turn, Convert.ToHexStringLower(l.Disposition.EntryId), ReasonOf(l.Disposition.Read().Reason), l.Disposition.RecordedAt)),
            ]);
    }

    private static PublicReason ReasonOf(string code) => code switch
    {
        DispositionReason.NoResponse => PublicReason.NoResponse,
        DispositionReason.AffidavitLate => PublicReason.AffidavitLate,
        DispositionReason.Declined => PublicReason.Declined,
        _ => PublicReason.NotEligible,
    };

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
/// <param name="Winners">Who has the prizes of this page, in prize order.</param>
/// <param name="Lost">Who had one of them and lost it, in the order in which it was recorded.</param>
public sealed record WinnersPage(int Page, int Count, IReadOnlyList<PublicWinner> Winners, IReadOnlyList<LostPrize> Lost);
