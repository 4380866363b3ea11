using System.Globalization;
using System.Text;
using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>
/// Stores with their scores as a table for a spreadsheet: UTF-8 with its mark, commas, decimal points. Scores that are not shown
/// for want of answers are empty here as well; a text that a spreadsheet would take for a formula is marked as text.
/// </summary>
public static class StoreScoresCsv
{
    private const string LineEnd = "\r\n";

    private static readonly string[] _head =
    [
        "store", "name", "town", "responses", "generated", "receipts", "nps", "nps_low", "nps_high", "nps_answers", "nps_change",
        "nps_change_real", "csat", "csat_low", "csat_high", "csat_answers", "ces_mean", "ces_easy", "ces_low", "ces_high", "ces_answers",
    ];

    /// <summary>Writes the table.</summary>
    public static byte[] Write(IEnumerable<StoreScores> stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var table = new StringBuilder().AppendJoin(',', _head).Append(LineEnd);
        foreach (var store in stores)
        {
            table.AppendJoin(',', FieldsOf(store).Select(f => Quoted(Convert.ToString(f, CultureInfo.InvariantCulture) ?? ""))).Append(LineEnd);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    // RFC 4180.
    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static IEnumerable<object?> FieldsOf(StoreScores store) =>
    [
        store.Store.Number,
        AsText(store.Store.Name),
        AsText(store.Store.Town),
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

    private static string AsText(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static double Rounded(double value) => Math.Round(value, 2);
}
