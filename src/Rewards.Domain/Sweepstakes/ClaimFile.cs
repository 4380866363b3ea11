namespace Rewards.Domain.Sweepstakes;

/// <summary>What kinds of files are taken; told by their content, never by their name.</summary>
public enum FileKind
{
    /// <summary>A document.</summary>
    Pdf = 1,

    /// <summary>A picture.</summary>
    Png = 2,

    /// <summary>A photograph.</summary>
    Jpeg = 3,
}

/// <summary>Tells a file's kind by its first bytes.</summary>
public static class FileKinds
{
    /// <summary>The kind of a file; null for any other.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : null;

    /// <summary>The media type to send it with.</summary>
    public static string MediaTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind."),
    };

    /// <summary>The end of a file's name.</summary>
    public static string EndingOf(FileKind kind) => kind == FileKind.Jpeg ? "jpg" : kind == FileKind.Png ? "png" : "pdf";
}

/// <summary>A page of a signed affidavit, as a winner handed it in; its bytes are sealed.</summary>
public sealed class ClaimFile
{
    /// <summary>The most of one claim.</summary>
    public const int Most = 3;

    /// <summary>The largest, in megabytes (millions of bytes).</summary>
    public const int MostMegabytes = 5;

    /// <summary>The largest, in bytes.</summary>
    public const int MostBytes = MostMegabytes * 1_000_000;

    private ClaimFile()
    {
    }

    /// <summary>Takes a file.</summary>
    /// <param name="id">Made at the edge; what the bytes are sealed to.</param>
    /// <param name="claimId">Of which claim.</param>
    /// <param name="number">From 1; unique in its claim.</param>
    /// <param name="kind">By its content.</param>
    /// <param name="sealedBytes">The content, sealed.</param>
    /// <param name="addedAt">UTC.</param>
    public ClaimFile(Guid id, Guid claimId, int number, FileKind kind, byte[] sealedBytes, DateTime addedAt)
    {
        Id = id;
        ClaimId = claimId;
        Number = number;
        Kind = kind;
        SealedBytes = sealedBytes;
        AddedAt = addedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which claim.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>From 1; unique in its claim.</summary>
    public int Number { get; private set; }

    /// <summary>By its content.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>The content, sealed.</summary>
    public byte[] SealedBytes { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }
}
