using System.Buffers.Binary;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Hashes the entries of one draw into leaves (docs/draw-protocol.md §3); what all of them begin with is laid out once. Safe
/// for many threads.
/// </summary>
public sealed class LeafHasher
{
    private const int TailLength = EntryId.Length + EntryTag.Length + sizeof(byte) + sizeof(int);
    private readonly byte[] _head;

    /// <summary>Makes ready for a draw.</summary>
    /// <exception cref="ArgumentException">The draw's id is none (<see cref="DrawId.IsValid"/>).</exception>
    public LeafHasher(string drawId)
    {
        DrawId.ThrowIfInvalid(drawId);
        var writer = new ProtocolWriter(stackalloc byte[64 + DrawId.MaxBytes]);
        writer.Byte(0x00);
        writer.Text("sweeps/v1/entry"u8);
        writer.Text(drawId);
        _head = writer.Written.ToArray();
    }

    /// <summary>The leaf hash of an entry, as <see cref="DrawLeaf.Hash"/> defines it.</summary>
    public Digest Hash(in DrawLeaf leaf)
    {
        Span<byte> message = stackalloc byte[_head.Length + TailLength];
        _head.CopyTo(message);
        var tail = message[_head.Length..];
        leaf.Entry.CopyTo(tail);
        leaf.Tag.CopyTo(tail[EntryId.Length..]);
        tail[EntryId.Length + EntryTag.Length] = (byte)leaf.Source;
        BinaryPrimitives.WriteInt32BigEndian(tail[^sizeof(int)..], leaf.DateNumber);
        return Digest.Of(message);
    }
}
