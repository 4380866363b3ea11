namespace Rewards.Domain.Sweepstakes;

/// <summary>Splits work over the machine's cores where there is enough of it to be worth the splitting.</summary>
internal static class Cores
{
    private const int Part = 2048;

    /// <summary>Runs a body over [first, end) parts that cover 0 to count, in any order and at the same time.</summary>
    public static void ForEachPart(int count, Action<int, int> body)
    {
        var parts = (int)(((long)count + Part - 1) / Part);
        if (parts <= 1)
        {
            body(0, count);
            return;
        }

        Parallel.For(0, parts, part => body(part * Part, (int)Math.Min(count, ((long)part + 1) * Part)));
    }
}
