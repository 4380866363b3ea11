using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The bundles of drawn months as files of this node, in <c>draws/</c> of the data folder: written once, however many ask for it at once,
/// and again where the file is gone or a disposition was recorded since. All nodes write the same bytes.
/// </summary>
public sealed class KeptBundles(IServiceScopeFactory scopes, DataFolder data)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _writing = new(StringComparer.Ordinal);

    /// <summary>The bundle of a draw. Refuses as <see cref="ReadDrawBundle"/> does.</summary>
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

        var (name, tag) = (contents.Manifest.DrawId, TagOf(contents));
        var path = Path.Combine(data.Path, "draws", $"{contents.Result.Commit}-{tag}.zip");
        if (!File.Exists(path))
        {
            var writing = _writing.GetOrAdd(path, _ => new(() => Task.Run(() => WriteAsync(name, path))));
            try
            {
                await writing.Value.WaitAsync(cancellationToken);
            }
            finally
            {
                if (writing.Value.IsCompleted)
                {
                    _writing.TryRemove(KeyValuePair.Create(path, writing));
                }
            }
        }

        return new KeptBundle(name, path, tag);
    }

    // What was drawn, and the last disposition since: nothing else of a bundle can change.
    private static string TagOf(DrawBundleContents contents) => Digest.Of(
        [.. contents.Result.Seed.Bytes, .. contents.Dispositions.Count > 0 ? contents.Dispositions[^1].Hash.Bytes : []]).ToString()[..32];

    private async Task WriteAsync(string drawId, string path)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():n}.part";
        await using (var scope = scopes.CreateAsyncScope())
        await using (var zip = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
        {
            await WriteDrawBundle.ToZipAsync(zip, (await scope.ServiceProvider.GetRequiredService<ReadDrawBundle>().RunAsync(drawId, default)).Value, default);
        }

        File.Move(part, path, overwrite: true);
        foreach (var older in folder.EnumerateFiles($"{Path.GetFileName(path)[..64]}-*.zip").Where(file => file.FullName != path))
        {
            older.Delete();
        }
    }
}

/// <summary>A bundle as a file.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Tag">Changes with its bytes.</param>
public sealed record KeptBundle(string DrawId, string Path, string Tag);
