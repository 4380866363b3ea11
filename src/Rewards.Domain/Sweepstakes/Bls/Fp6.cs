namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>An element c0 + c1·v + c2·v² of the field of p⁶ elements, v³ = ξ = 1 + u.</summary>
internal readonly record struct Fp6(Fp2 C0, Fp2 C1, Fp2 C2) : IField<Fp6>
{
    /// <inheritdoc/>
    public static Fp6 Zero => default;

    /// <inheritdoc/>
    public static Fp6 One { get; } = new(Fp2.One, Fp2.Zero, Fp2.Zero);

    public static Fp6 operator +(Fp6 left, Fp6 right) => new(left.C0 + right.C0, left.C1 + right.C1, left.C2 + right.C2);

    public static Fp6 operator -(Fp6 left, Fp6 right) => new(left.C0 - right.C0, left.C1 - right.C1, left.C2 - right.C2);

    public static Fp6 operator -(Fp6 value) => new(-value.C0, -value.C1, -value.C2);

    public static Fp6 operator *(Fp6 left, Fp6 right)
    {
        var (a, b, c) = (left.C0 * right.C0, left.C1 * right.C1, left.C2 * right.C2);
        return new(
            (((left.C1 + left.C2) * (right.C1 + right.C2)) - b - c).TimesXi() + a,
            ((left.C0 + left.C1) * (right.C0 + right.C1)) - a - b + c.TimesXi(),
            ((left.C0 + left.C2) * (right.C0 + right.C2)) - a - c + b);
    }

    /// <summary>This times v, by which the field is extended further.</summary>
    public Fp6 TimesV() => new(C2.TimesXi(), C0, C1);

    /// <inheritdoc/>
    public Fp6 Inverse()
    {
        var a = (C0 * C0) - (C1 * C2).TimesXi();
        var b = (C2 * C2).TimesXi() - (C0 * C1);
        var c = (C1 * C1) - (C0 * C2);
        var inverse = (((C2 * b) + (C1 * c)).TimesXi() + (C0 * a)).Inverse();
        return new(a * inverse, b * inverse, c * inverse);
    }
}
