namespace Rewards.Testing;

/// <summary>Many at once.</summary>
public static class Crowd
{
    /// <summary>
    /// Does something so many times, all begun before any is waited for; a bug in any of them is thrown. The first exception
    /// says how many there were.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="act">What the one of a number, from 0, does.</param>
    public static async Task<IReadOnlyList<T>> AtOnce<T>(int count, Func<int, Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(0, count).Select(async i =>
        {
            await gate.Task;
            return await Task.Run(() => act(i));
        }).ToList();
        gate.SetResult();
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{tasks.Count(t => t.IsFaulted)} of {count} at once failed: {exception.Message}", exception);
        }
    }
}
