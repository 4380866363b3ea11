using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Rewards.Application.Insights;
using Rewards.Domain.Insights;
using Rewards.Domain.Stores;

namespace Rewards.Web.Pages.Office;

/// <summary>
/// What is looked at, as the query string says it: <c>days=7</c> or <c>from=2026-11-01&amp;to=2026-11-15</c>, and <c>store=367</c>.
/// Whatever it says there is something to show: what cannot be read is left out, and <see cref="IsUnderstood"/> says so.
/// </summary>
public sealed class OfficeFilter
{
    private const int UsualDays = 28;
    private const int MostDays = 3 * 366;
    private const int LongestText = 100;

    private static readonly DateOnly _firstDay = new(2000, 1, 1);

    private OfficeFilter(DateOnly today, Period period, Store? store, bool isUnderstood)
    {
        Today = today;
        Period = period;
        Store = store;
        IsUnderstood = isUnderstood;
        Days = period.To == today && DaysOffered.Contains(period.Days) ? period.Days : null;
    }

    /// <summary>Periods up to today that are offered.</summary>
    public static IReadOnlyList<int> DaysOffered { get; } = [7, UsualDays, 90];

    /// <summary>In the programme's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>The days.</summary>
    public Period Period { get; }

    /// <summary>Which of <see cref="DaysOffered"/> it is, null where it is another period.</summary>
    public int? Days { get; }

    /// <summary>The store; null for all.</summary>
    public Store? Store { get; }

    /// <summary>The store's number as addresses write it; null for all.</summary>
    public string? StoreNumber => Store?.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>False where something was asked for that cannot be.</summary>
    public bool IsUnderstood { get; }

    /// <summary>For the queries.</summary>
    public Selection Selection => new(Period, Store?.Number);

    /// <summary>Reads the query string.</summary>
    /// <param name="query">As sent.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="stores">By number.</param>
    public static OfficeFilter Read(IQueryCollection query, DateOnly today, IReadOnlyDictionary<int, Store> stores)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(stores);
        var period = PeriodOf(query["days"].ToString(), query["from"].ToString(), query["to"].ToString(), today);
        var number = query["store"].ToString();
        var store = NumberOf(number) is { } known ? stores.GetValueOrDefault(known) : null;
        return new OfficeFilter(today, period ?? Period.Last(UsualDays, today), store, period is not null && (number.Length == 0 || store is not null));
    }

    /// <summary>The same for a page that is about one store.</summary>
    public OfficeFilter At(Store store) => new(Today, Period, store, IsUnderstood);

    /// <summary>A text as it was typed into a filter, without what cannot be typed.</summary>
    public static string TextOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = string.Concat(typed.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    /// <summary>A number of a filter; null for anything else.</summary>
    public static int? NumberOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A day as addresses and date fields write it.</summary>
    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page of a store over the same days.</summary>
    public string StoreLink(int number) => Link($"/office/stores/{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The address of a page over the same days; what is null or empty is left out.</summary>
    public string Link(string path, params IEnumerable<(string Name, string? Value)> more) => Link(path, Period, more);

    /// <summary>The address of a page over other days.</summary>
    public string Link(string path, Period period, params IEnumerable<(string Name, string? Value)> more)
    {
        IEnumerable<(string Name, string? Value)> days = period.To == Today && DaysOffered.Contains(period.Days)
            ? [("days", period.Days == UsualDays ? null : period.Days.ToString(CultureInfo.InvariantCulture))]
            : [("from", DayOf(period.From)), ("to", DayOf(period.To))];
        var query = new QueryBuilder(days.Concat(more)
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => KeyValuePair.Create(p.Name, p.Value!)));
        return path + query;
    }

    private static Period? PeriodOf(string days, string from, string to, DateOnly today)
    {
        if (from.Length == 0 && to.Length == 0)
        {
            return days.Length == 0 ? Period.Last(UsualDays, today)
                : NumberOf(days) is { } number && DaysOffered.Contains(number) ? Period.Last(number, today)
                : null;
        }

        var last = to.Length == 0 ? today : Day(to);
        var first = from.Length == 0 ? last?.AddDays(1 - UsualDays) : Day(from);
        if (first is not { } one || last is not { } other)
        {
            return null;
        }

        (one, other) = one <= other ? (one, other) : (other, one);
        other = other <= today ? other : today;
        return one >= _firstDay && one <= other && other.DayNumber - one.DayNumber < MostDays ? new Period(one, other) : null;
    }

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= _firstDay ? day : null;
}
