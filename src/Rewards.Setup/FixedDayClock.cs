namespace Rewards.Setup;

/// <summary>
/// A clock that shows another day (<c>Clock:Today</c>): the time of day goes on, the day it started on is the one set. For
/// demonstrations on old receipts; every page says so.
/// </summary>
public sealed class FixedDayClock : TimeProvider
{
    private readonly TimeSpan _shift;

    /// <summary>Starts the clock on a day.</summary>
    /// <param name="today">The day to show.</param>
    public FixedDayClock(DateOnly today)
    {
        Today = today;
        _shift = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - System.GetUtcNow().UtcDateTime.Date;
    }

    /// <summary>The day that was set.</summary>
    public DateOnly Today { get; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
