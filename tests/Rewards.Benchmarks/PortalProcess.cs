using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rewards.Benchmarks;

/// <summary>The portal as it is run in production, in a process of its own on a free port of loopback.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var port = FreePort();
        var portal = Path.Combine(AppContext.BaseDirectory, "Rewards.Web.dll");
        var start = new ProcessStartInfo("dotnet", [portal, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Critical";
        start.Environment["Hosting__TrustedProxies__0"] = "127.0.0.0/8";
        start.Environment["Portal__Url"] = "https://feedback.example.com";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        for (var tries = 0; tries < 100 && !process.HasExited; tries++)
        {
            await Task.Delay(200);
            try
            {
                if ((await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"))).IsSuccessStatusCode)
                {
                    return new PortalProcess(process, port);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        process.Kill();
        throw new InvalidOperationException("The portal did not start.");
    }

    /// <summary>The most memory that it held so far, in MB.</summary>
    public double PeakMB()
    {
        _process.Refresh();
        return _process.PeakWorkingSet64 / 1e6;
    }

    /// <summary>The processor time that it used so far.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
