using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one entry of a month: settled (freeze), drawn (run), published (bundle), and checked from the bundle by
/// <c>rewards draw verify</c> on one core and on two, in a process of its own. The limit of each is a bare loop of as many SHA-256 and
/// HMAC-SHA256 on one core (<see cref="DrawBenchmark"/>).
/// </summary>
internal static class MonthBenchmark
{
    private const string DrawId = "2026-10-monthly";
    private const string Announced = "4-0-9-9-1";
    private const int EntriesAPerson = 10;
    private static readonly DateTime _opensAt = new(2026, 10, 1, 4, 0, 0, DateTimeKind.Utc);

    public static async Task<Report> RunAsync(string provider, int count)
    {
        var clock = new SetClock(_opensAt.AddMonths(1).AddDays(1));
        await using var database = await BenchmarkDatabase.CreateAsync(provider, clock);
        await FillAsync(database, count);
        var limit = count / DrawBenchmark.Hashes(count).TotalSeconds;
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await CallAsync<ProposeDrawStep>(async u => _ = (await u.FreezeAsync(DrawId, one, default)).Value);
        await MeasureAsync("settled", () => CallAsync<FreezeEntries>(async u => _ = (await u.RunAsync(DrawId, await ProposalAsync(), other, default)).Value));
        var choice = new BeaconChoice(BeaconKind.Ceremony, clock.GetUtcNow().UtcDateTime.AddHours(2), "The lottery's evening numbers, joined by hyphens");
        await CallAsync<ProposeDrawStep>(async u => _ = (await u.CommitAsync(DrawId, choice, one, default)).Value);
        await CallAsync<CommitDrawing>(async u => _ = (await u.RunAsync(DrawId, await ProposalAsync(), other, default)).Value);
        clock.Now += TimeSpan.FromHours(3);
        await MeasureAsync("drawn", () => CallAsync<RunDrawing>(async u => _ = (await u.RunAsync(DrawId, Announced, other, default)).Value));
        var path = Path.Combine(database.Folder, "bundle.zip");
        await MeasureAsync("published", () => CallAsync<ReadDrawBundle>(async u =>
        {
            await using var zip = File.Create(path);
            await WriteDrawBundle.ToZipAsync(zip, (await u.RunAsync(DrawId, default)).Value, default);
        }));
        Console.WriteLine(FormattableString.Invariant($"  bundle of {new FileInfo(path).Length / 1e6:N0} MB"));
        (await VerifyAsync(path, cores: 1, count, limit)).Print();
        return await VerifyAsync(path, cores: 2, count, limit);

        async Task MeasureAsync(string what, Func<Task> act)
        {
            var started = Stopwatch.GetTimestamp();
            await act();
            var elapsed = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(FormattableString.Invariant($"{elapsed.TotalSeconds:N1} s"));
            new Report($"month, {provider}, {count} entries {what}", count / elapsed.TotalSeconds, 0, 0, 0, Report.PeakOfThisProcess(), limit).Print();
        }

        async Task CallAsync<TUseCase>(Func<TUseCase, Task> act)
            where TUseCase : notnull
        {
            await using var scope = database.Open(out _);
            await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
        }

        async Task<Guid> ProposalAsync()
        {
            await using var scope = database.Open(out var db);
            return await db.DrawProposals.Where(p => p.Status == DrawProposalStatus.Proposed).Select(p => p.Id).SingleAsync();
        }
    }

    private static async Task<Report> VerifyAsync(string path, int cores, int count, double limit)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "rewards.dll"), "draw", "verify", path])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        if (cores == 1 && OperatingSystem.IsLinux())
        {
            process.ProcessorAffinity = 1;
        }

        var said = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64 / 1e6);
            await Task.Delay(50);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await said);
        }

        Console.WriteLine(FormattableString.Invariant($"{elapsed.TotalSeconds:N1} s"));
        return new Report($"rewards draw verify, {count} entries, cores: {cores}", count / elapsed.TotalSeconds, 0, 0, 0, peak, limit);
    }

    private static async Task FillAsync(BenchmarkDatabase database, int count)
    {
        int sweepstakesId;
        List<Guid> shoppers = [];
        await using (var scope = database.Open(out var db))
        {
            var sweepstakes = new MonthlySweepstakes(DrawId, _opensAt, _opensAt.AddMonths(1), "Rules\n", string.Concat(Enumerable.Repeat("$25 gift card\n", 100)));
            db.Sweepstakes.Add(sweepstakes);
            await db.SaveChangesAsync();
            sweepstakesId = sweepstakes.Id;
            foreach (var some in Enumerable.Range(0, (count + EntriesAPerson - 1) / EntriesAPerson).Chunk(5_000))
            {
                db.ChangeTracker.Clear();
                var people = some.Select(i => new Shopper(Guid.CreateVersion7(), null, $"{1_000_000_000L + i}", "en", _opensAt)).ToList();
                db.Shoppers.AddRange(people);
                await db.SaveChangesAsync();
                shoppers.AddRange(people.Select(p => p.Id));
            }
        }

        await using var connection = await database.ConnectAsync();
        var entries = Enumerable.Range(0, count).Select(i => (
            Id: EntryId.Create(new DateTimeOffset(_opensAt).AddMilliseconds(i * (30L * 86_400_000 / count))).ToBytes(),
            Shopper: shoppers[i % shoppers.Count],
            Source: i % 5 == 4 ? EntrySource.FreeEntry : EntrySource.Survey,
            Day: new DateOnly(2026, 10, 1).AddDays((int)(i * 30L / count))));
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, sweepstakesId, entries);
        }
        else
        {
            await InsertAsync(connection, sweepstakesId, entries);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, int sweepstakesId, IEnumerable<(byte[] Id, Guid Shopper, EntrySource Source, DateOnly Day)> entries)
    {
        await using var import = await connection.BeginBinaryImportAsync(
            "COPY \"SweepstakesEntries\" (\"Id\", \"SweepstakesId\", \"ShopperId\", \"Source\", \"EnteredOn\") FROM STDIN (FORMAT BINARY)");
        foreach (var entry in entries)
        {
            await import.StartRowAsync();
            await import.WriteAsync(entry.Id, NpgsqlDbType.Bytea);
            await import.WriteAsync(sweepstakesId, NpgsqlDbType.Integer);
            await import.WriteAsync(entry.Shopper, NpgsqlDbType.Uuid);
            await import.WriteAsync((int)entry.Source, NpgsqlDbType.Integer);
            await import.WriteAsync(entry.Day, NpgsqlDbType.Date);
        }

        await import.CompleteAsync();
    }

    private static async Task InsertAsync(DbConnection connection, int sweepstakesId, IEnumerable<(byte[] Id, Guid Shopper, EntrySource Source, DateOnly Day)> entries)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO \"SweepstakesEntries\" (\"Id\", \"SweepstakesId\", \"ShopperId\", \"Source\", \"EnteredOn\") VALUES (@id, @of, @who, @source, @day)";
        foreach (var name in (string[])["@id", "@of", "@who", "@source", "@day"])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters["@of"].Value = sweepstakesId;
        foreach (var entry in entries)
        {
            command.Parameters["@id"].Value = entry.Id;
            command.Parameters["@who"].Value = entry.Shopper.ToString().ToUpperInvariant();
            command.Parameters["@source"].Value = (int)entry.Source;
            command.Parameters["@day"].Value = entry.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }

    // A clock that is put forward by hand.
    private sealed class SetClock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
