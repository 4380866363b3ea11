namespace Rewards.Setup.Demo;

/// <summary>A clock that shows the instant something is made up for, so that the real rules decide it.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now;

    /// <summary>Sets it.</summary>
    /// <param name="instant">UTC.</param>
    public void Set(DateTime instant) => _now = new DateTimeOffset(instant, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;
}
