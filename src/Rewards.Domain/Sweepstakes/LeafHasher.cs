namespace Rewards.Domain.Sweepstakes;

/// <summary>Hashes leaves of one draw; what all of them begin with is laid out once. Safe for many threads.</summary>
internal sealed class LeafHasher
{
    private const int TailLength = EntryId.Length + EntryTag.Length + sizeof(byte) + sizeof(uint);
    private readonly byte[] _head;

    public LeafHasher(string drawId)
    {
        DrawId.ThrowIfInvalid(drawId);
        var writer = new ProtocolWriter(stackalloc byte[64 + DrawId.MaxBytes]);
        writer.Byte(0x00);
        writer.Text("sweeps/v1/entry"u8);
        writer.Text(drawId);
        _head = writer.Written.ToArray();
    }

    public Digest Hash(in DrawLeaf leaf)
    {
        Span<byte> message = stackalloc byte[_head.Length + TailLength];
        var writer = new ProtocolWriter(message);
        writer.Bytes(_head);
        leaf.Entry.CopyTo(message[_head.Length..]);
        leaf.Tag.CopyTo(message[(_head.Length + EntryId.Length)..]);

        var tail = new ProtocolWriter(message[(_head.Length + EntryId.Length + EntryTag.Length)..]);
        tail.Byte((byte)leaf.Source);
        tail.UInt32((uint)((leaf.Date.Year * 10000) + (leaf.Date.Month * 100) + leaf.Date.Day));
        return Digest.Of(message);
    }
}
