using Microsoft.EntityFrameworkCore;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards fuel</c></summary>
public sealed class FuelTests
{
    [Theory, EveryDatabase]
    public async Task What_is_over_is_written_off_once_and_the_check_names_a_line_that_was_tampered_with(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        await rewards.InDatabaseAsync(async db =>
        {
            var shopper = new Shopper(Guid.CreateVersion7(), null, "40000001", "en", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            var ledger = new FuelLedger(shopper.Id);
            db.Shoppers.Add(shopper);
            foreach (var (lot, points) in new[] { (new Lot(2020, 1), 30), (new Lot(2020, 2), 12), (new Lot(9000, 1), 100) })
            {
                db.FuelPointPostings.Add(ledger.Post(Guid.CreateVersion7(), lot, PostingKind.Adjusted, points, default, shopper.CreatedAt));
            }

            return await db.SaveChangesAsync();
        });

        (await rewards.RunsAsync("fuel", "sweep")).IsDone().Says("Written off: 42 points of 2 lots.");
        (await rewards.RunsAsync("fuel", "sweep")).IsDone().Says("Written off: 0 points of 0 lots.");
        (await rewards.RunsAsync("fuel", "check")).IsDone().Says("All 3 balances agree with their 5 lines: 100 points.");

        await rewards.InDatabaseAsync(db => db.FuelPointPostings.Where(p => p.LotNumber == 202001 && p.Sequence == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Points, 31)));
        (await rewards.RunsAsync("fuel", "check")).IsRefused("2 of 5 lines do not agree; the first: shopper");
        Assert.Equal([0L, 2L], (await rewards.InDatabaseAsync(db => db.LedgerChecks.OrderBy(c => c.FinishedAt).Select(c => c.Faults).ToListAsync())));
    }
}
