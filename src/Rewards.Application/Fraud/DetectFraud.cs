using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Fraud;
using Rewards.Domain.Mail;

namespace Rewards.Application.Fraud;

/// <summary>
/// Looks for what no single request shows, in the background, and raises an alert for each: once a kind, subject and day, whichever node
/// finds it (a unique index), with its mails in the same transaction.
/// </summary>
public sealed class DetectFraud(RewardsDb db, DatabaseProvider provider, FindPatterns patterns, PortalSettings settings, TimeProvider clock)
{
    /// <summary>How much evidence is kept of one.</summary>
    public const int MostEvidence = 20;

    /// <summary>Looks.</summary>
    /// <returns>How many alerts were raised.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Zone.DayOf(now, settings.Portal.TimeZone);
        var since = today.AddDays(-Math.Max(settings.Fraud.ShopperDays, 1));
        var known = (await db.Alerts.AsNoTracking().Where(a => a.Day > since).Select(a => new { a.Kind, a.Subject, a.Day }).ToListAsync(cancellationToken))
            .ToLookup(a => (a.Kind, a.Subject), a => a.Day);
        var raised = 0;
        foreach (var finding in await patterns.RunAsync(now, cancellationToken))
        {
            // What is looked for over days is told once in them, the rest once a day.
            var before = known[(finding.Kind, finding.Subject)];
            var isTold = finding.Kind is AlertKind.SameShopper or AlertKind.SecondCard ? before.Any() : before.Contains(today);
            raised += !isTold && await RaiseAsync(finding, today, now, cancellationToken) ? 1 : 0;
        }

        return raised;
    }

    private async Task<bool> RaiseAsync(Finding finding, DateOnly today, DateTime now, CancellationToken cancellationToken)
    {
        var alert = new Alert(
            Guid.CreateVersion7(now),
            finding.Kind,
            finding.Subject,
            finding.Who,
            finding.StoreNumber,
            finding.Evidence.Count,
            JsonSerializer.Serialize(finding.Evidence.OrderByDescending(e => e.At).Take(MostEvidence), DataJson.Options),
            today,
            now);
        db.Alerts.Add(alert);
        await db.TellStaffAsync(MailKind.FraudAlert, alert.Id, [StaffRole.Marketing, StaffRole.Administrator], now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // Another node found it at the same time.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Something that looks wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Of whom; the same for the same.</param>
/// <param name="Who">The same in words.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="Evidence">All that was found.</param>
public sealed record Finding(AlertKind Kind, string Subject, string Who, int? StoreNumber, IReadOnlyList<AlertEvidence> Evidence);

/// <summary>One thing that was found.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Cents">Of a redemption that was undone: how much.</param>
/// <param name="Minutes">Of one: after how many minutes.</param>
/// <param name="ResponseId">Of feedback: which.</param>
public sealed record AlertEvidence(DateTime At, int? Cents = null, int? Minutes = null, Guid? ResponseId = null);
