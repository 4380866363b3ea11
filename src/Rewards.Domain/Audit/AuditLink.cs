using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Domain.Audit;

/// <summary>
/// One link of the audit's chain: a row, the hash of what stands in it, and a keyed hash over both and over the link before
/// (docs/audit.md). Never changed or deleted. Of two that write the next link, <see cref="Sequence"/> lets one.
/// </summary>
public sealed class AuditLink
{
    private AuditLink()
    {
    }

    /// <summary>Makes the next link.</summary>
    /// <param name="key">The chain's, 32 bytes.</param>
    /// <param name="before">The last link; <see cref="AuditHead.None"/> for the first.</param>
    /// <param name="row">What is linked.</param>
    /// <param name="at">UTC; whole seconds are kept.</param>
    public AuditLink(ReadOnlySpan<byte> key, AuditHead before, AuditedRow row, DateTime at)
    {
        Sequence = before.Sequence + 1;
        Kind = row.Kind;
        SubjectId = row.Id;
        ContentHash = row.Content.Bytes.ToArray();
        At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        Hash = HashAfter(key, before.Hash).Bytes.ToArray();
    }

    /// <summary>1, 2, … without a gap.</summary>
    public long Sequence { get; private set; }

    /// <summary>What kind of row.</summary>
    public AuditKind Kind { get; private set; }

    /// <summary>Which row; unique with <see cref="Kind"/>.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>SHA-256 of what stands in it.</summary>
    public byte[] ContentHash { get; private set; } = [];

    /// <summary>When it was linked, UTC, in whole seconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>Over all of this and the hash of the link before.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Sequence and hash.</summary>
    public AuditHead Head => new(Sequence, Digest.FromBytes(Hash));

    /// <summary>
    /// What <see cref="Hash"/> has to be: HMAC-SHA256 of <c>S("rewards/audit/v1") ‖ u64 sequence ‖ hash of the link before ‖ u8 kind ‖
    /// 16 bytes of the subject ‖ content hash ‖ i64 seconds since 1970</c>, integers big-endian.
    /// </summary>
    /// <param name="key">The chain's.</param>
    /// <param name="previous">The hash of the link before; zeros for the first.</param>
    public Digest HashAfter(ReadOnlySpan<byte> key, Digest previous)
    {
        ReadOnlySpan<byte> name = "rewards/audit/v1"u8;
        Span<byte> bytes = stackalloc byte[4 + name.Length + 8 + Digest.Length + 1 + 16 + Digest.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(bytes, name.Length);
        name.CopyTo(bytes[4..]);
        var rest = bytes[(4 + name.Length)..];
        BinaryPrimitives.WriteInt64BigEndian(rest, Sequence);
        previous.Bytes.CopyTo(rest[8..]);
        rest[40] = (byte)Kind;
        SubjectId.TryWriteBytes(rest[41..], bigEndian: true, out _);
        ContentHash.CopyTo(rest[57..]);
        BinaryPrimitives.WriteInt64BigEndian(rest[89..], new DateTimeOffset(At).ToUnixTimeSeconds());
        Span<byte> hash = stackalloc byte[Digest.Length];
        HMACSHA256.HashData(key, bytes, hash);
        return Digest.FromBytes(hash);
    }
}

/// <summary>A row as the chain knows it.</summary>
/// <param name="Kind">What kind of row.</param>
/// <param name="Id">Which.</param>
/// <param name="Content">The hash of what stands in it.</param>
public readonly record struct AuditedRow(AuditKind Kind, Guid Id, Digest Content)
{
    /// <summary>When it was written, UTC: when its id was made, of which the first 48 bits are milliseconds (UUIDv7); else what its source says.</summary>
    public DateTime MadeAt { get; init; } = TimeOf(Id);

    /// <summary>When an id was made, UTC, to the millisecond.</summary>
    public static DateTime TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        return DateTime.UnixEpoch.AddMilliseconds(Math.Min(milliseconds, 253_402_300_799_999));
    }

    /// <summary>The least id of an instant: those made before it sort before it.</summary>
    /// <param name="at">UTC.</param>
    public static Guid FirstIdOf(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, (long)(at - DateTime.UnixEpoch).TotalMilliseconds) << 16);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>A place in the chain: what is noted outside the database, so that even cutting its end off is found.</summary>
/// <param name="Sequence">Of the link.</param>
/// <param name="Hash">Of the link.</param>
public readonly record struct AuditHead(long Sequence, Digest Hash)
{
    /// <summary>Before the first link.</summary>
    public static AuditHead None => default;

    /// <summary>Reads <c>17:</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = null;
        if (text?.Trim().Split(':') is [var number, var hex]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            && Digest.TryParse(hex, out var hash))
        {
            head = new AuditHead(sequence, hash);
        }

        return head is not null;
    }

    /// <summary><c>17:</c> and 64 hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");
}
