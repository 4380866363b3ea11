using System.Buffers.Binary;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Lays out a protocol's fields one after another: integers big-endian, texts as <c>S(x)</c> = u32 byte length and UTF-8
/// bytes (docs/protocols.md, opening).
/// </summary>
internal ref struct ProtocolWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;
    private int _length;

    /// <summary>What has been laid out so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _destination[.._length];

    public static int SizeOfText(string text) => sizeof(uint) + Encoding.UTF8.GetByteCount(text);

    public void Byte(byte value) => _destination[_length++] = value;

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_destination[_length..], value);
        _length += sizeof(uint);
    }

    public void UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_destination[_length..], value);
        _length += sizeof(ulong);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_destination[_length..]);
        _length += bytes.Length;
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        UInt32((uint)utf8.Length);
        Bytes(utf8);
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, _destination[(_length + sizeof(uint))..]);
        UInt32((uint)length);
        _length += length;
    }
}
