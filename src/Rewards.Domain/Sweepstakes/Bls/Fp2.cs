namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>An element c0 + c1·u of the field of p² elements, u² = −1.</summary>
internal readonly record struct Fp2(Fp C0, Fp C1) : IField<Fp2>
{
    private static readonly Fp _half = Fp.Of(2).Inverse();

    /// <inheritdoc/>
    public static Fp2 Zero => default;

    /// <inheritdoc/>
    public static Fp2 One { get; } = new(Fp.One, Fp.Zero);

    /// <summary>This to the power p.</summary>
    public Fp2 Conjugate => new(C0, -C1);

    public static Fp2 operator +(Fp2 left, Fp2 right) => new(left.C0 + right.C0, left.C1 + right.C1);

    public static Fp2 operator -(Fp2 left, Fp2 right) => new(left.C0 - right.C0, left.C1 - right.C1);

    public static Fp2 operator -(Fp2 value) => new(-value.C0, -value.C1);

    public static Fp2 operator *(Fp2 left, Fp2 right)
    {
        var (low, high) = (left.C0 * right.C0, left.C1 * right.C1);
        return new(low - high, ((left.C0 + left.C1) * (right.C0 + right.C1)) - low - high);
    }

    public static Fp2 operator *(Fp2 left, Fp right) => new(left.C0 * right, left.C1 * right);

    /// <summary>This times ξ = 1 + u, by which the field is extended further.</summary>
    public Fp2 TimesXi() => new(C0 - C1, C0 + C1);

    /// <inheritdoc/>
    public Fp2 Inverse()
    {
        var inverse = ((C0 * C0) + (C1 * C1)).Inverse();
        return new(C0 * inverse, -(C1 * inverse));
    }

    /// <summary>A square root, by that of the norm.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryRoot(out Fp2 root)
    {
        root = default;
        if (C1.IsZero())
        {
            // −1 has no root in the prime field: of c0 and −c0 one has.
            root = C0.TryRoot(out var real) ? new(real, Fp.Zero) : (-C0).TryRoot(out var imaginary) ? new(Fp.Zero, imaginary) : default;
        }
        else if (((C0 * C0) + (C1 * C1)).TryRoot(out var norm))
        {
            var first = ((C0 + norm) * _half).TryRoot(out var real) || ((C0 - norm) * _half).TryRoot(out real) ? real : Fp.Zero;
            root = new(first, C1 * _half * first.Inverse());
        }

        return (root * root).Equals(this);
    }
}
