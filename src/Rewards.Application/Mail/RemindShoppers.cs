using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;

namespace Rewards.Application.Mail;

/// <summary>
/// Writes to shoppers before points or a voucher of theirs end: once a month's points and once a voucher, however many nodes do it
/// (unique rows in the transaction that queues the mail).
/// </summary>
public sealed class RemindShoppers(
    RewardsDb db, DatabaseProvider provider, OutboxBell bell, PortalSettings settings, TimeProvider clock)
{
    private const int AtATime = 200;

    /// <summary>Queues what is due.</summary>
    /// <returns>How many mails.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Awards.ReminderDays <= 0)
        {
            return 0;
        }

        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var until = today.AddDays(settings.Awards.ReminderDays);
        var oldest = Lot.OldestOn(today);
        var queued = await QueueAllAsync(() => VouchersAsync(today, until, cancellationToken), cancellationToken);
        if (oldest.LastDay <= until)
        {
            queued += await QueueAllAsync(() => PointsAsync(oldest.Number, cancellationToken), cancellationToken);
        }

        bell.Ring();
        return queued;
    }

    private async Task<int> QueueAllAsync(Func<Task<List<Due>>> find, CancellationToken cancellationToken)
    {
        for (var queued = 0; ;)
        {
            var due = await find();
            foreach (var one in due)
            {
                queued += await QueueAsync(one, cancellationToken) ? 1 : 0;
            }

            if (due.Count < AtATime)
            {
                return queued;
            }
        }
    }

    private async Task<bool> QueueAsync(Due due, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Reminders.Add(due.VoucherId is { } voucher
            ? Reminder.OfVoucher(id, due.ShopperId, voucher, now.UtcDateTime)
            : Reminder.OfPoints(id, due.ShopperId, due.LotNumber!.Value, now.UtcDateTime));
        db.OutboxMails.Add(new OutboxMail(Guid.CreateVersion7(now), MailKind.Reminder, id, due.Email, due.Language, now.UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // Another node was faster.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // A lot's last line, after which there is none, says what it holds.
    private Task<List<Due>> PointsAsync(int lot, CancellationToken cancellationToken) => (
        from line in db.FuelPointPostings.AsNoTracking()
        where line.LotNumber == lot && line.BalanceAfter > 0
            && !db.FuelPointPostings.Any(p => p.ShopperId == line.ShopperId && p.LotNumber == lot && p.Sequence == line.Sequence + 1)
        join shopper in db.Shoppers on line.ShopperId equals shopper.Id
        where shopper.Email != null && !db.Reminders.Any(r => r.ShopperId == shopper.Id && r.LotNumber == lot)
        orderby shopper.Id
        select new Due(shopper.Id, shopper.Email!, shopper.Language, lot, null)).Take(AtATime).ToListAsync(cancellationToken);

    private Task<List<Due>> VouchersAsync(DateOnly today, DateOnly until, CancellationToken cancellationToken) => (
        from voucher in db.Vouchers.AsNoTracking()
        where voucher.LastDay >= today && voucher.LastDay <= until && voucher.BalanceCents > 0
        join shopper in db.Shoppers on voucher.ShopperId equals shopper.Id
        where shopper.Email != null && !db.Reminders.Any(r => r.VoucherId == voucher.Id)
        orderby voucher.Id
        select new Due(shopper.Id, shopper.Email!, shopper.Language, null, voucher.Id)).Take(AtATime).ToListAsync(cancellationToken);

    private sealed record Due(Guid ShopperId, string Email, string Language, int? LotNumber, Guid? VoucherId);
}
