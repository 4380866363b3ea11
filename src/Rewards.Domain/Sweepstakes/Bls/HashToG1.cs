using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>Hashes messages to points of G1 as the suite <c>BLS12381G1_XMD:SHA-256_SSWU_RO_</c> says (RFC 9380 §8.8.1).</summary>
internal static class HashToG1
{
    private const int HashBlock = 64;
    private const int BytesAnElement = 64;
    private const ulong EffectiveCofactor = BlsCurve.X + 1;

    private static readonly Fp _z = Fp.Of(11);

    // What the map gives where the general formula would divide by zero, and the factor of the formula.
    private static readonly Fp _exceptionalX = IsogenyToG1.B * (_z * IsogenyToG1.A).Inverse();
    private static readonly Fp _generalX = -(IsogenyToG1.B * IsogenyToG1.A.Inverse());

    /// <summary>The point of a message: never outside the group.</summary>
    /// <param name="message">Of any length.</param>
    /// <param name="domain">The domain separation tag, at most 255 bytes.</param>
    public static CurvePoint<Fp> Hash(ReadOnlySpan<byte> message, ReadOnlySpan<byte> domain)
    {
        var uniform = Expand(message, domain, 2 * BytesAnElement);
        var (first, second) = (Element(uniform.AsSpan(0, BytesAnElement)), Element(uniform.AsSpan(BytesAnElement)));
        return (Map(first) + Map(second)).Times(EffectiveCofactor);
    }

    /// <summary><c>expand_message_xmd</c> with SHA-256 (RFC 9380 §5.3.1).</summary>
    /// <param name="message">Of any length.</param>
    /// <param name="domain">At most 255 bytes.</param>
    /// <param name="length">Bytes wanted, at most 255 hashes.</param>
    public static byte[] Expand(ReadOnlySpan<byte> message, ReadOnlySpan<byte> domain, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(domain.Length, byte.MaxValue, nameof(domain));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, byte.MaxValue * SHA256.HashSizeInBytes);
        byte[] tag = [.. domain, (byte)domain.Length];
        Span<byte> lengthBytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(lengthBytes, (ushort)length);

        var start = SHA256.HashData([.. new byte[HashBlock], .. message, .. lengthBytes, 0, .. tag]);
        var uniform = new byte[length];
        var block = new byte[start.Length];
        for (var i = 0; i * block.Length < length; i++)
        {
            for (var at = 0; at < block.Length; at++)
            {
                block[at] ^= start[at];
            }

            block = SHA256.HashData([.. block, (byte)(i + 1), .. tag]);
            var from = i * block.Length;
            block.AsSpan(0, Math.Min(block.Length, length - from)).CopyTo(uniform.AsSpan(from));
        }

        return uniform;
    }

    private static Fp Element(ReadOnlySpan<byte> uniform) => Fp.Of(new BigInteger(uniform, isUnsigned: true, isBigEndian: true));

    // The simplified map of Shallue, van de Woestijne and Ulas (RFC 9380 §6.6.2), then the isogeny.
    private static CurvePoint<Fp> Map(Fp u)
    {
        var zu = _z * u * u;
        var below = ((zu * zu) + zu).Inverse();
        var x = below.IsZero() ? _exceptionalX : _generalX * (Fp.One + below);
        if (!RightSide(x).TryRoot(out var y))
        {
            x = zu * x;
            if (!RightSide(x).TryRoot(out y))
            {
                throw new InvalidOperationException("One of the two is a square: the map is proven.");
            }
        }

        return IsogenyToG1.Map(x, IsOdd(u) == IsOdd(y) ? y : -y);
    }

    private static Fp RightSide(Fp x) => (((x * x) + IsogenyToG1.A) * x) + IsogenyToG1.B;

    private static bool IsOdd(Fp value) => !value.ToNumber().IsEven;
}
