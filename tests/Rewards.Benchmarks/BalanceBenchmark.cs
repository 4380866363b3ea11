using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.FuelPoints;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one look-up of what a card can spend, in process, of a shopper whose ledger is long. The limit is the same of a
/// shopper with ten lines, in turns with it, so that whatever slows the machine slows both.
/// </summary>
internal static class BalanceBenchmark
{
    private const int LongLines = 10_000;
    private const int ShortLines = 10;
    private const int Others = 400;
    private const int LinesOfOthers = 50;
    private const int Turn = 250;

    public static async Task<Report> RunAsync(string provider, int count)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        await SeedAsync(database, "1000", LongLines);
        await SeedAsync(database, "2000", ShortLines);
        for (var i = 0; i < Others; i++)
        {
            await SeedAsync(database, $"{3_000 + i}", LinesOfOthers);
        }

        foreach (var card in new[] { "1000", "2000" })
        {
            await LookAsync(database, card, new double[Load.WarmUp / 2], 0, Load.WarmUp / 2);
        }

        var (ofLong, ofShort) = (new double[count], new double[count]);
        for (var from = 0; from < count; from += Turn)
        {
            var to = Math.Min(from + Turn, count);
            await LookAsync(database, "1000", ofLong, from, to);
            await LookAsync(database, "2000", ofShort, from, to);
        }

        var limit = Timing.Of(ofShort, TimeSpan.FromMilliseconds(ofShort.Sum()));
        var timing = Timing.Of(ofLong, TimeSpan.FromMilliseconds(ofLong.Sum()));
        Console.WriteLine(FormattableString.Invariant($"  of {ShortLines} lines: p50 {limit.P50Ms:N3} ms; of {LongLines}: p50 {timing.P50Ms:N3} ms, {timing.P50Ms / limit.P50Ms:N2} of it"));
        return new Report(
            $"balance of {LongLines} lines, {provider}", timing.PerSecond, timing.P50Ms, timing.P95Ms, timing.P99Ms, Report.PeakOfThisProcess(), limit.PerSecond);
    }

    private static async Task LookAsync(BenchmarkDatabase database, string card, double[] times, int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            var before = Stopwatch.GetTimestamp();
            await using (var scope = database.Services.CreateAsyncScope())
            {
                _ = (await scope.ServiceProvider.GetRequiredService<ShowFuelPoints>().OfCardAsync(card, CancellationToken.None)).Value;
            }

            times[n] = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        }
    }

    // Two lines in five belong to the month before.
    private static async Task SeedAsync(BenchmarkDatabase database, string card, int lines)
    {
        await using var scope = database.Open(out var db);
        var today = scope.ServiceProvider.GetRequiredService<PostFuelPoints>().Today;
        var now = TimeProvider.System.GetUtcNow();
        var shopper = new Shopper(Guid.CreateVersion7(now), null, card, "en", now.UtcDateTime);
        var ledger = new FuelLedger(shopper.Id);
        db.Shoppers.Add(shopper);
        for (var i = 0; i < lines; i++)
        {
            var lot = i % 5 < 2 ? Lot.OldestOn(today) : Lot.Of(today);
            db.FuelPointPostings.Add(ledger.Post(Guid.CreateVersion7(now), lot, PostingKind.Adjusted, i % 10 < 5 ? 30 : -20, default, now.UtcDateTime));
        }

        await db.SaveChangesAsync();
    }
}
