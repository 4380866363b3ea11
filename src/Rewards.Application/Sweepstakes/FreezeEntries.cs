using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Settles the entries of a month that is over: their number and the root over them are taken down and never change
/// (docs/draw-protocol.md §2 to §4). One officer has proposed it (<see cref="ProposeDrawStep"/>), another one does it.
/// </summary>
/// <remarks>
/// Time guards against an entry that is still on its way: an entry is made for the month in which its response was sent, and
/// nothing that was sent takes as long as <see cref="SweepstakesSettings.SettleMinutes"/> to be written. Whatever is there
/// later, or is gone, shows when the draw is run, which then refuses. Of two officers at once one freezes: the version of the
/// sweepstakes decides, the unique index on drawings stands behind it; of a confirmation and a withdrawal at once, the proposal's status.
/// </remarks>
public sealed class FreezeEntries(
    RewardsDb db, DatabaseProvider provider, DrawEntries entries, IneligibleEntries ineligible, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Freezes. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c>, <c>draw-proposal-unknown</c>,
    /// <c>draw-proposal-decided</c>, <c>draw-proposal-by-same-person</c>, <c>sweepstakes-not-over</c>, <c>sweepstakes-without-entries</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What another officer proposed.</param>
    /// <param name="officer">Who freezes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Frozen>> RunAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        if (sweepstakes is null)
        {
            return new SweepstakesUnknown();
        }

        if (sweepstakes.Status != SweepstakesStatus.Open)
        {
            return new SweepstakesStepOutOfOrder(sweepstakes.Status);
        }

        if ((await db.DrawProposals.ToDecideAsync(sweepstakes.Id, proposalId, OfficerStep.Freeze, officer, cancellationToken))
            .IsRefused(out var refusal, out var proposal))
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var from = SettledFrom(sweepstakes.ClosesAt, settings.Sweepstakes);
        if (now < from)
        {
            return new SweepstakesNotOver(from);
        }

        var excluded = await ineligible.FindAsync(sweepstakes.Id, cancellationToken);
        var tree = await entries.WalkAsync(sweepstakes.Id, new DrawWalk(sweepstakes.DrawId), excluded.ContainsKey, cancellationToken);
        if (tree.Count == 0)
        {
            return new SweepstakesWithoutEntries();
        }

        proposal.Confirm(officer, now);
        db.EntryExclusions.AddRange(excluded.Select(e => new EntryExclusion(e.Key.ToBytes(), sweepstakes.Id, e.Value, now)));
        db.DrawingOutlines.Add(new DrawingOutline(sweepstakes.Id, tree));
        return await SaveAsync(sweepstakes, new Drawing(sweepstakes.Id, tree.Count, tree.Root.Bytes.ToArray(), now, officer), excluded.Count, cancellationToken);
    }

    /// <summary>From when the entries of a period can be frozen, UTC.</summary>
    /// <param name="closesAt">UTC.</param>
    /// <param name="settings">How long to wait.</param>
    public static DateTime SettledFrom(DateTime closesAt, SweepstakesSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return closesAt.AddMinutes(settings.SettleMinutes);
    }

    private async Task<Outcome<Frozen>> SaveAsync(MonthlySweepstakes sweepstakes, Drawing drawing, int excluded, CancellationToken cancellationToken)
    {
        db.Drawings.Add(drawing);
        sweepstakes.MoveTo(SweepstakesStatus.Frozen);
        record.Add(
            AuditAct.DrawFrozen,
            drawing.FrozenBy,
            AuditSubject.Of(sweepstakes.Id),
            ("name", sweepstakes.DrawId),
            ("entries", drawing.EntryCount),
            ("excluded", excluded));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Frozen(drawing.EntryCount, Digest.FromBytes(drawing.Root));
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsDuplicateKey(exception))
        {
            return await db.LostRaceAsync(sweepstakes.Id, cancellationToken);
        }
    }
}

/// <summary>Entries that are settled.</summary>
/// <param name="EntryCount">How many.</param>
/// <param name="Root">Of the tree over them.</param>
public sealed record Frozen(long EntryCount, Digest Root);
