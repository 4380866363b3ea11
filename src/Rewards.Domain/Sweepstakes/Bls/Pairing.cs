namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>
/// The optimal ate pairing of BLS12-381, for the only question that verification asks: whether a product of pairings is one. Written to
/// be read beside the formulas, not to be fast: a draw asks once.
/// </summary>
/// <remarks>
/// A point of G2 stands on the twist y² = x³ + 4ξ; (x/w², y/w³) is the same point on the curve itself, over the field of p¹²
/// elements. Factors from a smaller field, such as those of vertical lines, become one at the end and are left out.
/// </remarks>
internal static class Pairing
{
    // Of |x|.
    private const int HighestBit = 63;

    /// <summary>Whether <c>e(p1, q1) · e(p2, q2)</c> is one.</summary>
    /// <param name="first">Points of the two groups.</param>
    /// <param name="second">Points of the two groups.</param>
    public static bool ProductIsOne((CurvePoint<Fp> P, CurvePoint<Fp2> Q) first, (CurvePoint<Fp> P, CurvePoint<Fp2> Q) second) =>
        Finish(Loop(first.P, first.Q) * Loop(second.P, second.Q)).Equals(Fp12.One);

    // Miller's loop over the bits of |x|. That x is negative turns the value to its inverse, and both factors alike.
    private static Fp12 Loop(CurvePoint<Fp> p, CurvePoint<Fp2> q)
    {
        if (p.IsInfinity || q.IsInfinity)
        {
            return Fp12.One;
        }

        var value = Fp12.One;
        var at = q;
        for (var bit = HighestBit - 1; bit >= 0; bit--)
        {
            value *= value;
            Step(at);
            if (((BlsCurve.X >> bit) & 1) != 0)
            {
                Step(q);
            }
        }

        return value;

        void Step(CurvePoint<Fp2> other)
        {
            var slope = at.SlopeTo(other);
            value *= Line(at, slope, p);
            at = at.Along(slope, other);
        }
    }

    // The line through a point of the twist, at P, times w³: (slope·x − y) − slope·xP·w² + yP·w³, and w² = v, w³ = v·w.
    private static Fp12 Line(CurvePoint<Fp2> through, Fp2 slope, CurvePoint<Fp> p) => new(
        new((slope * through.X) - through.Y, -(slope * p.X), Fp2.Zero),
        new(Fp2.Zero, new(p.Y, Fp.Zero), Fp2.Zero));

    // The power (p¹² − 1)/r = (p⁶ − 1) · (p² + 1) · (p⁴ − p² + 1)/r. Of the last factor the triple is taken, which is one for the same
    // values: (x − 1)² · (x + p) · (x² + p² − 1) + 3 (Hayashida, Hayasaka, Teruya, 2020). After the first two, the conjugate is the inverse.
    private static Fp12 Finish(Fp12 value)
    {
        var first = value.Conjugate * value.Inverse();
        first = first.Frobenius.Frobenius * first;
        var a = TimesXLessOne(TimesXLessOne(first));
        var b = TimesX(a) * a.Frobenius;
        var c = TimesX(TimesX(b)) * b.Frobenius.Frobenius * b.Conjugate;
        return c * first * first * first;

        static Fp12 TimesX(Fp12 of) => Field.Power(of, BlsCurve.X).Conjugate;
        static Fp12 TimesXLessOne(Fp12 of) => (Field.Power(of, BlsCurve.X) * of).Conjugate;
    }
}
