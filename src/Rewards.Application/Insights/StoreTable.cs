using System.Globalization;

namespace Rewards.Application.Insights;

/// <summary>By what a table of stores is sorted.</summary>
public enum StoreOrder
{
    /// <summary>The store's name.</summary>
    Name,

    /// <summary>How many responses.</summary>
    Responses,

    /// <summary>Net Promoter Score.</summary>
    Nps,

    /// <summary>How the NPS moved.</summary>
    Change,

    /// <summary>Customer satisfaction.</summary>
    Csat,

    /// <summary>The share that found it easy.</summary>
    Ces,
}

/// <summary>
/// Stores in an order. By a score, those with answers enough to be ranked come first, then those that are only shown, then the
/// rest: whichever way round the order is.
/// </summary>
public static class StoreTable
{
    /// <summary>Those whose name, town or number has a text in it, in an order.</summary>
    /// <param name="stores">All stores.</param>
    /// <param name="text">In any case; empty for all.</param>
    /// <param name="order">By what.</param>
    /// <param name="descending">Greatest first.</param>
    public static IReadOnlyList<StoreScores> Sort(IEnumerable<StoreScores> stores, string text, StoreOrder order, bool descending)
    {
        var direction = descending ? -1 : 1;
        var found = stores.Where(s => Has(s, text));
        return order switch
        {
            StoreOrder.Name => [.. descending ? found.OrderByDescending(NameOf, ByName) : found.OrderBy(NameOf, ByName)],
            StoreOrder.Responses => [.. found.OrderBy(s => direction * s.Responses.All).ThenBy(NameOf, ByName)],
            _ => [.. found.OrderBy(s => Standing(s, order)).ThenBy(s => direction * ValueOf(s, order)).ThenBy(NameOf, ByName)],
        };
    }

    private static StringComparer ByName => StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);

    private static string NameOf(StoreScores scores) => scores.Store.Name;

    private static bool Has(StoreScores scores, string text) =>
        text.Length == 0
        || scores.Store.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || scores.Store.Town.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || scores.Store.Number.ToString(CultureInfo.InvariantCulture) == text;

    private static int Standing(StoreScores scores, StoreOrder order) => order switch
    {
        StoreOrder.Change => scores.NpsChange is null ? 1 : 0,
        StoreOrder.Csat => Standing(scores.Csat),
        StoreOrder.Ces => Standing(scores.Ces?.Easy),
        _ => Standing(scores.Nps),
    };

    private static int Standing(Domain.Insights.Score? score) => score switch
    {
        { IsRanked: true } => 0,
        { IsShown: true } => 1,
        _ => 2,
    };

    private static double ValueOf(StoreScores scores, StoreOrder order) => order switch
    {
        StoreOrder.Change => scores.NpsChange?.StandardErrors ?? 0,
        StoreOrder.Csat => scores.Csat?.Value ?? 0,
        StoreOrder.Ces => scores.Ces?.Easy.Value ?? 0,
        _ => scores.Nps?.Value ?? 0,
    };
}
