using System.Buffers.Binary;

namespace Rewards.Domain.Sweepstakes;

/// <summary>Puts leaves in the order of their scores: 12 bytes an entry while sorting, 4 afterwards.</summary>
internal static class ScoreOrder
{
    /// <summary>The leaves' indices, the lowest score first.</summary>
    public static int[] Of(ReadOnlyMemory<Digest> leaves, Digest seed)
    {
        // Sorted by the scores' first 8 bytes; whole scores are compared only where those are the same.
        var beginnings = new ulong[leaves.Length];
        var order = new int[leaves.Length];
        Cores.ForEachPart(leaves.Length, (first, end) =>
        {
            var span = leaves.Span;
            for (var i = first; i < end; i++)
            {
                beginnings[i] = BinaryPrimitives.ReadUInt64BigEndian(DrawScore.Of(seed, span[i]).Bytes);
                order[i] = i;
            }
        });
        Array.Sort(beginnings, order);
        SettleTies(beginnings, order, index => DrawScore.Of(seed, leaves.Span[index]));
        return order;
    }

    /// <summary>Sorts every run of the same beginnings by whole scores.</summary>
    internal static void SettleTies(ulong[] beginnings, int[] order, Func<int, Digest> scoreOf)
    {
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && beginnings[end] == beginnings[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                // The same score twice would be a collision of SHA-256; the entry's order then decides, to be definite.
                var scores = order[first..end].Select(index => (Score: scoreOf(index), Index: index)).Order().ToArray();
                for (var i = 0; i < scores.Length; i++)
                {
                    order[first + i] = scores[i].Index;
                }
            }

            first = end;
        }
    }
}
