using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application;

/// <summary>A document or a picture that somebody attached, told by what is in it and not by its name.</summary>
/// <param name="Type">What it is: <c>application/pdf</c>, <c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AttachedFile(string Type, byte[] Content)
{
    /// <summary>The most that is taken, in megabytes (millions of bytes).</summary>
    public const int MostMegabytes = 5;

    /// <summary>The same in bytes.</summary>
    public const int MostBytes = MostMegabytes * 1_000_000;

    /// <summary>How it is named where it is kept as a file.</summary>
    public string Extension => ExtensionOf(Type);

    /// <summary>The extension of a type, with its dot.</summary>
    public static string ExtensionOf(string type) => type switch
    {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        _ => ".jpg",
    };

    /// <summary>Reads one. Refuses with <c>attached-file-invalid</c> what is longer, or something else.</summary>
    /// <param name="stream">Read to its end, or as far as is taken.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Outcome<AttachedFile>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MostBytes && TypeOf(content.AsSpan(0, length)) is { } type ? new AttachedFile(type, content[..length]) : new AttachedFileInvalid(MostMegabytes);
    }

    private static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;
}
