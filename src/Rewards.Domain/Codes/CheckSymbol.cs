namespace Rewards.Domain.Codes;

/// <summary>
/// The check symbol that ends every code: <c>c = Σ α^(i+1)·dᵢ</c> over GF(32) with the polynomial x⁵+x²+1 and α = 2.
/// It finds every single wrong symbol and every swap of two neighbours (docs/protocols.md §1).
/// </summary>
public static class CheckSymbol
{
    private const int Polynomial = 0b100101;

    /// <summary>The check symbol's value for the data symbols before it.</summary>
    /// <param name="data">Values 0 to 31, the first symbol first. At most 30, or two weights would be the same.</param>
    public static int Of(ReadOnlySpan<byte> data)
    {
        // Horner's rule from the far end: ((d₁₄·α + d₁₃)·α + …)·α.
        var sum = 0;
        for (var i = data.Length - 1; i >= 0; i--)
        {
            sum = TimesAlpha(sum ^ data[i]);
        }

        return sum;
    }

    /// <summary>Whether the last symbol is the check symbol of those before it.</summary>
    /// <param name="symbols">Values 0 to 31, the check symbol last; at least one.</param>
    public static bool Holds(ReadOnlySpan<byte> symbols) => Of(symbols[..^1]) == symbols[^1];

    private static int TimesAlpha(int value)
    {
        var shifted = value << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ Polynomial;
    }
}
