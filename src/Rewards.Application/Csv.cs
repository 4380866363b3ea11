using System.Globalization;
using System.Text;

namespace Rewards.Application;

/// <summary>
/// Tables for a spreadsheet: UTF-8 with its mark, commas, decimal points (RFC 4180). A text that a spreadsheet would take for a
/// formula is marked as text.
/// </summary>
public static class Csv
{
    private const string LineEnd = "\r\n";

    /// <summary>Writes a table.</summary>
    /// <param name="head">The columns' names.</param>
    /// <param name="rows">Texts, numbers, days; null for an empty field.</param>
    public static byte[] Write(IEnumerable<string> head, IEnumerable<IEnumerable<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var table = new StringBuilder().AppendJoin(',', head).Append(LineEnd);
        foreach (var row in rows)
        {
            table.AppendJoin(',', row.Select(Field)).Append(LineEnd);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    /// <summary>Money: <c>12.50</c>.</summary>
    public static decimal Money(long cents) => decimal.Divide(cents, 100) + 0.00m;

    private static string Field(object? value) => value switch
    {
        string text => Quoted(AsText(text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string AsText(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
