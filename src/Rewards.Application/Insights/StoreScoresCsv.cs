using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>
/// Stores with their scores as a table for a spreadsheet. Scores that are not shown for want of answers are empty here as well.
/// </summary>
public static class StoreScoresCsv
{
    private static readonly string[] _head =
    [
        "store", "name", "town", "responses", "generated", "receipts", "nps", "nps_low", "nps_high", "nps_answers", "nps_change",
        "nps_change_real", "csat", "csat_low", "csat_high", "csat_answers", "ces_mean", "ces_easy", "ces_low", "ces_high", "ces_answers",
    ];

    /// <summary>Writes the table.</summary>
    public static byte[] Write(IEnumerable<StoreScores> stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        return Csv.Write(_head, stores.Select(FieldsOf));
    }

    private static IEnumerable<object?> FieldsOf(StoreScores store) =>
    [
        store.Store.Number,
        store.Store.Name,
        store.Store.Town,
        store.Responses.All,
        store.Responses.Generated,
        store.Receipts,
        .. ScoreOf(store.Nps),
        store.NpsChange is { } change ? Rounded(change.Difference) : null,
        store.NpsChange?.IsReal,
        .. ScoreOf(store.Csat),
        store.Ces is { Easy.IsShown: true } ease ? Rounded(ease.Mean) : null,
        .. ScoreOf(store.Ces?.Easy),
    ];

    private static IEnumerable<object?> ScoreOf(Score? score) => score is { IsShown: true }
        ? [Rounded(score.Value), Rounded(score.Low), Rounded(score.High), score.Answers]
        : [null, null, null, score?.Answers ?? 0];

    private static double Rounded(double value) => Math.Round(value, 2);
}
