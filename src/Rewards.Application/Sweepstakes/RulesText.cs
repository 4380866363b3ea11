using System.Text.RegularExpressions;
using Rewards.Domain;

namespace Rewards.Application.Sweepstakes;

/// <summary>Official rules as a page shows them: read from the published text, so that page and hash are of the same words.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Title">The first line.</param>
/// <param name="Opening">What stands before the first section.</param>
/// <param name="Sections">In order.</param>
public sealed partial record RulesText(
    string Language, string Title, IReadOnlyList<string> Opening, IReadOnlyList<RulesSection> Sections)
{
    /// <summary>What stands between two languages in the published text.</summary>
    internal const string BetweenLanguages = "\n* * *\n\n";

    /// <summary>Reads a published text: one part for each language in it.</summary>
    public static IReadOnlyList<RulesText> Read(string rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. rules.Split(BetweenLanguages).Zip(Domain.Language.All, ReadOne)];
    }

    private static RulesText ReadOne(string part, string language)
    {
        var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var opening = lines.Skip(1).TakeWhile(line => !IsHeading(line)).ToList();
        var sections = new List<RulesSection>();
        foreach (var line in lines.Skip(1 + opening.Count))
        {
            if (IsHeading(line))
            {
                sections.Add(new RulesSection(line, []));
            }
            else
            {
                sections[^1].Paragraphs.Add(line);
            }
        }

        return new RulesText(language, lines.FirstOrDefault() ?? "", opening, sections);
    }

    private static bool IsHeading(string line) => Heading().IsMatch(line);

    [GeneratedRegex(@"^\d+\. ", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}

/// <summary>A numbered section.</summary>
/// <param name="Heading">With its number.</param>
/// <param name="Paragraphs">In order.</param>
public sealed record RulesSection(string Heading, IList<string> Paragraphs);
