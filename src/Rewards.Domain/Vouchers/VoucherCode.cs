using System.Diagnostics.CodeAnalysis;
using Rewards.Domain.Codes;

namespace Rewards.Domain.Vouchers;

/// <summary>
/// The text of a gift voucher: 75 random bits as 15 symbols and a check symbol (docs/protocols.md §2). Whoever has it has
/// the money, so it is never stored or logged in this plain form.
/// </summary>
public static class VoucherCode
{
    /// <summary>Symbols in a code, the check symbol included.</summary>
    public const int Length = 16;

    private const string Link = "/v/";

    /// <summary>A new code from the cryptographic generator, <c>XXXX-XXXX-XXXX-XXXX</c>.</summary>
    public static string Create() => GroupedCode.Random(Length);

    /// <summary>The last group of a code: enough to tell papers apart, too little to redeem.</summary>
    /// <param name="canonical">As <see cref="Create"/> writes it.</param>
    public static string EndingOf(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return canonical[^GroupedCode.GroupLength..];
    }

    /// <summary>Brings a typed code into its canonical form. Says nothing about whether such a voucher exists.</summary>
    /// <param name="text">Any case, with or without separators, or the link of a voucher's QR; may be null.</param>
    /// <param name="canonical">The code as <see cref="Create"/> writes it, when the check symbol holds.</param>
    /// <param name="slip">What was mistyped, when it does not.</param>
    public static bool TryRead(
        string? text, [NotNullWhen(true)] out string? canonical, [NotNullWhen(false)] out CodeSlip? slip)
    {
        Span<byte> symbols = stackalloc byte[Length];
        slip = GroupedCode.Read(InLink(text), symbols);
        canonical = slip is null ? GroupedCode.Format(symbols) : null;
        return slip is null;
    }

    // https://<portal>/v/<code>/<form>: a scanner without script sends all of it.
    private static ReadOnlySpan<char> InLink(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf(Link, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var code = text[(at + Link.Length)..];
        var end = code.IndexOfAny('/', '?', '#');
        return end < 0 ? code : code[..end];
    }
}
