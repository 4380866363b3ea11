using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Publishes the commitment to the frozen entries, the rules, the prizes and the beacon that will decide
/// (docs/draw-protocol.md §5 to §7), as one officer proposed it (<see cref="ProposeDrawStep"/>) and another one confirms. It cannot be
/// taken back; the page of the draw shows it from this instant on.
/// </summary>
public sealed class CommitDrawing(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>An announcement later than this after the commitment looks mistyped.</summary>
    public static readonly TimeSpan LongestNotice = TimeSpan.FromDays(31);

    private const int FirstCommitment = 1;

    /// <summary>
    /// Commits. Refuses with <c>sweepstakes-unknown</c>, <c>sweepstakes-step-out-of-order</c>, <c>draw-proposal-unknown</c>,
    /// <c>draw-proposal-decided</c>, <c>draw-proposal-by-same-person</c>, and with <c>announcement-too-soon</c> where too much time went by
    /// since it was proposed.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What another officer proposed.</param>
    /// <param name="officer">Who commits.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Committed>> RunAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        var sweepstakes = await db.Sweepstakes.WithDrawId(drawId).SingleOrDefaultAsync(cancellationToken);
        if (sweepstakes is null)
        {
            return new SweepstakesUnknown();
        }

        if (sweepstakes.Status != SweepstakesStatus.Frozen)
        {
            return new SweepstakesStepOutOfOrder(sweepstakes.Status);
        }

        if ((await db.DrawProposals.ToDecideAsync(sweepstakes.Id, proposalId, OfficerStep.Commit, officer, cancellationToken))
            .IsRefused(out var refusal, out var proposal)
            || Check(proposal.Plan!).IsRefused(out refusal, out _))
        {
            return refusal;
        }

        var plan = proposal.Plan!;
        var drawing = await db.Drawings.SingleAsync(d => d.SweepstakesId == sweepstakes.Id, cancellationToken);
        var manifest = ManifestOf(sweepstakes, drawing, plan);
        var now = clock.GetUtcNow().UtcDateTime;
        proposal.Confirm(officer, now);
        drawing.CommitTo(manifest.ToBytes(), manifest.Commit().Bytes.ToArray(), plan, now, officer);
        sweepstakes.MoveTo(SweepstakesStatus.Committed);
        record.Add(AuditAct.DrawCommitted, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("commitment", manifest.Commit()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Committed(manifest.Commit(), plan.DueAt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await db.LostRaceAsync(sweepstakes.Id, cancellationToken);
        }
    }

    /// <summary>
    /// Whether this could be committed to now, and as what it would stand: of drand the first round that is due at the time or after it.
    /// Refuses with <c>beacon-text-missing</c>, <c>beacon-text-invalid</c>, <c>announcement-time-invalid</c>,
    /// <c>announcement-too-soon</c>, <c>announcement-too-late</c>.
    /// </summary>
    public Outcome<BeaconPlan> Check(BeaconChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var text = "";
        return choice.Kind == BeaconKind.Ceremony && CeremonyText.Read(choice.Description, "description").IsRefused(out var refusal, out text) ? refusal
            : choice.At is not { } at ? new AnnouncementTimeInvalid()
            : clock.GetUtcNow().UtcDateTime + LongestNotice is var latest && at > latest ? new AnnouncementTooLate(latest)
            : Check(choice.Kind == BeaconKind.Ceremony
                ? BeaconPlan.Ceremony(text, at)
                : BeaconPlan.Drand(Quicknet.FirstRoundFrom(new DateTimeOffset(at, TimeSpan.Zero))));
    }

    private Outcome<BeaconPlan> Check(BeaconPlan plan)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return plan.DueAt < now + DrawManifest.MinimumNotice ? new AnnouncementTooSoon(EarliestMinute(now)) : plan;
    }

    // Pages show whole minutes: the first that is late enough.
    private static DateTime EarliestMinute(DateTime now)
    {
        var earliest = now + DrawManifest.MinimumNotice;
        var over = earliest.Ticks % TimeSpan.TicksPerMinute;
        return over == 0 ? earliest : earliest.AddTicks(TimeSpan.TicksPerMinute - over);
    }

    private static DrawManifest ManifestOf(MonthlySweepstakes sweepstakes, Drawing drawing, BeaconPlan plan)
    {
        var prizes = Encoding.UTF8.GetBytes(sweepstakes.Prizes);
        return new DrawManifest(
            sweepstakes.DrawId,
            FirstCommitment,
            previousCommit: default,
            drawing.EntryCount,
            Digest.FromBytes(drawing.Root),
            Digest.Of(Encoding.UTF8.GetBytes(sweepstakes.Rules)),
            Digest.Of(prizes),
            PrizeList.TryRead(prizes, out var list) ? list.Count : throw new InvalidOperationException($"{sweepstakes.DrawId} has no list of prizes."),
            DedupMode.OnePrizeAPerson,
            plan.Id,
            plan.Round);
    }
}

/// <summary>A beacon as an officer chooses it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="At">When its value is due, UTC; of drand, at the earliest. Null where no time could be read.</param>
/// <param name="Description">Of a ceremony: where the value will come from and how it is written, as typed.</param>
public sealed record BeaconChoice(BeaconKind Kind, DateTime? At, string? Description = null);

/// <summary>A commitment that is public.</summary>
/// <param name="Commit">The hash of the manifest.</param>
/// <param name="AnnouncementAt">When the value is due, UTC.</param>
public sealed record Committed(Digest Commit, DateTime AnnouncementAt);
