using System.Numerics;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Computes the root of a tree (docs/draw-protocol.md §4) from leaves that come one after another, holding one node per
/// level only. Not for use by several threads at once.
/// </summary>
public sealed class MerkleRootBuilder
{
    // The roots of the complete subtrees so far, one for every bit that is set in the count.
    private readonly Digest[] _subtrees = new Digest[64];
    private ulong _count;

    /// <summary>How many leaves were added.</summary>
    public long Count => (long)_count;

    /// <summary>Adds the next leaf's hash.</summary>
    public void Add(in Digest leaf)
    {
        var node = leaf;
        var level = 0;
        for (; ((_count >> level) & 1) == 1; level++)
        {
            node = MerkleTree.Node(_subtrees[level], node);
        }

        _subtrees[level] = node;
        _count++;
    }

    /// <summary>The root over the leaves added so far; more can be added afterwards.</summary>
    public Digest Root()
    {
        if (_count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var lowest = BitOperations.TrailingZeroCount(_count);
        var root = _subtrees[lowest];
        for (var level = lowest + 1; level < 64; level++)
        {
            if (((_count >> level) & 1) == 1)
            {
                root = MerkleTree.Node(_subtrees[level], root);
            }
        }

        return root;
    }
}
