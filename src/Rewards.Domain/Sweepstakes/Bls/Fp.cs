using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>
/// An element of the prime field of BLS12-381: six 64-bit limbs, the least significant first, holding the value times 2^384
/// (Montgomery's form), always below the prime.
/// </summary>
internal readonly struct Fp : IField<Fp>
{
    /// <summary>Bytes of an element, big-endian.</summary>
    public const int Length = 48;

    private const int Limbs = 6;

    /// <summary>The prime.</summary>
    public static readonly BigInteger Prime = BigInteger.Parse(
        "01a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab",
        NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static readonly Six _prime = Six.Of(Prime);

    // −1/p modulo 2^64.
    private static readonly ulong _negativeInverse = (ulong)((BigInteger.One << 64) - BigInteger.ModPow(
        Prime % (BigInteger.One << 64), (BigInteger.One << 62) - 1, BigInteger.One << 64));

    // 2^768 modulo p: what brings a number into Montgomery's form.
    private static readonly Six _square = Six.Of((BigInteger.One << 768) % Prime);

    private static readonly BigInteger _inverseExponent = Prime - 2;
    private static readonly BigInteger _rootExponent = (Prime + 1) / 4;

    private readonly Six _limbs;

    private Fp(in Six limbs) => _limbs = limbs;

    /// <inheritdoc/>
    public static Fp Zero => default;

    /// <inheritdoc/>
    public static Fp One { get; } = Of(BigInteger.One);

    /// <summary>The element of a number, taken modulo the prime.</summary>
    /// <param name="number">Not negative.</param>
    public static Fp Of(BigInteger number) => new(Multiply(Six.Of(number % Prime), _square));

    /// <summary>The element of hexadecimal digits.</summary>
    public static Fp Of(string hex) => Of(BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public static Fp operator +(Fp left, Fp right)
    {
        // The prime has 381 bits: a sum of two elements does not carry out of 384.
        Six sum = default;
        ulong carry = 0;
        for (var i = 0; i < Limbs; i++)
        {
            var at = (UInt128)left._limbs[i] + right._limbs[i] + carry;
            sum[i] = (ulong)at;
            carry = (ulong)(at >> 64);
        }

        return new(Reduced(sum));
    }

    public static Fp operator -(Fp left, Fp right)
    {
        var difference = Subtract(left._limbs, right._limbs, out var borrowed);
        if (!borrowed)
        {
            return new(difference);
        }

        ulong carry = 0;
        for (var i = 0; i < Limbs; i++)
        {
            var at = (UInt128)difference[i] + _prime[i] + carry;
            difference[i] = (ulong)at;
            carry = (ulong)(at >> 64);
        }

        return new(difference);
    }

    public static Fp operator -(Fp value) => Zero - value;

    public static Fp operator *(Fp left, Fp right) => new(Multiply(left._limbs, right._limbs));

    /// <inheritdoc/>
    public Fp Inverse() => Field.Power(this, _inverseExponent);

    /// <summary>A square root; the prime is 3 modulo 4.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryRoot(out Fp root)
    {
        root = Field.Power(this, _rootExponent);
        return (root * root).Equals(this);
    }

    /// <summary>The number from zero to below the prime.</summary>
    public BigInteger ToNumber()
    {
        Six one = default;
        one[0] = 1;
        return Multiply(_limbs, one).ToNumber();
    }

    /// <summary>Reads 48 bytes, big-endian.</summary>
    /// <returns>False where the number is not below the prime: that would be a second way of writing an element.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Fp value)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        value = Of(number);
        return bytes.Length == Length && number < Prime;
    }

    /// <inheritdoc/>
    public bool Equals(Fp other)
    {
        for (var i = 0; i < Limbs; i++)
        {
            if (_limbs[i] != other._limbs[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_limbs[0], _limbs[1]);

    // Montgomery's product, limb by limb: left · right / 2^384 modulo p (CIOS, of Koç, Acar and Kaliski, 1996).
    private static Six Multiply(in Six left, in Six right)
    {
        Span<ulong> t = stackalloc ulong[Limbs + 2];
        t.Clear();
        for (var i = 0; i < Limbs; i++)
        {
            ulong carry = 0;
            for (var j = 0; j < Limbs; j++)
            {
                var at = ((UInt128)left[j] * right[i]) + t[j] + carry;
                t[j] = (ulong)at;
                carry = (ulong)(at >> 64);
            }

            var top = (UInt128)t[Limbs] + carry;
            t[Limbs] = (ulong)top;
            t[Limbs + 1] = (ulong)(top >> 64);

            var factor = unchecked(t[0] * _negativeInverse);
            carry = (ulong)((((UInt128)factor * _prime[0]) + t[0]) >> 64);
            for (var j = 1; j < Limbs; j++)
            {
                var at = ((UInt128)factor * _prime[j]) + t[j] + carry;
                t[j - 1] = (ulong)at;
                carry = (ulong)(at >> 64);
            }

            top = (UInt128)t[Limbs] + carry;
            t[Limbs - 1] = (ulong)top;
            t[Limbs] = t[Limbs + 1] + (ulong)(top >> 64);
        }

        // Both factors are below p, which has 381 bits: the product is below 2p and fits.
        Six product = default;
        t[..Limbs].CopyTo(product);
        return Reduced(product);
    }

    private static Six Reduced(in Six value)
    {
        var less = Subtract(value, _prime, out var borrowed);
        return borrowed ? value : less;
    }

    private static Six Subtract(in Six left, in Six right, out bool borrowed)
    {
        Six difference = default;
        ulong borrow = 0;
        for (var i = 0; i < Limbs; i++)
        {
            var at = unchecked((UInt128)left[i] - right[i] - borrow);
            difference[i] = (ulong)at;
            borrow = (ulong)(at >> 64) & 1;
        }

        borrowed = borrow != 0;
        return difference;
    }

    [InlineArray(Limbs)]
    private struct Six
    {
        private ulong _first;

        public static Six Of(BigInteger number)
        {
            Six six = default;
            for (var i = 0; i < Limbs; i++)
            {
                six[i] = (ulong)((number >> (64 * i)) & ulong.MaxValue);
            }

            return six;
        }

        public readonly BigInteger ToNumber()
        {
            var number = BigInteger.Zero;
            for (var i = Limbs - 1; i >= 0; i--)
            {
                number = (number << 64) | this[i];
            }

            return number;
        }
    }
}
