using Rewards.Domain;

namespace Rewards.Testing;

/// <summary>Many at once.</summary>
public static class Crowd
{
    /// <summary>Does something so many times at once; a bug in any of them is thrown, with how many there were.</summary>
    /// <param name="count">How many.</param>
    /// <param name="act">What the one of a number, from 0, does.</param>
    public static async Task<IReadOnlyList<T>> AtOnce<T>(int count, Func<int, Task<T>> act)
    {
        var tasks = Enumerable.Range(0, count).Select(i => Task.Run(() => act(i))).ToList();
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{tasks.Count(t => t.IsFaulted)} of {count} at once failed: {exception.Message}", exception);
        }
    }

    /// <summary>How many were done and how many refused, by code: <c>33 done, 167 voucher-balance-too-low</c>.</summary>
    public static string Tally<T>(this IEnumerable<Outcome<T>> outcomes)
        where T : notnull =>
        string.Join(", ", outcomes.CountBy(o => o.Error?.Code ?? "done").OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Value} {t.Key}"));
}
