using System.Buffers.Binary;

namespace Rewards.Domain.Surveys;

/// <summary>
/// What a response's id is marked with where a kiosk or an app sends it with an <c>Idempotency-Key</c>: a keyed hash of key and body
/// in place of the id's last random bits. Whoever sends the same again is known by it, and told again what they earned.
/// </summary>
/// <param name="Bits">64 bits that nobody else can make up.</param>
public readonly record struct SenderMark(ulong Bits)
{
    private const int At = 8;
    private const ulong Variant = 0x8000_0000_0000_0000;
    private const ulong VariantBits = 0xC000_0000_0000_0000;

    /// <summary>A new id, in the order of time (UUID version 7), with this mark.</summary>
    /// <param name="now">UTC.</param>
    public Guid NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[At..], Marked);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether an id has this mark.</summary>
    public bool IsOn(Guid id) => BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(At)) == Marked;

    private ulong Marked => (Bits & ~VariantBits) | Variant;
}
