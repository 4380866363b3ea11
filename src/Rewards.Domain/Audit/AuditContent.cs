using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Domain.Audit;

/// <summary>
/// Lays out what stands in a row, one field after another, and hashes it (docs/audit.md): the same bytes on every database. What may
/// be null is preceded by a byte, 0 where it is and 1 where it is not.
/// </summary>
public sealed class AuditContent
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <summary>Begins a row: one byte, its kind.</summary>
    public AuditContent Begin(AuditKind kind)
    {
        _bytes.ResetWrittenCount();
        return Byte((byte)kind);
    }

    /// <summary>16 bytes.</summary>
    public AuditContent Id(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out _);
        _bytes.Advance(16);
        return this;
    }

    /// <summary>16 bytes, or none.</summary>
    public AuditContent Id(Guid? id) => id is { } some ? Byte(1).Id(some) : Byte(0);

    /// <summary>A whole number, amount or code: i64.</summary>
    public AuditContent Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), number);
        _bytes.Advance(8);
        return this;
    }

    /// <summary>i64, or none.</summary>
    public AuditContent Number(long? number) => number is { } some ? Byte(1).Number(some) : Byte(0);

    /// <summary>u8, 0 or 1.</summary>
    public AuditContent Flag(bool yes) => Byte(yes ? (byte)1 : (byte)0);

    /// <summary>u32 length in bytes, UTF-8; or none.</summary>
    public AuditContent Text(string? text) => text is null ? Byte(0) : Byte(1).Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>u32 length, the bytes.</summary>
    public AuditContent Bytes(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), bytes.Length);
        _bytes.Advance(4);
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>i64: whole microseconds since 1970, which is what every database keeps.</summary>
    public AuditContent Instant(DateTime utc) => Number((utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The same, or none.</summary>
    public AuditContent Instant(DateTime? utc) => utc is { } some ? Byte(1).Instant(some) : Byte(0);

    /// <summary>i64: yyyymmdd.</summary>
    public AuditContent Day(DateOnly day) => Number((day.Year * 10_000) + (day.Month * 100) + day.Day);

    /// <summary>The same, or none.</summary>
    public AuditContent Day(DateOnly? day) => day is { } some ? Byte(1).Day(some) : Byte(0);

    /// <summary>SHA-256 of all since <see cref="Begin"/>.</summary>
    public Digest Hash() => Digest.Of(_bytes.WrittenSpan);

    private AuditContent Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
        return this;
    }
}
