using System.Numerics;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The tree of RFC 6962 over leaves that are hashed already: node = H(0x01 ‖ left ‖ right), split at the largest power of
/// two below the number of leaves (docs/draw-protocol.md §4).
/// </summary>
public static class MerkleTree
{
    /// <summary>The root over no leaves: the hash of nothing.</summary>
    public static Digest EmptyRoot { get; } = Digest.Of([]);

    /// <summary>The node above two nodes or leaves.</summary>
    public static Digest Node(in Digest left, in Digest right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * Digest.Length)];
        message[0] = 0x01;
        left.Bytes.CopyTo(message[1..]);
        right.Bytes.CopyTo(message[(1 + Digest.Length)..]);
        return Digest.Of(message);
    }

    /// <summary>The root over these leaves.</summary>
    public static Digest Root(ReadOnlySpan<Digest> leaves)
    {
        var builder = new MerkleRootBuilder();
        foreach (ref readonly var leaf in leaves)
        {
            builder.Add(leaf);
        }

        return builder.Root();
    }

    /// <summary>The neighbours on the way from a leaf up to the root over these leaves (RFC 6962 §2.1.1).</summary>
    /// <param name="leaves">All of them.</param>
    /// <param name="index">The leaf's place, from 0.</param>
    public static IReadOnlyList<Digest> Path(ReadOnlySpan<Digest> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var path = new List<Digest>();
        while (leaves.Length > 1)
        {
            var left = LeftOf(leaves.Length);
            path.Add(Root(index < left ? leaves[left..] : leaves[..left]));
            leaves = index < left ? leaves[..left] : leaves[left..];
            index = index < left ? index : index - left;
        }

        path.Reverse();
        return path;
    }

    /// <summary>How many leaves go to the left: the largest power of two below their number.</summary>
    /// <param name="leaves">At least 2.</param>
    internal static int LeftOf(int leaves) => (int)(BitOperations.RoundUpToPowerOf2((uint)leaves) / 2);
}
