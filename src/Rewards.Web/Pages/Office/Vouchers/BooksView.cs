using Rewards.Application.Localization;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>Books as a chart and its table (<c>_Books</c>).</summary>
/// <param name="Kind">Part of the texts' keys: <c>vouchers</c> or <c>points</c>.</param>
/// <param name="Weeks">In order of time.</param>
/// <param name="Columns">The columns' names, in order.</param>
/// <param name="Drawn">Those that are drawn beside what is owed.</param>
public sealed record BooksView(string Kind, IReadOnlyList<BookWeek> Weeks, IReadOnlyList<string> Columns, IReadOnlyList<string> Drawn)
{
    /// <summary>Whether anything was ever owed.</summary>
    public bool IsEmpty => Weeks.All(w => w.Start == 0 && w.Sums.All(s => s == 0));

    /// <summary>An amount: money or points.</summary>
    public string Write(long amount) => Kind == "vouchers" ? Texts.Exact(amount) : Texts.Count(amount);

    /// <summary>The same for a chart.</summary>
    public string Draw(long amount) => Whisker.Invariant(Kind == "vouchers" ? amount / 100.0 : amount);

    /// <summary>All weeks of a column together.</summary>
    public long Sum(int column) => Weeks.Sum(w => w.Sums[column]);
}
