using System.Security.Cryptography;

namespace Rewards.Domain.Codes;

/// <summary>
/// Codes of base32 symbols that end with a check symbol, printed in groups of four: <c>XXXX-XXXX-…</c>. Receipt codes,
/// voucher codes and response references are written and read here (docs/protocols.md §1 and §2).
/// </summary>
public static class GroupedCode
{
    /// <summary>Symbols in one printed group.</summary>
    public const int GroupLength = 4;

    /// <summary>Typed text longer than this, in characters, is refused unread.</summary>
    public const int LongestText = 64;

    /// <summary>The canonical text: upper case, groups of four joined by hyphens.</summary>
    /// <param name="symbols">Values 0 to 31, the check symbol last.</param>
    public static string Format(ReadOnlySpan<byte> symbols) =>
        string.Create(symbols.Length + ((symbols.Length - 1) / GroupLength), symbols, static (text, symbols) =>
        {
            var at = 0;
            for (var i = 0; i < symbols.Length; i++)
            {
                if (i > 0 && i % GroupLength == 0)
                {
                    text[at++] = '-';
                }

                text[at++] = Crockford.SymbolOf(symbols[i]);
            }
        });

    /// <summary>A code of random symbols from the cryptographic generator and their check symbol.</summary>
    /// <param name="length">How many symbols, the check symbol included.</param>
    public static string Random(int length)
    {
        Span<byte> symbols = stackalloc byte[length];
        RandomNumberGenerator.Fill(symbols);
        foreach (ref var symbol in symbols)
        {
            symbol &= 31;
        }

        symbols[^1] = (byte)CheckSymbol.Of(symbols[..^1]);
        return Format(symbols);
    }

    /// <summary>Reads typed text into symbols; allocates nothing unless there is a slip to tell.</summary>
    /// <param name="text">As typed: any case, with or without separators, look-alike letters for digits.</param>
    /// <param name="symbols">
    /// Receives the values; its length is the number of symbols wanted, the check symbol included. Undefined after a slip.
    /// </param>
    /// <returns>Null when the code is complete and its check symbol holds, otherwise what slipped.</returns>
    public static CodeSlip? Read(ReadOnlySpan<char> text, Span<byte> symbols)
    {
        if (text.Length > LongestText)
        {
            return new CodeSlip(CodeSlipKind.WrongLength, null);
        }

        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Crockford.IsSeparator(text[i]))
            {
                continue;
            }

            var value = Crockford.ValueOf(text[i]);
            if (value < 0)
            {
                return new CodeSlip(CodeSlipKind.InvalidSymbol, GroupAt(text, i, symbols.Length));
            }

            if (count < symbols.Length)
            {
                symbols[count] = (byte)value;
            }

            count++;
        }

        if (count == 0)
        {
            return new CodeSlip(CodeSlipKind.Empty, null);
        }

        if (count != symbols.Length)
        {
            return new CodeSlip(CodeSlipKind.WrongLength, OddGroup(text, symbols.Length));
        }

        return CheckSymbol.Holds(symbols) ? null : new CodeSlip(CodeSlipKind.CheckFailed, OddGroup(text, symbols.Length));
    }

    // The group of the character at a position: as separated by the typist, or else by counting off fours.
    private static int? GroupAt(ReadOnlySpan<char> text, int position, int length)
    {
        var typedGroups = 0;
        var countedBefore = 0;
        var groupAtPosition = 0;
        var inGroup = false;
        for (var i = 0; i < text.Length; i++)
        {
            var separator = Crockford.IsSeparator(text[i]);
            typedGroups += !separator && !inGroup ? 1 : 0;
            countedBefore += !separator && i < position ? 1 : 0;
            inGroup = !separator;
            groupAtPosition = i == position ? typedGroups : groupAtPosition;
        }

        var group = typedGroups > 1 ? groupAtPosition : (countedBefore / GroupLength) + 1;
        return group <= GroupsOf(length) ? group : null;
    }

    // The first typed group that has not four symbols, if the typist separated groups as they are printed.
    private static int? OddGroup(ReadOnlySpan<char> text, int length)
    {
        int? odd = null;
        var group = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Crockford.IsSeparator(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !Crockford.IsSeparator(text[at]))
            {
                at++;
            }

            group++;
            var size = at - start;
            if (size >= 2 * GroupLength)
            {
                // Two groups run together: these are not the printed groups.
                return null;
            }

            if (size != GroupLength && odd is null && group <= GroupsOf(length))
            {
                odd = group;
            }
        }

        return group > 1 ? odd : null;
    }

    private static int GroupsOf(int length) => (length + GroupLength - 1) / GroupLength;
}
