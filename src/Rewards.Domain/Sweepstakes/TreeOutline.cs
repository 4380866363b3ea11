using System.Buffers.Binary;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The upper part of a draw's tree: the root and the last entry of every run of 1,024 leaves, 48 bytes a run. With it an entry
/// is proved to be in the list from its own run alone, however long the list is (docs/draw-protocol.md §4). Safe for many threads.
/// </summary>
public sealed class TreeOutline
{
    /// <summary>Leaves in a run, a power of two: the tree over the runs' roots is the upper part of the tree over all leaves.</summary>
    public const int Run = 1024;

    private const int RunLength = EntryId.Length + Digest.Length;

    private readonly EntryId[] _lasts;
    private readonly Digest[] _roots;

    internal TreeOutline(IEnumerable<EntryId> lasts, IEnumerable<Digest> roots, long count)
    {
        (_lasts, _roots, Count) = ([.. lasts], [.. roots], count);
        Root = MerkleTree.Root(_roots);
    }

    /// <summary>How many entries there are.</summary>
    public long Count { get; }

    /// <summary>The root of the tree over all leaves.</summary>
    public Digest Root { get; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static TreeOutline FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(long) || (bytes.Length - sizeof(long)) % RunLength != 0)
        {
            throw new ArgumentException("This is no outline.", nameof(bytes));
        }

        var count = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var runs = bytes[sizeof(long)..];
        var (lasts, roots) = (new List<EntryId>(), new List<Digest>());
        for (; !runs.IsEmpty; runs = runs[RunLength..])
        {
            lasts.Add(EntryId.FromBytes(runs[..EntryId.Length]));
            roots.Add(Digest.FromBytes(runs[EntryId.Length..RunLength]));
        }

        return new TreeOutline(lasts, roots, count);
    }

    /// <summary>The number of entries in 8 bytes, and 48 bytes a run: its last entry and its root.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(long) + (_lasts.Length * RunLength)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Count);
        for (var run = 0; run < _lasts.Length; run++)
        {
            var to = bytes.AsSpan(sizeof(long) + (run * RunLength), RunLength);
            _lasts[run].CopyTo(to);
            _roots[run].Bytes.CopyTo(to[EntryId.Length..]);
        }

        return bytes;
    }

    /// <summary>The run that an entry is in if it is in the list at all, from 0; −1 where it comes after all of them.</summary>
    public int RunOf(EntryId entry)
    {
        var found = Array.BinarySearch(_lasts, entry);
        var run = found >= 0 ? found : ~found;
        return run < _lasts.Length ? run : -1;
    }

    /// <summary>The entry after which a run begins; zeros, which are no entry's, before the first.</summary>
    public EntryId Before(int run) => run == 0 ? default : _lasts[run - 1];

    /// <summary>Whether these are all leaf hashes of a run, in the order of their entries.</summary>
    public bool Holds(int run, ReadOnlySpan<Digest> leaves) => MerkleTree.Root(leaves) == _roots[run];

    /// <summary>The proof that the leaf at a place of a run is under the root.</summary>
    /// <param name="run">From 0.</param>
    /// <param name="place">In the run, from 0.</param>
    /// <param name="leaves">All leaf hashes of the run (<see cref="Holds"/>).</param>
    public InclusionProof Prove(int run, int place, ReadOnlySpan<Digest> leaves) =>
        new(((long)run * Run) + place, Count, [.. MerkleTree.Path(leaves, place), .. MerkleTree.Path(_roots, run)]);
}
