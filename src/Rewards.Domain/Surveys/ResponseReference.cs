using System.Diagnostics.CodeAnalysis;
using Rewards.Domain.Codes;

namespace Rewards.Domain.Surveys;

/// <summary>
/// What a shopper quotes when asking about a response: <c>R-XXXX-XXXX</c>, seven random symbols and a check symbol of the
/// kind that receipt codes have (docs/protocols.md §1). It opens nothing by itself.
/// </summary>
public static class ResponseReference
{
    /// <summary>Symbols in a reference, the check symbol included and the <c>R-</c> not.</summary>
    public const int Length = 8;

    private const string Prefix = "R-";

    /// <summary>A new reference from the cryptographic generator. 35 bits: keep a unique index on it.</summary>
    public static string Create() => Prefix + GroupedCode.Random(Length);

    /// <summary>Brings a typed reference into its canonical form. Says nothing about whether such a response exists.</summary>
    /// <param name="text">Any case, with or without the <c>R</c> and separators; may be null.</param>
    /// <param name="canonical">The reference as <see cref="Create"/> writes it, when the check symbol holds.</param>
    /// <param name="slip">What was mistyped, when it does not; groups are counted after the <c>R-</c>.</param>
    public static bool TryRead(
        string? text, [NotNullWhen(true)] out string? canonical, [NotNullWhen(false)] out CodeSlip? slip)
    {
        Span<byte> symbols = stackalloc byte[Length];
        slip = GroupedCode.Read(WithoutPrefix(text), symbols);
        canonical = slip is null ? Prefix + GroupedCode.Format(symbols) : null;
        return slip is null;
    }

    // R is also a symbol: it is the prefix when a separator follows it, or when it is one symbol too many.
    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        if (text.Length > GroupedCode.LongestText)
        {
            return text;
        }

        var typed = text.TrimStart();
        if (typed.Length < 2 || typed[0] is not ('R' or 'r'))
        {
            return text;
        }

        var symbols = 0;
        foreach (var character in typed)
        {
            symbols += Crockford.IsSeparator(character) ? 0 : 1;
        }

        return Crockford.IsSeparator(typed[1]) || symbols == Length + 1 ? typed[1..] : text;
    }
}
