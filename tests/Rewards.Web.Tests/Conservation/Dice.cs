namespace Rewards.Web.Tests.Conservation;

/// <summary>Chance that is the same for the same seed (SplitMix64), so that a run can be made again.</summary>
/// <param name="seed">The run's.</param>
internal sealed class Dice(ulong seed)
{
    private const int Lately = 24;

    private ulong _state = seed;

    /// <summary>From 0 up to, not including, a number.</summary>
    public int Below(int number) => (int)(Next() % (ulong)number);

    /// <summary>One of a list, mostly of its last: what was made lately is fought for.</summary>
    public T OneOf<T>(IReadOnlyList<T> list) => list[^(1 + Below(Below(4) > 0 ? Math.Min(Lately, list.Count) : list.Count))];

    /// <summary>A number of its own for each.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
