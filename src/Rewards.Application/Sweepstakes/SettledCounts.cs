using System.Collections.Concurrent;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// What was counted of months whose entries are settled: it never changes, so it is counted once a process, however many entries there are
/// and however often the office looks. Of a month that still takes entries nothing is kept.
/// </summary>
public sealed class SettledCounts
{
    private readonly ConcurrentDictionary<(string DrawId, Type What), object> _kept = new();

    /// <summary>Counts, or says what was counted.</summary>
    /// <typeparam name="T">What is counted; one type for each way of counting.</typeparam>
    /// <param name="drawId">Of which month.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="count">Counts.</param>
    public async Task<T> OfAsync<T>(string drawId, SweepstakesStatus status, Func<Task<T>> count)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        return status == SweepstakesStatus.Open ? await count()
            : _kept.TryGetValue((drawId, typeof(T)), out var known) ? (T)known
            : (T)(_kept[(drawId, typeof(T))] = await count());
    }
}
