using System.Globalization;
using Rewards.Domain.Vouchers;

namespace Rewards.Application;

/// <summary>A form of the office as it was typed: texts by the names of the fields, more than one where several may be chosen.</summary>
/// <param name="Fields">By name; a field that is not there is empty.</param>
public record TypedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The first text of a field, without blanks around; empty where there is none.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, []) is [{ } text, ..] ? text.Trim() : "";

    /// <summary>All texts of a field.</summary>
    public IReadOnlyList<string> All(string field) => Fields.GetValueOrDefault(field, []);

    /// <summary>Whether a box is ticked.</summary>
    public bool Has(string field, string value = "true") => All(field).Contains(value);

    /// <summary>A whole number; null where there is none.</summary>
    internal long? Whole(string field) =>
        long.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Money in cents; null where there is none.</summary>
    internal int? Cents(string field) =>
        TypedAmount.Read(this[field]).IsRefused(out _, out var cents) || cents == int.MaxValue ? null : cents;

    /// <summary>A day; null where there is none.</summary>
    internal DateOnly? DayOf(string field) =>
        DateOnly.TryParseExact(this[field], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 9000 ? day : null;

    /// <summary>A choice by its name; null where there is none such.</summary>
    internal static T? Choice<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && $"{value}" == text ? value : null;

    /// <summary>A number as a field has it; empty for none.</summary>
    protected static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Cents as a field has them, in dollars; empty for none.</summary>
    protected static string Money(long? cents) => cents is { } some ? (some / 100m).ToString(some % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture) : "";

    /// <summary>A day as a field has it; empty for none.</summary>
    protected static string Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";
}
