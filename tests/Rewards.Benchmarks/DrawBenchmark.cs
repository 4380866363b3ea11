using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one entry settled and ranked: its leaf, its part of the tree, its score, its place among the best. The limit is
/// a bare loop, on one core, of as many SHA-256 and HMAC-SHA256 over as many bytes: two hashes (a leaf, a node) and a score.
/// </summary>
internal static class DrawBenchmark
{
    private const string DrawId = "2026-11-monthly";
    private const int Places = 200;

    public static Report Run(int count)
    {
        Draw(Math.Min(count, 100_000));
        var started = Stopwatch.GetTimestamp();
        Draw(count);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var peak = Report.PeakOfThisProcess();
        var limit = Hashes(count);
        return new Report($"draw, {count} entries", count / elapsed.TotalSeconds, 0, 0, 0, peak, count / limit.TotalSeconds);
    }

    /// <summary>Entries in the order of their ids, made as they are asked for; three of each person.</summary>
    public static IEnumerable<DrawLeaf> Leaves(int count)
    {
        var (id, tag) = (new byte[EntryId.Length], new byte[EntryTag.Length]);
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(8), i);
            BinaryPrimitives.WriteInt32BigEndian(tag, i / 3);
            yield return new DrawLeaf(
                EntryId.FromBytes(id), EntryTag.FromBytes(tag), i % 5 == 4 ? EntrySource.FreeEntry : EntrySource.Survey, new DateOnly(2026, 11, 1 + (i % 30)));
        }
    }

    private static void Draw(int count)
    {
        var best = new BestPlaces(Digest.Of("seed"u8), Places, DedupMode.OnePrizeAPerson);
        var walk = new DrawWalk(DrawId, best);
        foreach (var leaf in Leaves(count))
        {
            walk.Add(leaf);
        }

        walk.Finish();
        best.Ranking(Places / 2);
    }

    /// <summary>The bare loop.</summary>
    public static TimeSpan Hashes(long count)
    {
        Span<byte> leaf = stackalloc byte[74];
        Span<byte> node = stackalloc byte[65];
        Span<byte> score = stackalloc byte[51];
        Span<byte> hash = stackalloc byte[32];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0L; i < count; i++)
        {
            SHA256.HashData(leaf, hash);
            SHA256.HashData(node, hash);
            HMACSHA256.HashData(hash, score, hash);
            hash.CopyTo(leaf);
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
