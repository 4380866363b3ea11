using Rewards.Application.Mail;
using Rewards.Domain;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// What is done for the programme by itself: points that waited are posted and shoppers are reminded whenever it runs; once a night,
/// from two o'clock of the programme's zone, ended months are written off and every balance is checked against its ledger. Any
/// number of nodes may do it: nothing is done twice, but a check may be.
/// </summary>
public sealed class KeepFuelPoints(
    ConfirmReceipt confirm, RemindShoppers remind, SweepFuelPoints sweep, CheckFuelLedger check, PortalSettings settings, TimeProvider clock)
{
    private static readonly TimeOnly _night = new(2, 0);

    /// <summary>Does what is due.</summary>
    /// <returns>What the check found; null where it was not due.</returns>
    public async Task<Domain.FuelPoints.LedgerCheck?> RunAsync(CancellationToken cancellationToken)
    {
        await confirm.RunDueAsync(cancellationToken);
        await remind.RunAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var zone = settings.Portal.TimeZone;
        var tonight = Zone.ToUtc(Zone.DayOf(now, zone).ToDateTime(_night), zone);
        var due = tonight <= now ? tonight : Zone.ToUtc(Zone.DayOf(now, zone).AddDays(-1).ToDateTime(_night), zone);
        if (await check.LastAsync(cancellationToken) is { } last && last.StartedAt >= due)
        {
            return null;
        }

        await sweep.RunAsync(cancellationToken);
        return await check.RunAsync(cancellationToken);
    }
}
