using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Application.Sweepstakes.Filings;

/// <summary>A person says that a task of the calendar is done, or that it was not.</summary>
public sealed class MarkFiling(RewardsDb db, RecordAct record, TimeProvider clock)
{
    /// <summary>Marks. Refuses with <c>filing-unknown</c>, <c>filing-note-invalid</c>, <c>filing-changed</c>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="done">Whether it is done, or is opened again.</param>
    /// <param name="note">In their words; may be empty.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> RunAsync(Guid id, bool done, string? note, Guid by, CancellationToken cancellationToken)
    {
        var words = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (words is not null && !PlainText.IsOf(words, 1, FilingTask.NoteLength))
        {
            return new FilingNoteInvalid(FilingTask.NoteLength);
        }

        var task = await db.FilingTasks.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (task is null || task.DoneAt is not null == done)
        {
            return task is null ? new FilingUnknown() : new FilingChanged();
        }

        if (done)
        {
            task.Do(words, by, clock.GetUtcNow().UtcDateTime);
        }
        else
        {
            task.Reopen();
        }

        record.Add(done ? AuditAct.FilingDone : AuditAct.FilingReopened, by, AuditSubject.Of(task.Id), ("name", task.DrawId), ("rule", task.Rule));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FilingChanged();
        }
    }
}
