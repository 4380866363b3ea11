using System.Globalization;

namespace Rewards.Domain.Vouchers;

/// <summary>The stores that a voucher is good at, at least one; kept in the database as <c>|367|368|</c>.</summary>
public sealed record StoreSet
{
    private const char Separator = '|';

    private StoreSet(string text) => Text = text;

    /// <summary>As it is kept.</summary>
    public string Text { get; }

    /// <summary>The numbers, in order.</summary>
    public IReadOnlyList<int> Numbers =>
        [.. Text.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture))];

    /// <summary>A set of these; null, which is all, where there are none.</summary>
    public static StoreSet? Of(IEnumerable<int>? numbers)
    {
        var text = string.Join(Separator, (numbers ?? []).Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture)));
        return text.Length == 0 ? null : new StoreSet($"{Separator}{text}{Separator}");
    }

    /// <summary>One store alone; null for all.</summary>
    public static StoreSet? Of(int? number) => number is { } only ? Of([only]) : null;

    /// <summary>As it was kept.</summary>
    public static StoreSet FromText(string text) => new(text);

    /// <summary>Whether a store is among them.</summary>
    public bool Contains(int number) =>
        Text.Contains($"{Separator}{number.ToString(CultureInfo.InvariantCulture)}{Separator}", StringComparison.Ordinal);

    /// <summary>For people: <c>367, 368</c>.</summary>
    public override string ToString() => string.Join(", ", Numbers);
}
