using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rewards.Domain;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Steps of draws that are under way in this process. Walking over ten million entries takes minutes: longer than a request lasts, so the
/// step goes on whether anybody waits for it or not. It is one transaction; if the process ends, nothing was done and it is taken again.
/// </summary>
public sealed partial class DrawWork(IServiceScopeFactory scopes, ILogger<DrawWork> logger)
{
    private readonly ConcurrentDictionary<string, DrawJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>What is under way for a draw, or what was last; null where nothing was.</summary>
    public DrawJob? Of(string drawId) => _jobs.GetValueOrDefault(drawId);

    /// <summary>Begins a step, unless one of the same draw is under way: then that one is answered.</summary>
    /// <typeparam name="TUseCase">Who takes it.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="drawId">Which month.</param>
    /// <param name="step">Its name.</param>
    /// <param name="entries">How many entries there are to walk over.</param>
    /// <param name="take">Takes it.</param>
    public DrawJob Begin<TUseCase, TResult>(string drawId, string step, long entries, Func<TUseCase, Task<Outcome<TResult>>> take)
        where TUseCase : notnull
        where TResult : notnull
    {
        lock (_jobs)
        {
            if (_jobs.TryGetValue(drawId, out var other) && !other.Done.IsCompleted)
            {
                return other;
            }

            var scope = scopes.CreateAsyncScope();
            return _jobs[drawId] = new DrawJob(step, entries, scope.ServiceProvider.GetRequiredService<WalkProgress>(), Task.Run(() => TakeAsync(drawId, step, scope, take)));
        }
    }

    private async Task<Error?> TakeAsync<TUseCase, TResult>(string drawId, string step, AsyncServiceScope scope, Func<TUseCase, Task<Outcome<TResult>>> take)
        where TUseCase : notnull
        where TResult : notnull
    {
        await using (scope)
        {
            try
            {
                return (await take(scope.ServiceProvider.GetRequiredService<TUseCase>())).IsRefused(out var refusal, out _) ? refusal : null;
            }
            catch (Exception exception)
            {
                // Nobody may be waiting for it any more.
                LogFailed(logger, step, drawId, exception);
                throw;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The step {Step} of {DrawId} failed; nothing of it was done.")]
    private static partial void LogFailed(ILogger logger, string step, string drawId, Exception exception);
}

/// <summary>A step that is under way, or was.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Entries">How many entries there are to walk over.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Done">Why it was refused; null where it was taken.</param>
public sealed record DrawJob(string Step, long Entries, WalkProgress Progress, Task<Error?> Done);
