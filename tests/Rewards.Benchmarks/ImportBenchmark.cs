using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rewards.Application.Receipts;
using Rewards.Data.Receipts;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one receipt imported from the packed file, read, checked and written. The limit is a bare bulk insert of the
/// same rows, ready in memory, in one transaction: COPY on PostgreSQL, a prepared insert on SQLite.
/// </summary>
internal static class ImportBenchmark
{
    public static async Task<Report> RunAsync(string provider, FileInfo file)
    {
        await using var warm = await BenchmarkDatabase.CreateAsync(provider);
        await ImportAsync(warm, file);
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        var (accepted, elapsed) = await ImportAsync(database, file);
        var peak = Report.PeakOfThisProcess();

        await using var scope = database.Open(out var db);
        var receipts = await db.Receipts.AsNoTracking().ToListAsync();
        var stores = await db.Stores.AsNoTracking().ToListAsync();
        await using var bare = await BenchmarkDatabase.CreateAsync(provider);
        var limit = await BareAsync(bare, stores, receipts);
        return new Report(
            $"import, {provider}, {accepted} receipts", accepted / elapsed.TotalSeconds, 0, 0, 0, peak, receipts.Count / limit.TotalSeconds);
    }

    private static async Task<(long Accepted, TimeSpan Elapsed)> ImportAsync(BenchmarkDatabase database, FileInfo file)
    {
        await using var scope = database.Open(out _);
        var started = Stopwatch.GetTimestamp();
        var summary = await scope.ServiceProvider.GetRequiredService<ImportReceipts>().RunAsync(file.FullName, null, null, CancellationToken.None);
        return (summary.Accepted, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<TimeSpan> BareAsync(BenchmarkDatabase database, List<Store> stores, List<Receipt> receipts)
    {
        await using (var scope = database.Open(out var db))
        {
            db.Stores.AddRange(stores);
            await db.SaveChangesAsync();
        }

        var rows = receipts.Select(ReceiptColumns.Values).ToList();
        await using var connection = await database.ConnectAsync();
        var started = Stopwatch.GetTimestamp();
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, rows);
        }
        else
        {
            Insert((SqliteConnection)connection, rows);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, List<object?[]> rows)
    {
        var columns = string.Join(", ", ReceiptColumns.Names.Select(n => $"\"{n}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"Receipts\" ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value));
            }
        }

        await copy.CompleteAsync();
    }

    private static void Insert(SqliteConnection connection, List<object?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO \"Receipts\" ({string.Join(", ", ReceiptColumns.Names)}) VALUES ({string.Join(", ", ReceiptColumns.Names.Select(n => "@" + n))})";
        foreach (var name in ReceiptColumns.Names)
        {
            insert.Parameters.Add(new SqliteParameter("@" + name, null));
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
