using System.Numerics;

namespace Rewards.Domain.Sweepstakes.Bls;

/// <summary>
/// An element of a finite field: of the prime field that BLS12-381 is over, or of an extension of it. Nothing here takes the same time
/// for every value: verification has no secrets.
/// </summary>
internal interface IField<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IField<TSelf>
{
    /// <summary>What changes nothing when it is added.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>What changes nothing when it is multiplied by.</summary>
    static abstract TSelf One { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>What gives one when multiplied by this; zero of zero.</summary>
    TSelf Inverse();
}

/// <summary>What every field has.</summary>
internal static class Field
{
    /// <summary>A power, by squaring; one for the exponent zero.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">Not negative.</param>
    public static T Power<T>(T value, BigInteger exponent)
        where T : struct, IField<T>
    {
        var power = T.One;
        for (var bit = (int)exponent.GetBitLength() - 1; bit >= 0; bit--)
        {
            power *= power;
            if (!((exponent >> bit) & 1).IsZero)
            {
                power *= value;
            }
        }

        return power;
    }

    /// <summary>Whether it is zero.</summary>
    public static bool IsZero<T>(this T value)
        where T : struct, IField<T> => value.Equals(T.Zero);
}
