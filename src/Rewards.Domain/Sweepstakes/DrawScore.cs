using System.Security.Cryptography;

namespace Rewards.Domain.Sweepstakes;

/// <summary>The number that ranks an entry, which every entrant can compute (docs/draw-protocol.md §9).</summary>
public static class DrawScore
{
    /// <summary><c>HMAC-SHA256(seed, S("sweeps/v1/score") ‖ L)</c>; the lowest score wins the first prize.</summary>
    /// <param name="seed">The draw's seed.</param>
    /// <param name="leaf">The entry's leaf hash.</param>
    public static Digest Of(in Digest seed, in Digest leaf)
    {
        Span<byte> buffer = stackalloc byte[64 + Digest.Length];
        var writer = new ProtocolWriter(buffer);
        writer.Text("sweeps/v1/score"u8);
        writer.Bytes(leaf.Bytes);

        Span<byte> score = stackalloc byte[Digest.Length];
        HMACSHA256.HashData(seed.Bytes, writer.Written, score);
        return Digest.FromBytes(score);
    }
}
