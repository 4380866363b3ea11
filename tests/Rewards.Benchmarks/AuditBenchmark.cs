using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Audit;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Receipts;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one row linked, or one link verified with its row. Limits: to link, the same rows read, hashed (SHA-256 and HMAC) and
/// their links written by ADO.NET, 500 a transaction; to verify, links and rows read in one stream each, and hashed as often.
/// </summary>
internal static class AuditBenchmark
{
    private const int StoreNumber = 367;
    private const int PageSize = 500;

    /// <summary>Measures linking.</summary>
    public static async Task<Report> SealAsync(string provider, int count)
    {
        await using var database = await FilledAsync(provider, count);
        var started = Stopwatch.GetTimestamp();
        await using (var scope = database.Open(out _))
        {
            await scope.ServiceProvider.GetRequiredService<SealAudit>().RunAsync(null, CancellationToken.None);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var limit = await LinkBareAsync(database);
        return new Report($"audit seal, {provider}, {count} rows", count / elapsed.TotalSeconds, 0, 0, 0, Report.PeakOfThisProcess(), count / limit.TotalSeconds);
    }

    /// <summary>Measures verifying.</summary>
    public static async Task<Report> VerifyAsync(string provider, int count)
    {
        await using var database = await FilledAsync(provider, count);
        await using var scope = database.Open(out _);
        await scope.ServiceProvider.GetRequiredService<SealAudit>().RunAsync(null, CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(null, null, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (verdict.Fault is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        await using var connection = await database.ConnectAsync();
        started = Stopwatch.GetTimestamp();
        await HashAsync(connection, "SELECT * FROM \"AuditLinks\" ORDER BY \"Sequence\"", _ => { });
        await HashAsync(connection, "SELECT * FROM \"Refunds\" ORDER BY \"Id\"", _ => { });
        var limit = Stopwatch.GetElapsedTime(started);
        return new Report($"audit verify, {provider}, {count} links", count / elapsed.TotalSeconds, 0, 0, 0, Report.PeakOfThisProcess(), count / limit.TotalSeconds);
    }

    // Refunds are rows like the others, and stand alone.
    private static async Task<BenchmarkDatabase> FilledAsync(string provider, int count)
    {
        var database = await BenchmarkDatabase.CreateAsync(provider);
        await using var scope = database.Open(out var db);
        db.Stores.Add(new Domain.Stores.Store(StoreNumber, "Benchmark", "Benchmark", "America/New_York"));
        ReceiptKey.TryCreate(StoreNumber, new DateOnly(2026, 11, 1), 1, 1, out var key);
        db.Receipts.Add(Receipt.FromCode(key));
        await db.SaveChangesAsync();
        var now = DateTime.UnixEpoch.AddYears(56);
        foreach (var some in Enumerable.Range(0, count).Chunk(5_000))
        {
            db.ChangeTracker.Clear();
            db.Refunds.AddRange(some.Select(i => new Refund(
                Guid.CreateVersion7(now.AddMilliseconds(i)), key.Id, 100, new TillActor(Guid.Empty, StoreNumber, null), $"key {i}", new byte[32], RefundPolicy.WithinBalance, now)));
            await db.SaveChangesAsync();
        }

        await db.Receipts.ExecuteUpdateAsync(set => set.SetProperty(r => r.RefundedCents, 100L * count));
        return database;
    }

    private static async Task<TimeSpan> LinkBareAsync(BenchmarkDatabase database)
    {
        await using var scope = database.Open(out var db);
        await db.AuditLinks.ExecuteDeleteAsync();
        await using var writer = new BareWriter(await database.ConnectAsync(), new SemaphoreSlim(1));
        await using var reading = await database.ConnectAsync();
        var started = Stopwatch.GetTimestamp();
        var head = AuditHead.None;
        var rows = new List<BareRow>();
        var batches = new List<List<BareRow>>();
        await HashAsync(reading, "SELECT * FROM \"Refunds\" ORDER BY \"Id\"", id =>
        {
            var link = new AuditLink(new byte[32], head, new AuditedRow(AuditKind.Refund, id, default), DateTime.UnixEpoch);
            head = link.Head;
            rows.Add(BareWriter.Insert(db, link));
            if (rows.Count == PageSize)
            {
                batches.Add(rows);
                rows = [];
            }
        });
        foreach (var batch in batches.Append(rows).Where(b => b.Count > 0))
        {
            await writer.WriteAsync(batch);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task HashAsync(DbConnection connection, string sql, Action<Guid> take)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var (key, bytes, hash) = (new byte[32], new byte[200], new byte[32]);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            SHA256.HashData(bytes, hash);
            HMACSHA256.HashData(key, bytes, hash);
            take(values[0] as Guid? ?? (Guid.TryParse(values[0] as string, out var id) ? id : Guid.Empty));
        }
    }
}
