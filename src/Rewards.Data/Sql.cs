namespace Rewards.Data;

/// <summary>What all three databases can do and queries cannot say otherwise. Only within a query.</summary>
public static class Sql
{
    /// <summary>A text in small letters: to look for something in any case. SQLite knows only those of English.</summary>
    public static string Lower(string text) => throw new InvalidOperationException($"Only within a query: '{text}'.");

    /// <summary>Whether bytes sort after others, as the database sorts them: unsigned, from the first on.</summary>
    public static bool IsAfter(byte[] left, byte[] right) => throw new InvalidOperationException($"Only within a query: {left}, {right}.");
}
