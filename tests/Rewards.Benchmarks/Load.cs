using System.Diagnostics;

namespace Rewards.Benchmarks;

/// <summary>Runs operations from several clients at once, each client one after the other, and takes their times.</summary>
internal static class Load
{
    /// <summary>So many operations before any is measured: the portal's code is compiled anew, and better, while it is used.</summary>
    public const int WarmUp = 10_000;

    /// <summary>Runs all operations.</summary>
    /// <param name="clients">How many at the same time.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="open">Makes a client.</param>
    /// <param name="run">Runs operation number n by a client.</param>
    public static async Task<Timing> RunAsync<TClient>(
        int clients, int count, Func<int, Task<TClient>> open, Func<TClient, int, Task> run)
    {
        var all = new List<TClient>();
        for (var i = 0; i < clients; i++)
        {
            all.Add(await open(i));
        }

        var times = new double[count];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(all.Select(client => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
            {
                var before = Stopwatch.GetTimestamp();
                await run(client, n);
                times[n] = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        foreach (var client in all)
        {
            switch (client)
            {
                case IAsyncDisposable asynchronous: await asynchronous.DisposeAsync(); break;
                case IDisposable disposable: disposable.Dispose(); break;
            }
        }

        return Timing.Of(times, elapsed);
    }
}

/// <summary>Throughput and times of a run.</summary>
/// <param name="PerSecond">Operations a second over all clients.</param>
/// <param name="P50Ms">Median, in milliseconds.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="P99Ms">99th percentile.</param>
internal sealed record Timing(double PerSecond, double P50Ms, double P95Ms, double P99Ms)
{
    /// <summary>Of single times, which are sorted by it, and of how long all of them took.</summary>
    public static Timing Of(double[] times, TimeSpan elapsed)
    {
        Array.Sort(times);
        return new Timing(times.Length / elapsed.TotalSeconds, At(0.5), At(0.95), At(0.99));

        double At(double share) => times[(int)Math.Min(times.Length - 1, times.Length * share)];
    }
}
