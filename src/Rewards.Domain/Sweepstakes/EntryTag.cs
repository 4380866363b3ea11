using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What stands for a person within one draw: it shows that two entries are the same person's, and nothing else, because
/// the draw's key stays secret (docs/draw-protocol.md §1).
/// </summary>
public readonly record struct EntryTag
{
    /// <summary>Bytes in a tag.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    private EntryTag(UInt128 value) => _value = value;

    /// <summary>A person's tag: the first 16 bytes of HMAC-SHA256(drawKey, person).</summary>
    /// <param name="drawKey">The draw's random secret key.</param>
    /// <param name="person">The canonical identity, hashed as UTF-8.</param>
    public static EntryTag Of(ReadOnlySpan<byte> drawKey, string person)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(drawKey, Encoding.UTF8.GetBytes(person), hash);
        return FromBytes(hash[..Length]);
    }

    /// <summary>The tag of these 16 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not exactly 16.</exception>
    public static EntryTag FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        return new EntryTag(BinaryPrimitives.ReadUInt128BigEndian(bytes));
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

    /// <summary>32 hexadecimal digits in lower case.</summary>
    public override string ToString() => _value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
