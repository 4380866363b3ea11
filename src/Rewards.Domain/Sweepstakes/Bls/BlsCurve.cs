using System.Globalization;
using System.Numerics;

namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>
/// The two groups of BLS12-381 and how their points are written: in compressed form, big-endian, the three highest bits saying
/// compressed, infinity, and which of the two y (draft-irtf-cfrg-pairing-friendly-curves, appendix C).
/// </summary>
internal static class BlsCurve
{
    /// <summary>The absolute value of the parameter x, which is negative, of the curve's family.</summary>
    public const ulong X = 0xd201000000010000;

    private const byte Compressed = 0x80;
    private const byte IsInfinity = 0x40;
    private const byte IsGreater = 0x20;
    private const byte Flags = Compressed | IsInfinity | IsGreater;

    /// <summary>The prime order of both groups.</summary>
    public static readonly BigInteger Order = BigInteger.Parse(
        "073eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static readonly Fp _b1 = Fp.Of(4);
    private static readonly Fp2 _b2 = new(_b1, _b1);

    /// <summary>The generator of G2 that everyone uses.</summary>
    public static readonly CurvePoint<Fp2> G2Generator = ReadG2(Convert.FromHexString(
        "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        + "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"))!.Value;

    /// <summary>Reads a point of G1, 48 bytes.</summary>
    /// <returns>Null for the point at infinity, for a point outside the group, and for every other way of writing one.</returns>
    public static CurvePoint<Fp>? ReadG1(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Fp.Length || (bytes[0] & (Compressed | IsInfinity)) != Compressed)
        {
            return null;
        }

        Span<byte> plain = stackalloc byte[Fp.Length];
        bytes.CopyTo(plain);
        plain[0] &= unchecked((byte)~Flags);
        if (!Fp.TryRead(plain, out var x) || !((x * x * x) + _b1).TryRoot(out var y))
        {
            return null;
        }

        return InGroup(new CurvePoint<Fp>(x, IsUpper(y) == IsUpperFlag(bytes) ? y : -y, false));
    }

    /// <summary>Reads a point of G2, 96 bytes: c1 of x, then c0.</summary>
    /// <returns>Null as <see cref="ReadG1"/>.</returns>
    public static CurvePoint<Fp2>? ReadG2(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 2 * Fp.Length || (bytes[0] & (Compressed | IsInfinity)) != Compressed)
        {
            return null;
        }

        Span<byte> plain = stackalloc byte[2 * Fp.Length];
        bytes.CopyTo(plain);
        plain[0] &= unchecked((byte)~Flags);
        if (!Fp.TryRead(plain[..Fp.Length], out var c1) || !Fp.TryRead(plain[Fp.Length..], out var c0))
        {
            return null;
        }

        var x = new Fp2(c0, c1);
        if (!((x * x * x) + _b2).TryRoot(out var y))
        {
            return null;
        }

        return InGroup(new CurvePoint<Fp2>(x, IsUpper(y.C1.IsZero() ? y.C0 : y.C1) == IsUpperFlag(bytes) ? y : -y, false));
    }

    private static CurvePoint<T>? InGroup<T>(CurvePoint<T> point)
        where T : struct, IField<T> => point.Times(Order).IsInfinity ? point : null;

    private static bool IsUpperFlag(ReadOnlySpan<byte> bytes) => (bytes[0] & IsGreater) != 0;

    private static bool IsUpper(Fp y) => y.ToNumber() > (Fp.Prime - 1) / 2;
}
