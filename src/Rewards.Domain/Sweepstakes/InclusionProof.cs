namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Shows with few hashes that an entry is in the list that was committed to (RFC 6962 §2.1.1; docs/draw-protocol.md §11).
/// </summary>
/// <param name="Index">The leaf's place in the sorted list, from 0.</param>
/// <param name="Count">How many leaves the list has.</param>
/// <param name="Path">The neighbours on the way from the leaf up to the root.</param>
public sealed record InclusionProof(long Index, long Count, IReadOnlyList<Digest> Path)
{
    /// <summary>Whether the path leads from this leaf up to this root. Refuses nonsense quietly, whatever it is.</summary>
    /// <param name="leaf">The entry's leaf hash (<see cref="DrawLeaf.Hash"/>), computed by whoever checks.</param>
    /// <param name="root">The root that was published in the manifest.</param>
    public bool Proves(Digest leaf, Digest root)
    {
        if (Index < 0 || Index >= Count)
        {
            return false;
        }

        // RFC 9162 §2.1.3.2: "place" and "last" are this leaf's and the last leaf's ancestors, level by level.
        var (place, last) = (Index, Count - 1);
        var node = leaf;
        foreach (var neighbour in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                node = MerkleTree.Node(neighbour, node);
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                node = MerkleTree.Node(node, neighbour);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && node == root;
    }
}
