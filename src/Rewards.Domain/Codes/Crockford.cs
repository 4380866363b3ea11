namespace Rewards.Domain.Codes;

/// <summary>Crockford's base32 alphabet, read as forgivingly as a person types it (docs/protocols.md §1).</summary>
public static class Crockford
{
    /// <summary>The 32 symbols in the order of their values, 0 to 31. There is no I, L, O or U.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly sbyte[] _values = ValuesOfAscii();

    /// <summary>The symbol that stands for a value.</summary>
    /// <param name="value">0 to 31.</param>
    public static char SymbolOf(int value) => Alphabet[value];

    /// <summary>
    /// The value of a typed character in any case, with <c>I</c> and <c>L</c> read as 1 and <c>O</c> as 0;
    /// −1 when it is no symbol (<c>U</c> is none).
    /// </summary>
    public static int ValueOf(char typed) => typed < _values.Length ? _values[typed] : -1;

    /// <summary>
    /// Whether a typed character only separates symbols and is dropped: white space, hyphens and dashes of any
    /// script, and the invisible characters that copying out of a mail or a PDF brings along.
    /// </summary>
    public static bool IsSeparator(char typed) =>
        typed == '-' || char.IsWhiteSpace(typed) || (typed > 0x7F && IsUnicodeSeparator(typed));

    private static bool IsUnicodeSeparator(char typed) => typed is
        '\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D'
        or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static sbyte[] ValuesOfAscii()
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var value = 0; value < Alphabet.Length; value++)
        {
            values[Alphabet[value]] = (sbyte)value;
            values[char.ToLowerInvariant(Alphabet[value])] = (sbyte)value;
        }

        values['I'] = values['i'] = values['L'] = values['l'] = 1;
        values['O'] = values['o'] = 0;
        return values;
    }
}
