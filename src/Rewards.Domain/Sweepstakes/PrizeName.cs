using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// A prize as it stands on its line of <c>prizes.txt</c>: in English and, after <c> / </c>, in Spanish. Both are part of what
/// is hashed, so neither can be changed afterwards.
/// </summary>
public static class PrizeName
{
    /// <summary>The longest line, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    private const string Between = " / ";

    /// <summary>The line of a prize.</summary>
    public static string Line(LocalizedText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Es.Length == 0 || name.Es == name.En ? name.En : name.En + Between + name.Es;
    }

    /// <summary>
    /// Whether a name can stand on a line and be read again: not empty, no longer than <see cref="MaxLength"/>, of characters that are seen, and in
    /// neither language with what stands between the two.
    /// </summary>
    public static bool IsGood(LocalizedText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new[] { name.En, name.Es }.All(text => text == text.Trim() && !text.Contains(Between, StringComparison.Ordinal) && text.EnumerateRunes().All(PersonName.IsSeen))
            && name.En.EnumerateRunes().Any(Rune.IsLetterOrDigit) && Line(name).Length <= MaxLength;
    }

    /// <summary>What a line says in each language; a line that has no second part says the same in both.</summary>
    public static LocalizedText Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var at = line.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? new LocalizedText(line, line) : new LocalizedText(line[..at], line[(at + Between.Length)..]);
    }
}
