using System.Buffers.Binary;
using Rewards.Domain.Sweepstakes.Bls;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// drand's quicknet: a public beacon that signs a round every three seconds (docs/draw-protocol.md §7). A round's message is
/// <c>H(u64 round)</c>; its signature is a BLS signature on G1 under the domain
/// <c>BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_</c>.
/// </summary>
public static class Quicknet
{
    /// <summary>Bytes in a round's signature: a compressed point of G1.</summary>
    public const int SignatureLength = 48;

    /// <summary>The pinned public key: 96 bytes, a compressed point of G2, in hexadecimal.</summary>
    public const string PublicKey =
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        + "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

    private const string ChainHash = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    private const long PeriodSeconds = 3;

    private static readonly Lazy<CurvePoint<Fp2>> _key = new(() =>
        BlsCurve.ReadG2(Convert.FromHexString(PublicKey)) ?? throw new InvalidOperationException("The pinned key is a point of the group."));

    /// <summary>The chain's hash, which is the beacon's id in a manifest.</summary>
    public static readonly Digest BeaconId = Digest.FromBytes(Convert.FromHexString(ChainHash));

    /// <summary>When round 1 was due (UTC).</summary>
    public static readonly DateTimeOffset Genesis = DateTimeOffset.FromUnixTimeSeconds(1692803367);

    /// <summary>The last round whose time can still be told: it is due in the year 9999.</summary>
    public static readonly long LastRound =
        1 + ((DateTimeOffset.MaxValue.ToUnixTimeSeconds() - Genesis.ToUnixTimeSeconds()) / PeriodSeconds);

    /// <summary>When a round is due (UTC): genesis + (round − 1)·3 s.</summary>
    /// <param name="round">1 to <see cref="LastRound"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such round.</exception>
    public static DateTimeOffset TimeOf(long round)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(round, LastRound);
        return Genesis.AddSeconds((round - 1) * PeriodSeconds);
    }

    /// <summary>The first round that is due at an instant or after it; 1 before the genesis.</summary>
    public static long FirstRoundFrom(DateTimeOffset instant)
    {
        var ticks = (instant - Genesis).Ticks;
        const long Period = PeriodSeconds * TimeSpan.TicksPerSecond;
        return ticks <= 0 ? 1 : 1 + ((ticks + Period - 1) / Period);
    }

    /// <summary>
    /// Whether a commitment that becomes public at this instant leaves the notice of
    /// <see cref="DrawManifest.MinimumNotice"/> before the round is due (docs/draw-protocol.md §6).
    /// </summary>
    public static bool LeavesNotice(long round, DateTimeOffset publishedAt) =>
        TimeOf(round) - publishedAt >= DrawManifest.MinimumNotice;

    /// <summary>
    /// Whether this is the signature of a round, by the pinned key and written in its only form: another way of writing the same point
    /// would be another randomness to choose from.
    /// </summary>
    /// <param name="round">Any number; what is no round has no signature.</param>
    /// <param name="signature">Any bytes.</param>
    public static bool IsSignatureOf(long round, ReadOnlySpan<byte> signature)
    {
        if (round < 1 || round > LastRound)
        {
            return false;
        }

        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, round);
        return BlsSignature.Verify(_key.Value, "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"u8, Digest.Of(number).Bytes, signature);
    }
}
