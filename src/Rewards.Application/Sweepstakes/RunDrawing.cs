using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Draws: takes the beacon's value, verifies it where it can be verified, computes seed and ranking from what was committed to, and
/// writes the winners, the first alternates and what is offered to the winners in one transaction (docs/draw-protocol.md §8 and §9). Of two
/// officers at once one draws: the version of the sweepstakes decides, before anything else is written; the unique index on places
/// stands behind it.
/// </summary>
public sealed class RunDrawing(RewardsDb db, RankEntries rank, OfferPrizes offer, RecordAct record, TimeProvider clock)
{
    /// <summary>
    /// Draws. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c>, <c>announcement-not-due</c>, as
    /// <see cref="BeaconValue.Read"/> does, and with <c>entries-changed</c>, <c>sweepstakes-terms-changed</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="announced">The value as it was announced; of drand, what one of its addresses answered.</param>
    /// <param name="officer">Who draws.</param>
    /// <param name="cancellationToken">Cancels; then nothing was drawn.</param>
    public async Task<Outcome<DrawResult>> RunAsync(string? drawId, string? announced, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        if (sweepstakes is null)
        {
            return new SweepstakesUnknown();
        }

        if (sweepstakes.Status != SweepstakesStatus.Committed)
        {
            return new SweepstakesStepOutOfOrder(sweepstakes.Status);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var drawing = await db.Drawings.SingleAsync(d => d.SweepstakesId == sweepstakes.Id, cancellationToken);
        if (now < drawing.AnnouncementAt)
        {
            return new AnnouncementNotDue(drawing.AnnouncementAt.Value);
        }

        if (BeaconValue.Read(drawing.BeaconRound!.Value, drawing.BeaconDescription, announced).IsRefused(out var refusal, out var beacon))
        {
            return refusal;
        }

        var manifest = DrawManifest.TryParse(drawing.Manifest, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"The manifest of {sweepstakes.DrawId} cannot be read.");
        if (Digest.Of(Encoding.UTF8.GetBytes(sweepstakes.Rules)) != manifest.RulesHash
            || Digest.Of(Encoding.UTF8.GetBytes(sweepstakes.Prizes)) != manifest.PrizesHash)
        {
            return new SweepstakesTermsChanged();
        }

        if ((await rank.RunAsync(sweepstakes.Id, manifest, beacon, DrawResult.AlternatesShown, cancellationToken)).IsRefused(out refusal, out var ranked))
        {
            return refusal;
        }

        var result = ranked.Result;
        var entries = await rank.WithShoppersAsync([.. result.Winners.Concat(result.Alternates)], cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        sweepstakes.MoveTo(SweepstakesStatus.Drawn);
        try
        {
            // Whoever has this row draws; the others wait here until it is drawn, before they hold anything.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await db.LostRaceAsync(sweepstakes.Id, cancellationToken);
        }

        drawing.Run(beacon, result.Seed.Bytes.ToArray(), now, officer);
        record.Add(AuditAct.DrawRun, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("winners", result.Winners.Count));
        var winners = AddPlaces(drawing, entries, sweepstakes.PrizeList, result.Winners.Count);
        await offer.AddAsync(sweepstakes, winners.Select(w => new PrizeOffer(w.Place, 1, w.EntryId, w.ShopperId)), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private List<DrawingPlace> AddPlaces(Drawing drawing, List<RankedEntry> entries, IReadOnlyList<string> prizes, int winners)
    {
        var places = entries.Select((entry, i) => new DrawingPlace(
            NewId(), drawing.Id, i + 1, i < winners ? prizes[i] : null, entry.EntryId, entry.ShopperId)).ToList();
        db.DrawingPlaces.AddRange(places);
        return places[..winners];
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
