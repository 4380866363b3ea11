using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Setup.Demo;

/// <summary>The sweepstakes of the months that the made-up responses lie in.</summary>
internal static class DemoSweepstakes
{
    /// <summary>Opens those that are not there yet.</summary>
    /// <returns>All of them, newest first.</returns>
    public static async Task<IReadOnlyList<SweepstakesPeriod>> OpenAsync(
        RewardsDb db, PortalSettings settings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var there = await db.Sweepstakes.Select(s => s.DrawId).ToListAsync(cancellationToken);
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var drawId = MonthlySweepstakes.DrawIdOf(month.Year, month.Month);
            if (!there.Contains(drawId))
            {
                db.Sweepstakes.Add(new MonthlySweepstakes(
                    drawId,
                    Zone.StartOf(month, settings.Portal.TimeZone),
                    Zone.StartOf(month.AddMonths(1), settings.Portal.TimeZone),
                    Rules(settings.Portal, month),
                    Prizes(settings.Sweepstakes)));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return await db.Sweepstakes.AsNoTracking().OrderByDescending(s => s.OpensAt)
            .Select(s => new SweepstakesPeriod(s.Id, s.DrawId, s.OpensAt, s.ClosesAt)).ToListAsync(cancellationToken);
    }

    private static string Prizes(SweepstakesSettings settings)
    {
        IReadOnlyList<PrizeSettings> prizes = settings.Prizes.Count > 0
            ? settings.Prizes
            : [new PrizeSettings { Text = "$500 grocery gift card", Count = 1 }, new PrizeSettings { Text = "$50 grocery gift card", Count = 10 }];
        return string.Concat(prizes.SelectMany(p => Enumerable.Repeat(p.Text + "\n", p.Count)));
    }

    private static string Rules(ChainSettings chain, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return string.Create(CultureInfo.GetCultureInfo("en-US"),
            $"""
            {chain.Name} monthly sweepstakes, {month:MMMM yyyy}: demonstration rules

            No purchase necessary. A purchase does not improve your chance of winning.
            Sponsor: {chain.Name}. Entry period: {month:d MMMM yyyy} to {last:d MMMM yyyy}, {chain.TimeZone}.
            This is a demonstration with made-up entrants: no prize is given.

            """);
    }
}
