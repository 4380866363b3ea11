using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A person says what came of an exception, once. It moves no money: what was given at the desk was given.</summary>
public sealed class SettleOfflineRedemption(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>
    /// Resolves. Refuses with <c>offline-resolution-missing</c>, <c>offline-note-invalid</c>, <c>offline-exception-unknown</c>,
    /// <c>offline-exception-resolved</c>.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="resolution">What came of it.</param>
    /// <param name="note">In their words; may be empty.</param>
    /// <param name="byId">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> RunAsync(Guid id, OfflineResolution? resolution, string? note, Guid byId, CancellationToken cancellationToken)
    {
        var words = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (resolution is not { } chosen || !Enum.IsDefined(chosen))
        {
            return new OfflineResolutionMissing();
        }

        if (words is not null && !PlainText.IsOf(words, 1, OfflineRedemption.NoteLength))
        {
            return new OfflineNoteInvalid(OfflineRedemption.NoteLength);
        }

        var row = await db.OfflineRedemptions.SingleOrDefaultAsync(r => r.Id == id && r.RedemptionId == null, cancellationToken);
        if (row is null or { ResolvedAt: not null })
        {
            return row is null ? new OfflineExceptionUnknown() : new OfflineExceptionResolved();
        }

        row.Resolve(chosen, words, byId, clock.GetUtcNow().UtcDateTime);
        record.Add(
            AuditAct.OfflineExceptionResolved, byId, AuditSubject.Of(row.Id), ("resolution", chosen), ("cents", row.AmountCents), ("store", row.StoreNumber));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new OfflineExceptionResolved();
        }
    }
}
