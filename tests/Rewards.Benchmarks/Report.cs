using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rewards.Benchmarks;

/// <summary>What one run measured, with the limit it is held against.</summary>
/// <param name="Title">What was run.</param>
/// <param name="PerSecond">Throughput of the portal.</param>
/// <param name="P50Ms">Half of the operations took no longer, in milliseconds; 0 where there are no single operations.</param>
/// <param name="P95Ms">95 in 100 took no longer.</param>
/// <param name="P99Ms">99 in 100 took no longer.</param>
/// <param name="PeakMB">The most memory that the measured process held.</param>
/// <param name="LimitPerSecond">Throughput of the limit in the same run.</param>
internal sealed record Report(
    string Title, double PerSecond, double P50Ms, double P95Ms, double P99Ms, double PeakMB, double LimitPerSecond)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Throughput against the limit.</summary>
    public double Ratio => PerSecond / LimitPerSecond;

    /// <summary>Prints it for people, and last as one JSON object.</summary>
    public void Print()
    {
        var text = CultureInfo.InvariantCulture;
        Console.WriteLine(Title);
        Console.WriteLine(string.Create(text, $"  {PerSecond:N0} a second; p50 {P50Ms:N2} ms, p95 {P95Ms:N2} ms, p99 {P99Ms:N2} ms; peak {PeakMB:N0} MB"));
        Console.WriteLine(string.Create(text, $"  limit {LimitPerSecond:N0} a second; ratio {Ratio:N2}"));
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                perSecond = Math.Round(PerSecond, 1),
                p50Ms = Math.Round(P50Ms, 3),
                p95Ms = Math.Round(P95Ms, 3),
                p99Ms = Math.Round(P99Ms, 3),
                peakMB = Math.Round(PeakMB, 1),
                limitPerSecond = Math.Round(LimitPerSecond, 1),
                ratio = Math.Round(Ratio, 3),
            },
            _json));
    }

    /// <summary>The most memory this process held so far, in MB.</summary>
    public static double PeakOfThisProcess()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
