namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>An element c0 + c1·w of the field of p¹² elements, w² = v.</summary>
internal readonly record struct Fp12(Fp6 C0, Fp6 C1) : IField<Fp12>
{
    // w to the power p is w times the first of these, w² its second power, and so on: ξ^((p − 1)/6) and its powers.
    private static readonly Fp2[] _turns =
        [.. Enumerable.Range(1, 5).Select(i => Field.Power(new Fp2(Fp.One, Fp.One), i * (Fp.Prime - 1) / 6))];

    /// <inheritdoc/>
    public static Fp12 Zero => default;

    /// <inheritdoc/>
    public static Fp12 One { get; } = new(Fp6.One, Fp6.Zero);

    /// <summary>This to the power p⁶.</summary>
    public Fp12 Conjugate => new(C0, -C1);

    /// <summary>This to the power p.</summary>
    public Fp12 Frobenius => new(
        new(C0.C0.Conjugate, C0.C1.Conjugate * _turns[1], C0.C2.Conjugate * _turns[3]),
        new(C1.C0.Conjugate * _turns[0], C1.C1.Conjugate * _turns[2], C1.C2.Conjugate * _turns[4]));

    public static Fp12 operator +(Fp12 left, Fp12 right) => new(left.C0 + right.C0, left.C1 + right.C1);

    public static Fp12 operator -(Fp12 left, Fp12 right) => new(left.C0 - right.C0, left.C1 - right.C1);

    public static Fp12 operator -(Fp12 value) => new(-value.C0, -value.C1);

    public static Fp12 operator *(Fp12 left, Fp12 right)
    {
        var (low, high) = (left.C0 * right.C0, left.C1 * right.C1);
        return new(low + high.TimesV(), ((left.C0 + left.C1) * (right.C0 + right.C1)) - low - high);
    }

    /// <inheritdoc/>
    public Fp12 Inverse()
    {
        var inverse = ((C0 * C0) - (C1 * C1).TimesV()).Inverse();
        return new(C0 * inverse, -(C1 * inverse));
    }
}
