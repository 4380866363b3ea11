using System.Numerics;

namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>A point of a curve y² = x³ + b by its coordinates, or the point at infinity: the sum is the chord's and the tangent's.</summary>
/// <remarks>The sum does not need b: whoever makes a point of coordinates has looked that it is on the curve.</remarks>
internal readonly record struct CurvePoint<T>(T X, T Y, bool IsInfinity)
    where T : struct, IField<T>
{
    /// <summary>What changes nothing when it is added.</summary>
    public static CurvePoint<T> Infinity { get; } = new(T.Zero, T.Zero, true);

    public static CurvePoint<T> operator +(CurvePoint<T> left, CurvePoint<T> right)
    {
        if (left.IsInfinity || right.IsInfinity)
        {
            return left.IsInfinity ? right : left;
        }

        // Opposite points, of which one with y = 0 is its own.
        return left.X.Equals(right.X) && (left.Y + right.Y).IsZero() ? Infinity : left.Along(left.SlopeTo(right), right);
    }

    public static CurvePoint<T> operator -(CurvePoint<T> value) => value with { Y = -value.Y };

    /// <summary>The slope of the line through this point and another, of the tangent where it is the same.</summary>
    public T SlopeTo(CurvePoint<T> other)
    {
        if (!X.Equals(other.X))
        {
            return (other.Y - Y) * (other.X - X).Inverse();
        }

        var square = X * X;
        return (square + square + square) * (Y + Y).Inverse();
    }

    /// <summary>The sum with another point, to which the line has this slope.</summary>
    public CurvePoint<T> Along(T slope, CurvePoint<T> other)
    {
        var x = (slope * slope) - X - other.X;
        return new(x, (slope * (X - x)) - Y, false);
    }

    /// <summary>This point added up so many times.</summary>
    /// <param name="times">Not negative.</param>
    public CurvePoint<T> Times(BigInteger times)
    {
        var sum = Infinity;
        for (var bit = (int)times.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum += sum;
            if (!((times >> bit) & 1).IsZero)
            {
                sum += this;
            }
        }

        return sum;
    }
}
