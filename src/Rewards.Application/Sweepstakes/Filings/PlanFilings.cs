using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Application.Sweepstakes.Filings;

/// <summary>
/// Keeps the calendar of what states ask: for every month from this one to as far ahead as the earliest task is due, from the template as
/// it is; once a month's sweepstakes is open, its tasks stay as they are. Marketing is written to some days before each is due, once.
/// Run as often as one likes, on any number of nodes: unique rows and guarded updates decide.
/// </summary>
public sealed class PlanFilings(RewardsDb db, DatabaseProvider provider, EditTemplate template, OutboxBell bell, PortalSettings settings, TimeProvider clock)
{
    private const int MonthsAtMost = 14;

    /// <summary>Puts into the calendar what is not there, takes out what is asked no more, and queues the mails that are due.</summary>
    /// <returns>How many tasks marketing was reminded of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var terms = await template.TermsAsync(cancellationToken);
        var ahead = terms.Filings.Values.Where(r => r.Moment == FilingMoment.BeforeOpening).Select(r => r.Days).DefaultIfEmpty(0).Max() + terms.FilingReminderDays;
        var first = new DateOnly(today.Year, today.Month, 1);
        foreach (var month in Enumerable.Range(0, MonthsAtMost).Select(first.AddMonths).TakeWhile(m => m <= today.AddDays(ahead)))
        {
            await PlanAsync(month, terms, cancellationToken);
        }

        return await RemindAsync(today, cancellationToken);
    }

    private async Task PlanAsync(DateOnly month, SweepstakesSettings terms, CancellationToken cancellationToken)
    {
        var drawId = MonthlySweepstakes.DrawIdOf(month.Year, month.Month);
        var there = await db.FilingTasks.Where(t => t.DrawId == drawId).ToListAsync(cancellationToken);
        if (there.Count > 0 && await db.Sweepstakes.AnyAsync(s => s.DrawId == drawId, cancellationToken))
        {
            return;
        }

        var (prizeCents, voidIn) = (terms.PrizesOrDefault.Sum(p => (long)p.ValueCents * p.Count), terms.Terms.VoidIn);
        var asked = terms.Filings.Where(rule => rule.Value.Asks(prizeCents, month, voidIn)).ToDictionary();
        db.FilingTasks.RemoveRange(there.Where(t => t.DoneAt is null && !asked.ContainsKey(t.Rule)));
        db.FilingTasks.AddRange(asked.Where(rule => there.All(t => t.Rule != rule.Key)).Select(rule => new FilingTask(
            Guid.CreateVersion7(clock.GetUtcNow()), drawId, rule.Key, rule.Value, rule.Value.DueOn(month, month.AddMonths(1).AddDays(-1)))));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsDuplicateKey(exception))
        {
            // Another node did it meanwhile, or somebody has just done the task.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> RemindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var until = today.AddDays(settings.Sweepstakes.FilingReminderDays);
        var due = await db.FilingTasks.Where(t => t.DoneAt == null && t.RemindedAt == null && t.DueOn <= until)
            .OrderBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        var reminded = 0;
        foreach (var id in due)
        {
            var now = clock.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var mine = await db.FilingTasks.Where(t => t.Id == id && t.RemindedAt == null && t.DoneAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.RemindedAt, now.UtcDateTime), cancellationToken);
            if (mine == 0)
            {
                continue;
            }

            await db.TellStaffAsync(MailKind.Filing, id, [StaffRole.Marketing], now.UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            reminded++;
        }

        bell.Ring();
        return reminded;
    }
}
