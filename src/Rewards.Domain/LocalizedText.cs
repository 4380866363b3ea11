namespace Rewards.Domain;

/// <summary>A text that is data (a question, a promotion's name) in the languages of the portal.</summary>
/// <param name="En">English.</param>
/// <param name="Es">Spanish.</param>
public sealed record LocalizedText(string En, string Es)
{
    /// <summary>The text in a language; English for one that it does not have.</summary>
    /// <param name="language">Two letters.</param>
    public string In(string language) => language == "es" ? Es : En;
}

/// <summary>The languages of the portal.</summary>
public static class Language
{
    /// <summary>Two-letter names, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "es"];

    /// <summary>The language itself where the portal speaks it, else the default.</summary>
    public static string OrDefault(string? language) => language is not null && All.Contains(language) ? language : All[0];
}
