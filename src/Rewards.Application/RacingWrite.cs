using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;

namespace Rewards.Application;

/// <summary>
/// A write that others may make at the same time. The first try waits for nobody. Whoever loses it tries again in turn, behind
/// a lock on the rows that are raced for: so each of any number gets through, and nobody is sent away for having been slower.
/// </summary>
public sealed class RacingWrite(RewardsDb db, DatabaseProvider provider)
{
    private const int MostTries = 5;

    // Who waits for a lock holds a connection. Most wait here instead, so that a crowd at one row leaves connections to the rest.
    private static readonly SemaphoreSlim _turns = new(8);

    /// <summary>Runs a write until nobody was faster. Refuses with what it refuses with, and with <c>try-again</c>.</summary>
    /// <param name="attempt">
    /// Looks and saves, anew each time; saving fails where a row was changed or added since the look. May be run inside a
    /// transaction.
    /// </param>
    /// <param name="takeTurn">Updates the rows that are raced for, if they are there; their locks last until all is saved.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<T>> RunAsync<T>(
        Func<Task<Outcome<T>>> attempt, Func<Task> takeTurn, CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(takeTurn);
        return await RunAsync(attempt, takeTurn, attempt, cancellationToken);
    }

    private async Task<Outcome<T>> RunAsync<T>(
        Func<Task<Outcome<T>>> first, Func<Task> takeTurn, Func<Task<Outcome<T>>> again, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            try
            {
                return tries == 1 ? await first() : await InTurnAsync(again, takeTurn, cancellationToken);
            }
            catch (Exception exception) when (provider.IsLostRace(exception))
            {
                // Someone was faster, and nothing of this was saved. A row that was not there to be locked is there now.
                db.ChangeTracker.Clear();
            }
        }

        return new TryAgain();
    }

    /// <summary>
    /// Runs a write that takes its turn from the first try: for writes whose rows would be locked in another order than others lock
    /// them, and for those that are rare. Refuses with what it refuses with, and with <c>try-again</c>.
    /// </summary>
    /// <param name="attempt">As in <see cref="RunAsync"/>.</param>
    /// <param name="takeTurn">As in <see cref="RunAsync"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<T>> RunInTurnAsync<T>(Func<Task<Outcome<T>>> attempt, Func<Task> takeTurn, CancellationToken cancellationToken)
        where T : notnull => RunAsync(() => InTurnAsync(attempt, takeTurn, cancellationToken), takeTurn, attempt, cancellationToken);

    private async Task<Outcome<T>> InTurnAsync<T>(
        Func<Task<Outcome<T>>> attempt, Func<Task> takeTurn, CancellationToken cancellationToken)
        where T : notnull
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await takeTurn();
            var outcome = await attempt();
            if (outcome.Error is null)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        finally
        {
            _turns.Release();
        }
    }
}
