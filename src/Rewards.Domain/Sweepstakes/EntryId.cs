using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// An entry's identifier and the entrant's receipt for it: a UUIDv7 as 16 big-endian bytes, so that every database sorts
/// it the same way, by the time of entry (docs/draw-protocol.md §1).
/// </summary>
public readonly record struct EntryId : IComparable<EntryId>
{
    /// <summary>Bytes in an identifier.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    private EntryId(UInt128 value) => _value = value;

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(EntryId left, EntryId right) => left._value < right._value;

    /// <summary>Whether the left one comes last.</summary>
    public static bool operator >(EntryId left, EntryId right) => left._value > right._value;

    /// <summary>Whether the left one comes first, or they are the same.</summary>
    public static bool operator <=(EntryId left, EntryId right) => left._value <= right._value;

    /// <summary>Whether the left one comes last, or they are the same.</summary>
    public static bool operator >=(EntryId left, EntryId right) => left._value >= right._value;

    /// <summary>A new identifier: 48 bits of the instant in milliseconds, version 7, and 74 random bits.</summary>
    /// <param name="at">When the entry was made; not before 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before 1970.</exception>
    public static EntryId Create(DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(at));

        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        RandomNumberGenerator.Fill(bytes[6..]);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return FromBytes(bytes);
    }

    /// <summary>The identifier of these 16 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not exactly 16.</exception>
    public static EntryId FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        return new EntryId(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads 32 hexadecimal digits in any case.</summary>
    public static bool TryParse(string? hex, out EntryId id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var read = hex?.Length == 2 * Length && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done;
        id = read ? FromBytes(bytes) : default;
        return read;
    }

    /// <summary>Writes the 16 bytes to the start of a buffer.</summary>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    /// <summary>The 16 bytes, as the database stores them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(EntryId other) => _value.CompareTo(other._value);

    /// <summary>32 hexadecimal digits in lower case.</summary>
    public override string ToString() => _value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
