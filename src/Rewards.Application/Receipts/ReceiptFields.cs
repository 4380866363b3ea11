using System.Globalization;
using System.Text;
using CsvHelper;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Receipts;

/// <summary>Makes a receipt of the fields of a line; the first field that is not good says what is wrong.</summary>
internal ref struct ReceiptFields
{
    private const int ShownLength = 40;

    // Older is a till whose clock was reset.
    private const int FirstYear = 2000;

    private static readonly string[] _instants = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    private readonly CsvReader _csv;
    private int _at;
    private string? _wrong;

    private ReceiptFields(CsvReader csv) => _csv = csv;

    /// <summary>The columns, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["store", "register", "transaction", "purchased_at", "total_cents", "line_items", "departments", "household"];

    /// <summary>Reads the current line.</summary>
    /// <param name="csv">On the line.</param>
    /// <param name="wrong">What is wrong, for a person; null where nothing is.</param>
    /// <returns>Null where something is wrong.</returns>
    public static Receipt? Read(CsvReader csv, out string? wrong)
    {
        if (csv.FieldCount != Columns.Count)
        {
            wrong = string.Create(CultureInfo.InvariantCulture, $"has {csv.FieldCount} columns, and {Columns.Count} are needed");
            return null;
        }

        var fields = new ReceiptFields(csv);
        var receipt = fields.Read();
        wrong = fields._wrong;
        return wrong is null ? receipt : null;
    }

    private Receipt Read()
    {
        var store = Whole(ReceiptKey.MaxStoreNumber);
        var register = Whole(ReceiptKey.MaxRegister);
        var transaction = Whole(ReceiptKey.MaxTransaction);
        var purchasedAt = Instant();
        var totalCents = Whole(int.MaxValue);
        var lineItems = Whole(int.MaxValue);
        var departments = Departments();
        var household = Plain(Receipt.HouseholdLength);
        if (!ReceiptKey.TryCreate(store, DateOnly.FromDateTime(purchasedAt), register, transaction, out var key))
        {
            _wrong ??= "store, day, register and transaction make no receipt";
        }

        return new Receipt(key, purchasedAt, totalCents, lineItems, departments, household.Length == 0 ? null : household);
    }

    private int Whole(int greatest)
    {
        var text = _csv.GetSpan(_at++);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > greatest)
        {
            Refuse(Encoding.UTF8.GetString(text), $"is no whole number from 0 to {greatest.ToString(CultureInfo.InvariantCulture)}");
        }

        return number;
    }

    private DateTime Instant()
    {
        var text = _csv.GetString(_at++);
        if (!DateTime.TryParseExact(text, _instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            || instant.Year < FirstYear)
        {
            Refuse(text, "is no date and time since 2000 such as 2017-06-30T17:45:00");
        }

        return instant;
    }

    // Each is asked about once and stored as a touchpoint, so none may be longer than one, or stand there twice.
    private string Departments()
    {
        var text = Plain(Receipt.DepartmentsLength);
        if (text.Length is 0 or > Receipt.DepartmentsLength)
        {
            return text;
        }

        var names = text.Split('|');
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            if (name.Length is 0 or > Answer.TouchpointLength || name.AsSpan().Trim().Length != name.Length)
            {
                Refuse(name, $"is no department: a name has 1 to {Answer.TouchpointLength} characters and no blanks around it");
            }
            else if (names.AsSpan(0, i).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Refuse(name, "stands there twice");
            }
        }

        return text;
    }

    private string Plain(int longest)
    {
        var text = _csv.GetString(_at++);
        if (text.Length > longest)
        {
            Refuse(text, $"has {text.Length} characters, and at most {longest} fit");
        }

        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                Refuse(text, "has a control character");
            }
            else if (character == Rune.ReplacementChar.Value)
            {
                Refuse(text, "is not UTF-8");
            }
        }

        return text;
    }

    private void Refuse(string text, string why) => _wrong ??= $"{Columns[_at - 1]} '{Shown(text)}' {why}";

    /// <summary>Text of a file as it can be shown in one line.</summary>
    public static string Shown(string text, int longest = ShownLength) =>
        string.Concat((text.Length > longest ? text[..longest] + "…" : text).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
