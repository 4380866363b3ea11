using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Takes a prize from whom it was offered to: the line with the hash of the one before, the claim lost, the prize offered to the next in line, the act;
/// all in the caller's transaction and save (docs/draw-protocol.md §10). Of two dispositions of a month at once one waits for the other
/// (<see cref="LineOfAlternates.TakeTurnAsync"/>), the unique number stands behind it; against an answer of the same instant the claim's version decides.
/// </summary>
public sealed class RecordDisposition(RewardsDb db, LineOfAlternates line, OfferPrizes offer, RecordAct record, TimeProvider clock)
{
    /// <summary>What of an act says which line it recorded.</summary>
    internal const string LineHash = "line";

    /// <summary>Adds it, in turn; saves nothing of it. Refuses with <c>prize-claim-settled</c>, <c>disposition-reason-untrue</c>, <c>entries-changed</c>.</summary>
    /// <param name="sweepstakes">Of which.</param>
    /// <param name="claim">What is lost.</param>
    /// <param name="evidence">What speaks for it, and the reason.</param>
    /// <param name="decided">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<RecordedDisposition>> AddAsync(
        MonthlySweepstakes sweepstakes, PrizeClaim claim, DispositionEvidence evidence, DispositionActors decided, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sweepstakes);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(decided);
        var now = clock.GetUtcNow();
        if (claim.RefusalToLose(evidence.Code, now.UtcDateTime) is { } reason)
        {
            return reason;
        }

        if ((await line.NextAsync(sweepstakes, cancellationToken)).IsRefused(out var refusal, out var next))
        {
            return refusal;
        }

        var last = await db.RecordedDispositions.AsNoTracking().Where(d => d.SweepstakesId == sweepstakes.Id)
            .OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        var disposition = Disposition.Record(
            EntryId.FromBytes(claim.EntryId), evidence.Code, Digest.FromBytes(evidence.Hash), decided.First, decided.Second, now, last?.Read());
        var recorded = new RecordedDisposition(Guid.CreateVersion7(now), (last?.Number ?? 0) + 1, claim, evidence.Id, disposition);
        claim.Lose();
        db.RecordedDispositions.Add(recorded);
        await offer.AddAsync(sweepstakes, next.Select(p => new PrizeOffer(claim.Prize, claim.Turn + 1, p.EntryId, p.ShopperId)), cancellationToken);
        record.Add(
            AuditAct.PrizeDisposed,
            decided.Officer,
            AuditSubject.Of(sweepstakes.Id),
            ("name", sweepstakes.DrawId),
            ("prize", claim.Prize),
            ("turn", claim.Turn),
            ("reason", evidence.Code),
            ("number", recorded.Number),
            (LineHash, disposition.Hash));
        return recorded;
    }
}

/// <summary>By whom a disposition was decided, as its line has it.</summary>
/// <param name="First">Who decided.</param>
/// <param name="Second">Who agreed.</param>
/// <param name="Officer">Whose act it is; null for the portal's own.</param>
public sealed record DispositionActors(string First, string Second, Guid? Officer)
{
    private const int HashDigits = 16;

    /// <summary>Two officers, by the ids of their accounts.</summary>
    public static DispositionActors Officers(Guid proposedBy, Guid confirmedBy) => new($"{proposedBy:n}", $"{confirmedBy:n}", confirmedBy);

    /// <summary>The rules that were committed to, carried out by the portal: no person decides.</summary>
    public static DispositionActors Rules(MonthlySweepstakes sweepstakes)
    {
        ArgumentNullException.ThrowIfNull(sweepstakes);
        return new($"rules:{Digest.Of(System.Text.Encoding.UTF8.GetBytes(sweepstakes.Rules)).ToString()[..HashDigits]}", "portal", null);
    }
}
