using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Publishes the commitment to the frozen entries, the rules, the prizes and a ceremony that will decide
/// (docs/draw-protocol.md §5 to §7). It cannot be taken back; the page of the draw shows it from this instant on.
/// </summary>
public sealed class CommitDrawing(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>An announcement later than this after the commitment looks mistyped.</summary>
    public static readonly TimeSpan LongestNotice = TimeSpan.FromDays(31);

    private const int FirstCommitment = 1;

    /// <summary>
    /// Commits. Refuses as <see cref="Check"/> does, and with <c>sweepstakes-unknown</c>,
    /// <c>sweepstakes-step-out-of-order</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="description">Where the value will come from and how it is written, as typed.</param>
    /// <param name="announcementAt">When it is announced, UTC.</param>
    /// <param name="officer">Who commits.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Committed>> RunAsync(
        string? drawId, string? description, DateTime? announcementAt, Guid officer, CancellationToken cancellationToken)
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

        if (Check(description, announcementAt).IsRefused(out var refusal, out var planned))
        {
            return refusal;
        }

        var drawing = await db.Drawings.SingleAsync(d => d.SweepstakesId == sweepstakes.Id, cancellationToken);
        var manifest = ManifestOf(sweepstakes, drawing, planned.Description);
        var now = clock.GetUtcNow().UtcDateTime;
        drawing.CommitTo(
            manifest.ToBytes(), manifest.Commit().Bytes.ToArray(), planned.Description, planned.AnnouncementAt, now, officer);
        sweepstakes.MoveTo(SweepstakesStatus.Committed);
        record.Add(AuditAct.DrawCommitted, officer, AuditSubject.Of(sweepstakes.Id), ("name", sweepstakes.DrawId), ("commitment", manifest.Commit()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Committed(manifest.Commit(), planned.AnnouncementAt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await db.LostRaceAsync(sweepstakes.Id, cancellationToken);
        }
    }

    /// <summary>
    /// Whether this could be committed to now, and as what it would stand. Refuses with <c>beacon-text-missing</c>,
    /// <c>beacon-text-invalid</c>, <c>announcement-time-invalid</c>, <c>announcement-too-soon</c>, <c>announcement-too-late</c>.
    /// </summary>
    public Outcome<PlannedCeremony> Check(string? description, DateTime? announcementAt)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return CeremonyText.Read(description, "description").IsRefused(out var refusal, out var text) ? refusal
            : announcementAt is not { } at ? new AnnouncementTimeInvalid()
            : at < now + DrawManifest.MinimumNotice ? new AnnouncementTooSoon(EarliestMinute(now))
            : at > now + LongestNotice ? new AnnouncementTooLate(now + LongestNotice)
            : new PlannedCeremony(text, at);
    }

    // Pages show whole minutes: the first that is late enough.
    private static DateTime EarliestMinute(DateTime now)
    {
        var earliest = now + DrawManifest.MinimumNotice;
        var over = earliest.Ticks % TimeSpan.TicksPerMinute;
        return over == 0 ? earliest : earliest.AddTicks(TimeSpan.TicksPerMinute - over);
    }

    private static DrawManifest ManifestOf(MonthlySweepstakes sweepstakes, Drawing drawing, string description)
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
            Ceremony.IdOf(description),
            round: 0);
    }
}

/// <summary>A ceremony that could be committed to.</summary>
/// <param name="Description">As it would be hashed.</param>
/// <param name="AnnouncementAt">UTC.</param>
public sealed record PlannedCeremony(string Description, DateTime AnnouncementAt);

/// <summary>A commitment that is public.</summary>
/// <param name="Commit">The hash of the manifest.</param>
/// <param name="AnnouncementAt">When the value is announced, UTC.</param>
public sealed record Committed(Digest Commit, DateTime AnnouncementAt);
