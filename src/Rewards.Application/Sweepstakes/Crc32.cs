namespace Rewards.Application.Sweepstakes;

/// <summary>The checksum of zip members: CRC-32 with the reflected polynomial EDB88320 (PKWARE's APPNOTE 4.4.7).</summary>
internal struct Crc32
{
    private static readonly uint[] _table = Table();
    private uint _value;

    /// <summary>The checksum of what was added so far.</summary>
    public readonly uint Value => _value;

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = default(Crc32);
        checksum.Add(bytes);
        return checksum.Value;
    }

    /// <summary>Adds the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var remainder = ~_value;
        foreach (var value in bytes)
        {
            remainder = _table[(byte)(remainder ^ value)] ^ (remainder >> 8);
        }

        _value = ~remainder;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var remainder = i;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 1 ? 0xEDB88320 ^ (remainder >> 1) : remainder >> 1;
            }

            table[i] = remainder;
        }

        return table;
    }
}
