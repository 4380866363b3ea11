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
        // In Jacobian coordinates, x = X/Z² and y = Y/Z³, so that only the end needs an inverse.
        var sum = (X: T.One, Y: T.One, Z: T.Zero);
        for (var bit = (int)times.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Twice(sum);
            if (!((times >> bit) & 1).IsZero)
            {
                sum = WithThis(sum);
            }
        }

        if (sum.Z.IsZero())
        {
            return Infinity;
        }

        var inverse = sum.Z.Inverse();
        var square = inverse * inverse;
        return new(sum.X * square, sum.Y * square * inverse, false);
    }

    private static (T X, T Y, T Z) Twice((T X, T Y, T Z) point)
    {
        var (a, b) = (point.X * point.X, point.Y * point.Y);
        var d = point.X * b;
        d = d + d + d + d;
        var e = a + a + a;
        var c = b * b;
        c = c + c + c + c;
        var x = (e * e) - d - d;
        return (x, (e * (d - x)) - c - c, (point.Y + point.Y) * point.Z);
    }

    private (T X, T Y, T Z) WithThis((T X, T Y, T Z) point)
    {
        if (IsInfinity)
        {
            return point;
        }

        if (point.Z.IsZero())
        {
            return (X, Y, T.One);
        }

        var square = point.Z * point.Z;
        var (h, r) = ((X * square) - point.X, (Y * square * point.Z) - point.Y);
        if (h.IsZero())
        {
            return r.IsZero() ? Twice(point) : (T.One, T.One, T.Zero);
        }

        var hh = h * h;
        var hhh = hh * h;
        var v = point.X * hh;
        var x = (r * r) - hhh - v - v;
        return (x, (r * (v - x)) - (point.Y * hhh), point.Z * h);
    }
}
