namespace Rewards.Setup.Demo;

/// <summary>What made-up shoppers write: about what they liked most, or least.</summary>
internal sealed class DemoComments
{
    private const double AlsoShare = 0.3;

    private readonly Dictionary<string, Phrases> _phrases = SeedFiles.Json<Dictionary<string, Phrases>>("demo-comments.json");

    /// <summary>A comment.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="good">Whether it praises.</param>
    /// <param name="topic">A touchpoint, <c>visit</c>, <c>staff</c> or <c>checkout</c>; one without phrases becomes the visit.</param>
    /// <param name="chance">Decides which.</param>
    public string Write(string language, bool good, string topic, Chance chance)
    {
        var phrases = _phrases[language];
        var byTopic = good ? phrases.Good : phrases.Bad;
        var text = chance.Of(byTopic.TryGetValue(topic, out var about) ? about : byTopic["visit"]);
        return chance.Happens(AlsoShare) ? $"{text} {chance.Of(phrases.Also)}" : text;
    }

    private sealed record Phrases(
        IReadOnlyDictionary<string, IReadOnlyList<string>> Good,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Bad,
        IReadOnlyList<string> Also);
}
