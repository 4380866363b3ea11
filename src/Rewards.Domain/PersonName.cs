using System.Globalization;
using System.Text;

namespace Rewards.Domain;

/// <summary>
/// A person's name as a till gives it: text that can be seen, in one spelling, so that the same name is the same person. Two alphabets
/// that look alike stay two names: whoever has a till's key answers for the names it gives (docs/api.md).
/// </summary>
public static class PersonName
{
    private const char Unreadable = '\uFFFD';

    /// <summary>The name in its one spelling (Unicode form KC, single blanks); null where it is none.</summary>
    /// <param name="text">As given.</param>
    /// <param name="longest">In UTF-16 units, as given and as spelled.</param>
    public static string? Read(string? text, int longest)
    {
        if (!PlainText.IsOf(text, 1, longest))
        {
            return null;
        }

        var name = Spelled(text!);
        return name.Length <= longest && name.EnumerateRunes().All(IsSeen) && name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? name : null;
    }

    /// <summary>Whether two names are one person's, by all that can be told.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one == other : string.Equals(Spelled(one), Spelled(other), StringComparison.OrdinalIgnoreCase);

    private static string Spelled(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static bool IsSeen(Rune rune) => rune.Value != Unreadable && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
