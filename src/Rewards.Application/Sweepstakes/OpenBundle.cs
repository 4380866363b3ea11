using Microsoft.Win32.SafeHandles;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// A bundle whose container has been checked: exactly the seven files are there, none beyond its limit, and in a zip no
/// byte is other than it must be.
/// </summary>
internal sealed class OpenBundle : IDisposable
{
    private readonly List<SafeFileHandle> _handles = [];
    private readonly Dictionary<BundleFile, BundleMember> _members = [];

    private OpenBundle()
    {
    }

    /// <summary>What kind of container it is, for people.</summary>
    public string Description { get; private set; } = "";

    /// <summary>One of the seven files.</summary>
    public BundleMember this[BundleFile file] => _members[file];

    /// <summary>Opens a zip or a folder.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="disagreement">What is wrong with the container; null if nothing is.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static OpenBundle Open(string path, out string? disagreement)
    {
        var bundle = new OpenBundle();
        try
        {
            disagreement = Directory.Exists(path) ? bundle.OpenFolder(path) : bundle.OpenZip(path);
            return bundle;
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handles.ForEach(handle => handle.Dispose());

    private string? OpenFolder(string path)
    {
        Description = "folder: the seven files of a bundle and nothing else";
        foreach (var item in new DirectoryInfo(path).EnumerateFileSystemInfos())
        {
            var file = BundleFile.All.FirstOrDefault(file => file.Name == item.Name);
            if (file is null)
            {
                return $"folder: {Printable.Text(item.Name)} does not belong to a bundle";
            }

            // Neither a link to elsewhere nor a pipe, which has no length and would keep the reader waiting.
            if (item is not FileInfo { LinkTarget: null } info || info.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                return $"{file.Name}: is no plain file";
            }

            if (info.Length > file.MaxBytes)
            {
                return $"{file.Name}: has more than {file.MaxBytes} bytes";
            }

            _members[file] = new BundleMember(info.Length == 0 ? null : Keep(info.FullName), 0, info.Length);
        }

        return BundleFile.All.FirstOrDefault(file => !_members.ContainsKey(file)) is { } missing
            ? $"{missing.Name}: is missing"
            : null;
    }

    private string? OpenZip(string path)
    {
        Description = "zip: the seven files of a bundle in the canonical form, checksums right";
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return "there is no zip and no folder, or the zip is empty";
        }

        var handle = Keep(path);
        var length = RandomAccess.GetLength(handle);
        var members = new List<CanonicalZip.Member>();
        long offset = 0;
        foreach (var file in BundleFile.All)
        {
            var header = new BundleMember(handle, offset, CanonicalZip.LengthOfHeader(file.Name));
            if (header.Offset + header.Length > length)
            {
                return $"zip: ends before {file.Name}";
            }

            var read = header.ReadAll();
            var member = CanonicalZip.ReadHeader(file.Name, read);
            if (!read.AsSpan().SequenceEqual(CanonicalZip.Header(member)))
            {
                return $"zip: has not the canonical form at {file.Name} (if it was made by other means, extract it and verify the folder)";
            }

            if (member.Length > file.MaxBytes || offset + member.TotalLength > length)
            {
                return $"zip: {file.Name} is longer than it may be, or than the zip";
            }

            _members[file] = new BundleMember(handle, offset + header.Length, member.Length);
            if (ChecksumOf(_members[file]) != member.Checksum)
            {
                return $"zip: {file.Name} has not the checksum that stands in the zip";
            }

            members.Add(member);
            offset += member.TotalLength;
        }

        var directory = CanonicalZip.Directory(members);
        return length - offset == directory.Length
            && new BundleMember(handle, offset, directory.Length).ReadAll().AsSpan().SequenceEqual(directory)
            ? null
            : "zip: the central directory after result.json has not the canonical form";
    }

    private static uint ChecksumOf(BundleMember member)
    {
        var checksum = default(Crc32);
        var reader = new BundleMember.Reader(member);
        var buffer = new byte[64 * 1024];
        while (reader.Left > 0)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, reader.Left));
            reader.Fill(part);
            checksum.Add(part);
        }

        return checksum.Value;
    }

    private SafeFileHandle Keep(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        _handles.Add(handle);
        return handle;
    }
}
