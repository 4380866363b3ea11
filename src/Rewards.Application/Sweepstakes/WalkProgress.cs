namespace Rewards.Application.Sweepstakes;

/// <summary>How far a walk over entries has come, for whoever waits for it. Written by one thread, read by any.</summary>
public sealed class WalkProgress
{
    private long _walked;

    /// <summary>Entries that were walked over so far.</summary>
    public long Walked => Volatile.Read(ref _walked);

    /// <summary>One more.</summary>
    public void Step() => Volatile.Write(ref _walked, _walked + 1);

    /// <summary>Another walk begins.</summary>
    public void Begin() => Volatile.Write(ref _walked, 0);
}
