using System.Text;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Publishes a draw for anyone to check: a zip, or a folder with the same files. The same contents always make the same
/// bytes (docs/draw-protocol.md §11 and §12).
/// </summary>
public static class WriteDrawBundle
{
    private const int RowsAtOnce = 1024;

    /// <summary>Writes the bundle as a zip, from the stream's place on and never going back.</summary>
    /// <param name="zip">Where to; need not be seekable.</param>
    /// <param name="contents">What is published.</param>
    /// <param name="cancellationToken">Stops between rows; the zip is then incomplete.</param>
    /// <exception cref="ArgumentException">The contents are not what the manifest commits to.</exception>
    public static async Task ToZipAsync(Stream zip, DrawBundleContents contents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(contents);
        var small = SmallFiles(contents, contents.CheckedPrizes());

        // A stored member's checksum stands before its bytes, so the entries take a turn through a temporary file.
        await using var spool = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var checksum = await WriteEntriesAsync(spool, contents, cancellationToken);
        spool.Position = 0;

        var members = new List<CanonicalZip.Member>();
        foreach (var file in BundleFile.All)
        {
            var bytes = small.GetValueOrDefault(file);
            var member = bytes is null
                ? new CanonicalZip.Member(file.Name, checksum, (uint)spool.Length)
                : new CanonicalZip.Member(file.Name, Crc32.Of(bytes), (uint)bytes.Length);
            members.Add(member);
            await zip.WriteAsync(CanonicalZip.Header(member), cancellationToken);
            await (bytes is null ? spool.CopyToAsync(zip, cancellationToken) : zip.WriteAsync(bytes, cancellationToken).AsTask());
        }

        await zip.WriteAsync(CanonicalZip.Directory(members), cancellationToken);
    }

    /// <summary>Writes the bundle as a folder of files.</summary>
    /// <param name="folder">Made if it is missing; must have nothing in it.</param>
    /// <param name="contents">What is published.</param>
    /// <param name="cancellationToken">Stops between rows; the folder is then incomplete.</param>
    /// <exception cref="ArgumentException">The contents are not what the manifest commits to.</exception>
    /// <exception cref="IOException">There is something in the folder, or it cannot be written.</exception>
    public static async Task ToFolderAsync(string folder, DrawBundleContents contents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var small = SmallFiles(contents, contents.CheckedPrizes());
        if (Directory.CreateDirectory(folder).EnumerateFileSystemInfos().Any())
        {
            throw new IOException($"{folder} is not empty.");
        }

        foreach (var file in BundleFile.All)
        {
            await using var stream = new FileStream(Path.Combine(folder, file.Name), FileMode.CreateNew, FileAccess.Write);
            if (small.TryGetValue(file, out var bytes))
            {
                await stream.WriteAsync(bytes, cancellationToken);
            }
            else
            {
                await WriteEntriesAsync(stream, contents, cancellationToken);
            }
        }
    }

    private static async Task<uint> WriteEntriesAsync(Stream stream, DrawBundleContents contents, CancellationToken cancellationToken)
    {
        var checksum = default(Crc32);
        var hasher = new LeafHasher(contents.Manifest.DrawId);
        var root = new MerkleRootBuilder();
        var buffer = new byte[EntriesCsv.RowLength * RowsAtOnce];
        EntriesCsv.Header.CopyTo(buffer);
        var filled = EntriesCsv.Header.Length;
        EntryId? before = null;
        await foreach (var leaf in contents.Entries.WithCancellation(cancellationToken))
        {
            if (leaf.Entry <= before)
            {
                throw new ArgumentException($"Entry {leaf.Entry} is not after {before}.", nameof(contents));
            }

            if (filled + EntriesCsv.RowLength > buffer.Length)
            {
                await FlushAsync();
            }

            before = leaf.Entry;
            root.Add(hasher.Hash(leaf));
            EntriesCsv.Write(leaf, buffer.AsSpan(filled));
            filled += EntriesCsv.RowLength;
        }

        await FlushAsync();
        return root.Count == contents.Manifest.EntryCount && root.Root() == contents.Manifest.Root
            ? checksum.Value
            : throw new ArgumentException("The manifest commits to other entries.", nameof(contents));

        async Task FlushAsync()
        {
            checksum.Add(buffer.AsSpan(0, filled));
            await stream.WriteAsync(buffer.AsMemory(0, filled), cancellationToken);
            filled = 0;
        }
    }

    // Every file but the entries.
    private static Dictionary<BundleFile, byte[]> SmallFiles(DrawBundleContents contents, IReadOnlyList<string> prizes) => new()
    {
        [BundleFile.Manifest] = contents.Manifest.ToBytes(),
        [BundleFile.Rules] = contents.Rules.ToArray(),
        [BundleFile.Prizes] = contents.Prizes.ToArray(),
        [BundleFile.Beacon] = Encoding.UTF8.GetBytes(contents.Beacon.ToJson()),
        [BundleFile.Dispositions] = Encoding.UTF8.GetBytes(string.Concat(contents.Dispositions.Select(line => line.Line + "\n"))),
        [BundleFile.Result] = ResultOf(contents, prizes),
    };

    private static byte[] ResultOf(DrawBundleContents contents, IReadOnlyList<string> prizes)
    {
        var result = contents.Result;
        IEnumerable<ResultJson.Piece> pieces =
        [
            .. ResultJson.Opening(result.DrawId, result.Commit, result.Seed, result.Winners, prizes),
            .. result.Alternates.Select((entry, i) => ResultJson.Alternate(i + 1, entry)),
            ResultJson.AfterAlternates,
            .. contents.Dispositions.TakeLast(1).Select(last => ResultJson.Head(last.Hash)),
            ResultJson.End,
        ];
        return Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => piece.Text)));
    }
}
