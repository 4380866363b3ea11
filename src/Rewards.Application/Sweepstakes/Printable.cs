using System.Text;

namespace Rewards.Application.Sweepstakes;

/// <summary>Makes a stranger's text fit for a line on a terminal.</summary>
internal static class Printable
{
    private const int MostCharacters = 1000;

    /// <summary>The text without control and formatting characters, which could rewrite what was printed before, and cut, visibly.</summary>
    public static string Text(string text)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(MostCharacters))
        {
            var hidden = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune)
                is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator;
            printable.Append(hidden ? "?" : rune.ToString());
        }

        return printable.Append(text.EnumerateRunes().Skip(MostCharacters).Any() ? " …" : "").ToString();
    }
}
