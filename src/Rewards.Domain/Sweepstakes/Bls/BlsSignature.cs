namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>BLS signatures with signatures in G1 and keys in G2 (draft-irtf-cfrg-bls-signature, minimal signature size).</summary>
internal static class BlsSignature
{
    /// <summary>Whether <c>e(signature, g2) = e(H(message), key)</c>, and the signature is written in its only form.</summary>
    /// <param name="key">A point of G2.</param>
    /// <param name="domain">The scheme's domain separation tag.</param>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">48 bytes; anything else is not right.</param>
    public static bool Verify(CurvePoint<Fp2> key, ReadOnlySpan<byte> domain, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        BlsCurve.ReadG1(signature) is { } point
        && Pairing.ProductIsOne((-point, BlsCurve.G2Generator), (HashToG1.Hash(message, domain), key));
}
