namespace Rewards.Testing;

/// <summary>A clock that stands still until it is moved; what is measured by it stands still as well.</summary>
/// <param name="start">UTC.</param>
public sealed class TestClock(DateTime start) : TimeProvider
{
    private long _ticks = start.Ticks;

    /// <summary>UTC.</summary>
    public DateTime Now => new(Interlocked.Read(ref _ticks), DateTimeKind.Utc);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Moves on, or back.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
