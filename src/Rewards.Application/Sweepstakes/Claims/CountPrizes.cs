using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>What was handed over to whom in a calendar year of the programme's zone, of all sweepstakes together.</summary>
public sealed class CountPrizes(RewardsDb db, PortalSettings settings)
{
    /// <summary>The sum of one person, in cents.</summary>
    /// <param name="shopperId">Who.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<long> OfAsync(Guid shopperId, int year, CancellationToken cancellationToken) =>
        In(year).Where(c => c.ShopperId == shopperId).SumAsync(c => (long)c.GivenCents, cancellationToken);

    /// <summary>The year that a prize counts for, of its handing over or else this one, and what its person was given in it besides.</summary>
    /// <param name="claim">The prize.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(TaxYear Year, long BesideCents)> BesideAsync(PrizeClaim claim, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var year = settings.Sweepstakes.Tax.Of(Zone.DayOf(claim.FulfilledAt ?? now, settings.Portal.TimeZone).Year);
        return (year, await OfAsync(claim.ShopperId, year.Year, cancellationToken) - claim.GivenCents);
    }

    /// <summary>The prizes of a year.</summary>
    internal IQueryable<PrizeClaim> In(int year)
    {
        var (from, until) = (Zone.StartOf(new DateOnly(year, 1, 1), settings.Portal.TimeZone), Zone.StartOf(new DateOnly(year + 1, 1, 1), settings.Portal.TimeZone));
        return db.PrizeClaims.Where(c => c.FulfilledAt >= from && c.FulfilledAt < until);
    }
}
