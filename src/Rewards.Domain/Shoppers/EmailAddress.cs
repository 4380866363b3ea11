using System.Text;

namespace Rewards.Domain.Shoppers;

/// <summary>What makes two spellings the same mailbox.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321's limit on a path, less the brackets.</summary>
    public const int Length = 254;

    private static readonly string[] _dotsIgnored = ["gmail.com", "googlemail.com"];

    /// <summary>
    /// The canonical form: lower case, composed, without a tag after <c>+</c>, and without dots where the provider ignores them,
    /// so that one mailbox is one person.
    /// </summary>
    /// <param name="email">A valid address.</param>
    public static string Canonical(string email)
    {
        var text = email.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at < 1)
        {
            return text;
        }

        var (local, host) = (text[..at], text[(at + 1)..]);
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        local = plus > 0 ? local[..plus] : local;
        if (!_dotsIgnored.Contains(host))
        {
            return $"{local}@{host}";
        }

        return $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com";
    }

    /// <summary>Enough of an address to know it again, too little to write to it: <c>a…@example.com</c>.</summary>
    /// <param name="email">A valid address.</param>
    public static string Masked(string email)
    {
        var at = email.LastIndexOf('@');
        return $"{System.Globalization.StringInfo.GetNextTextElement(email)}…{(at < 1 ? "" : email[at..])}";
    }
}
