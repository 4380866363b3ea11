using Microsoft.EntityFrameworkCore;

namespace Rewards.Application;

/// <summary>A page of a longer list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="HasOlder">Whether there is one after it.</param>
/// <param name="Items">What stands on it.</param>
public sealed record ListPage<T>(int Number, bool HasOlder, IReadOnlyList<T> Items)
{
    /// <summary>The same page with something made of each.</summary>
    public ListPage<TOther> Of<TOther>(Func<T, TOther> make) => new(Number, HasOlder, [.. Items.Select(make)]);
}

/// <summary>Which page of a list that is counted is shown.</summary>
public static class PageNumber
{
    /// <summary>The page that was asked for, or the first or the last where there is no such.</summary>
    /// <param name="asked">From 1.</param>
    /// <param name="total">Lines on all pages.</param>
    /// <param name="size">Lines on a page.</param>
    public static int Within(int asked, int total, int size) => Math.Clamp(asked, 1, Math.Max(1, (total + size - 1) / size));
}

/// <summary>Reads pages.</summary>
internal static class ListPages
{
    /// <summary>Reads a page of what is ordered already, and whether there is more.</summary>
    public static async Task<ListPage<T>> ToPageAsync<T>(this IQueryable<T> ordered, int number, int size, CancellationToken cancellationToken)
    {
        var rows = await ordered.Skip((number - 1) * size).Take(size + 1).ToListAsync(cancellationToken);
        return new ListPage<T>(number, rows.Count > size, [.. rows.Take(size)]);
    }
}
