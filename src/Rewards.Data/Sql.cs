namespace Rewards.Data;

/// <summary>What all three databases can do and queries cannot say otherwise. Only within a query.</summary>
public static class Sql
{
    /// <summary>A text in small letters: to look for something in any case. SQLite knows only those of English.</summary>
    public static string Lower(string text) => throw new InvalidOperationException($"Only within a query: '{text}'.");
}
