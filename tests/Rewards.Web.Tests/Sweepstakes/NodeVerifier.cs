using System.Diagnostics;
using Rewards.Web.Tests.Architecture;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>The verifier that was written from docs/draw-protocol.md alone, with its packages, in a folder of its own.</summary>
public sealed class NodeVerifier : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("draw-verifier-");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var file in new[] { "package.json", "package-lock.json", "verify.mjs" })
        {
            File.Copy(Path.Combine(House.Root.FullName, "tests", "Rewards.Web.Tests", "Verifier", file), Path.Combine(_folder.FullName, file));
        }

        var (code, _, wrong) = await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        Assert.True(code == 0, wrong);
    }

    /// <summary>Checks a bundle.</summary>
    /// <returns>The exit code, what it checked, and the first thing that does not agree.</returns>
    public Task<(int Code, string Checked, string Disagreement)> ChecksAsync(string path, string commitment) =>
        RunAsync("node", "verify.mjs", path, commitment);

    /// <summary>Checks a bundle of these bytes.</summary>
    public async Task<(int Code, string Checked, string Disagreement)> ChecksAsync(byte[] zip, string commitment)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.zip");
        await File.WriteAllBytesAsync(path, zip, TestContext.Current.CancellationToken);
        return await ChecksAsync(path, commitment);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
