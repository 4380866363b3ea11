using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The bundles of drawn months as files of this node, in <c>draws/</c> of the data folder: written once, however many ask for it at once,
/// and again where the file is gone or a disposition was recorded since. All nodes write the same bytes.
/// </summary>
public sealed class KeptBundles(IServiceScopeFactory scopes, DataFolder data, TimeProvider clock)
{
    // Whoever is sent the file of before still has it open, or will in a moment.
    private static readonly TimeSpan _olderStays = TimeSpan.FromHours(1);

    // What could not be written is not tried again at once, however often somebody asks.
    private static readonly TimeSpan _failureStays = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _writing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _failed = new(StringComparer.Ordinal);

    /// <summary>The bundle of a draw. Refuses as <see cref="ReadDrawBundle"/> does, and with <c>try-again</c> where it could not be written just now.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<Outcome<KeptBundle>> OfAsync(string? drawId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<ReadDrawBundle>().RunAsync(drawId, cancellationToken)).IsRefused(out var refusal, out var contents))
        {
            return refusal;
        }

        var bundle = Of(contents);
        if (!File.Exists(bundle.Path))
        {
            if (_failed.TryGetValue(bundle.Path, out var at) && clock.GetUtcNow() < at + _failureStays)
            {
                return new TryAgain();
            }

            await _writing.GetOrAdd(bundle.Path, path => new(() => Task.Run(() => WriteAsync(bundle.DrawId, path)))).Value.WaitAsync(cancellationToken);
        }

        return bundle;
    }

    // What was drawn, and the last disposition since: nothing else of a bundle can change.
    private KeptBundle Of(DrawBundleContents contents)
    {
        var tag = Digest.Of([.. contents.Result.Seed.Bytes, .. contents.Dispositions.Count > 0 ? contents.Dispositions[^1].Hash.Bytes : []]).ToString()[..32];
        return new KeptBundle(contents.Manifest.DrawId, Path.Combine(data.Path, "draws", $"{contents.Result.Commit}-{tag}.zip"), tag);
    }

    private async Task WriteAsync(string drawId, string path)
    {
        var part = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var scope = scopes.CreateAsyncScope();
            var contents = (await scope.ServiceProvider.GetRequiredService<ReadDrawBundle>().RunAsync(drawId, default)).Value;
            await using (var zip = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await WriteDrawBundle.ToZipAsync(zip, contents, default);
            }

            // A disposition may have been recorded since somebody asked: each file has the name of what is in it.
            var written = Of(contents).Path;
            File.Move(part, written, overwrite: true);
            _failed.TryRemove(path, out _);
            var old = clock.GetUtcNow().UtcDateTime - _olderStays;
            foreach (var older in folder.EnumerateFiles($"{Path.GetFileName(written)[..64]}-*").Where(file => file.FullName != written && file.LastWriteTimeUtc < old))
            {
                older.Delete();
            }
        }
        catch
        {
            _failed[path] = clock.GetUtcNow();
            File.Delete(part);
            throw;
        }
        finally
        {
            _writing.TryRemove(path, out _);
        }
    }
}

/// <summary>A bundle as a file.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Tag">Changes with its bytes.</param>
public sealed record KeptBundle(string DrawId, string Path, string Tag);
