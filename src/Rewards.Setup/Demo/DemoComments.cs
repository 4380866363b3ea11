namespace Rewards.Setup.Demo;

/// <summary>What made-up shoppers write: about what they liked most, or least.</summary>
internal sealed class DemoComments
{
    private const double SecondShare = 0.3;
    private const double AlsoShare = 0.3;

    private readonly Dictionary<string, Phrases> _phrases = SeedFiles.Json<Dictionary<string, Phrases>>("demo-comments.json");

    /// <summary>A comment.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="good">Whether it praises.</param>
    /// <param name="topics">Touchpoints, <c>visit</c>, <c>staff</c> or <c>checkout</c>, the most important first.</param>
    /// <param name="chance">Decides which.</param>
    public string Write(string language, bool good, IReadOnlyList<string> topics, Chance chance)
    {
        var phrases = good ? _phrases[language].Good : _phrases[language].Bad;
        var told = topics.Where(phrases.ContainsKey).Append("visit").Distinct().Take(chance.Happens(SecondShare) ? 2 : 1).ToList();
        if (chance.Happens(AlsoShare))
        {
            told.Add("also");
        }

        return string.Join(' ', told.Select(t => chance.Of(phrases[t])));
    }

    private sealed record Phrases(
        IReadOnlyDictionary<string, IReadOnlyList<string>> Good, IReadOnlyDictionary<string, IReadOnlyList<string>> Bad);
}
