using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Fraud;

namespace Rewards.Application.Fraud;

/// <summary>Somebody has looked at an alert and says what came of it: once.</summary>
public sealed class AcknowledgeAlert(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>Closes it. Refuses with <c>alert-unknown</c>, <c>alert-note-invalid</c>, <c>alert-already-acknowledged</c>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="note">What came of it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> RunAsync(Guid id, string? note, Guid by, CancellationToken cancellationToken)
    {
        var words = note?.Trim() ?? "";
        if (!PlainText.IsOf(words, 1, Alert.NoteLength))
        {
            return new AlertNoteInvalid(Alert.NoteLength);
        }

        if (await db.Alerts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } alert)
        {
            return new AlertUnknown();
        }

        if (alert.AcknowledgedAt is not null)
        {
            return new AlertAlreadyAcknowledged();
        }

        alert.Acknowledge(by, words, clock.GetUtcNow().UtcDateTime);
        record.Add(AuditAct.AlertAcknowledged, by, AuditSubject.Of(alert.Id), ("name", alert.Who), ("reason", words));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new AlertAlreadyAcknowledged();
        }
    }
}
