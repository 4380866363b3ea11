using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one entry frozen and ranked: its leaf, its part of the tree, its score, its place in the order. The limit is
/// a bare loop, on one core, of as many SHA-256: one a leaf, one a node, two a score.
/// </summary>
internal static class DrawBenchmark
{
    private const int HashesAnEntry = 4;

    public static Report Run(int count)
    {
        var leaves = Enumerable.Range(0, count).Select(Leaf).OrderBy(l => l.Entry).ToArray();
        Draw(leaves.AsSpan(0, Math.Min(count, 20_000)).ToArray());
        var started = Stopwatch.GetTimestamp();
        Draw(leaves);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var peak = Report.PeakOfThisProcess();
        var limit = Hashes(count * (long)HashesAnEntry);
        return new Report($"draw, {count} entries", count / elapsed.TotalSeconds, 0, 0, 0, peak, count / limit.TotalSeconds);
    }

    private static void Draw(DrawLeaf[] leaves)
    {
        var frozen = FrozenEntries.Freeze("2026-11-monthly", leaves, leaves.Length);
        frozen.Rank(Digest.Of("seed"u8), 100, DedupMode.OnePrizeAPerson);
    }

    private static DrawLeaf Leaf(int number)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        var person = SHA256.HashData(Encoding.ASCII.GetBytes((number / 3).ToString(CultureInfo.InvariantCulture)));
        return new DrawLeaf(
            EntryId.FromBytes(hash.AsSpan(0, 16)), EntryTag.FromBytes(person.AsSpan(0, 16)), EntrySource.Survey, new DateOnly(2026, 11, 1 + (number % 30)));
    }

    private static TimeSpan Hashes(long count)
    {
        Span<byte> block = stackalloc byte[65];
        Span<byte> hash = stackalloc byte[32];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0L; i < count; i++)
        {
            SHA256.HashData(block, hash);
            hash.CopyTo(block);
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
