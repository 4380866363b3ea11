using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>How many entries were counted, held against the entries.</summary>
internal static class EntryBooks
{
    /// <summary>A person's and a household's counter of a sweepstakes is the number of their entries in it.</summary>
    public static IAsyncEnumerable<string> CountersAsync(RewardsDb db)
    {
        var ofPeople =
            from entry in db.SweepstakesEntries
            group entry by new { entry.SweepstakesId, Who = entry.ShopperId } into same
            select new { same.Key.SweepstakesId, same.Key.Who, Entries = same.Count() };
        var ofHouseholds =
            from entry in db.SweepstakesEntries
            where entry.HouseholdId != null
            group entry by new { entry.SweepstakesId, Who = entry.HouseholdId!.Value } into same
            select new { same.Key.SweepstakesId, same.Key.Who, Entries = same.Count() };
        var counted = db.EntryCounts.Select(c => new { c.SweepstakesId, c.Who, Entries = -c.Count });
        return ofPeople.Concat(ofHouseholds).Concat(counted)
            .GroupBy(line => new { line.SweepstakesId, line.Who })
            .Select(same => new { same.Key.SweepstakesId, same.Key.Who, More = same.Sum(line => line.Entries) })
            .Where(same => same.More != 0)
            .OrderBy(same => same.SweepstakesId).ThenBy(same => same.Who)
            .AsAsyncEnumerable()
            .Select(same => Invariant($"sweepstakes {same.SweepstakesId} has {same.More} entries of {same.Who} more than were counted"));
    }
}
