using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>Who has which prize, held against the places as drawn and the dispositions; and each disposition against the one before it and its act.</summary>
internal static class DispositionBooks
{
    /// <summary>
    /// Of each draw: the lines are a chain, each of the claim that was lost by it, each recorded by an act of the audit; and the prizes went on as
    /// docs/draw-protocol.md §10 says, each to the first in line.
    /// </summary>
    public static async IAsyncEnumerable<string> PrizesAsync(RewardsDb db)
    {
        foreach (var sweepstakesId in await db.Sweepstakes.Where(s => s.Status == SweepstakesStatus.Drawn).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync())
        {
            var rows = await (
                from drawing in db.Drawings.AsNoTracking()
                where drawing.SweepstakesId == sweepstakesId
                join place in db.DrawingPlaces on drawing.Id equals place.DrawingId
                from claim in db.PrizeClaims.Where(c => c.EntryId == place.EntryId).DefaultIfEmpty()
                from disposition in db.RecordedDispositions.Where(d => d.ClaimId == claim.Id).DefaultIfEmpty()
                orderby place.Place
                select new Row(place.Place, place.Prize != null, place.EntryId, claim, disposition)).ToListAsync();
            var acts = await db.AuditEvents.AsNoTracking().Where(e => e.Act == AuditAct.PrizeDisposed && e.SubjectNumber == sweepstakesId)
                .Select(e => e.Detail).ToListAsync();
            var hashes = acts.ConvertAll(detail => RecordAct.Read(detail).GetValueOrDefault(Sweepstakes.RecordDisposition.LineHash)).ToHashSet();
            if ((FaultOf(rows, hashes) ?? await StrangerAsync(db, sweepstakesId)) is { } fault)
            {
                yield return Invariant($"sweepstakes {sweepstakesId}: {fault}");
            }
        }
    }

    // Claims without a place are in no row of the above.
    private static async Task<string?> StrangerAsync(RewardsDb db, int sweepstakesId) =>
        await db.PrizeClaims.AsNoTracking().Where(c => c.SweepstakesId == sweepstakesId && !db.DrawingPlaces.Any(p => p.EntryId == c.EntryId))
            .OrderBy(c => c.Prize).FirstOrDefaultAsync() is { } claim
            ? Invariant($"prize {claim.Prize} was offered to an entry that has no place")
            : null;

    private static string? FaultOf(IReadOnlyList<Row> rows, HashSet<string?> acts)
    {
        var line = rows.Where(r => !r.IsWinner).ToList();
        var (called, before, expected) = (0, default(Digest), 1);
        var due = rows.Where(r => r.IsWinner).ToDictionary(r => (Prize: r.Place, Turn: 1));
        foreach (var lost in rows.Where(r => r.Disposition is not null).OrderBy(r => r.Disposition!.Number))
        {
            var (claim, recorded) = (lost.Claim!, lost.Disposition!);
            if (recorded.Number != expected || !Disposition.TryParse(Encoding.UTF8.GetBytes(recorded.Line), out var read)
                || read.Previous != before || !read.Hash.Bytes.SequenceEqual(recorded.Hash))
            {
                return Invariant($"disposition {recorded.Number} does not follow the one before it");
            }

            if (read.Entry != EntryId.FromBytes(claim.EntryId) || claim.Status != PrizeClaimStatus.Lost)
            {
                return Invariant($"disposition {recorded.Number} is not of the claim that it was recorded for");
            }

            if (!acts.Contains(read.Hash.ToString()))
            {
                return Invariant($"disposition {recorded.Number} was recorded by no act");
            }

            (before, expected) = (read.Hash, expected + 1);
            if (called < line.Count)
            {
                due[(claim.Prize, claim.Turn + 1)] = line[called++];
            }
        }

        foreach (var ((prize, turn), row) in due)
        {
            if (row.Claim is not { } claim || claim.Prize != prize || claim.Turn != turn)
            {
                return Invariant($"prize {prize} was not offered to whose turn {turn} it was");
            }
        }

        return rows.FirstOrDefault(r => r.Claim?.Status == PrizeClaimStatus.Lost && r.Disposition is null) is { } silent
            ? Invariant($"prize {silent.Claim!.Prize} was lost by no disposition")
            : line.Skip(called).FirstOrDefault(r => r.Claim is not null) is { } early ? Invariant($"prize {early.Claim!.Prize} was offered out of turn")
            : null;
    }

    private sealed record Row(int Place, bool IsWinner, byte[] EntryId, PrizeClaim? Claim, RecordedDisposition? Disposition);
}
