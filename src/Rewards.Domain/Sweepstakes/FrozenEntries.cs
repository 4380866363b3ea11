namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The entries of a draw after the freeze: sorted, without duplicates, hashed, with the root that the manifest commits to
/// (docs/draw-protocol.md §2 to §4). Holds 64 bytes an entry; uses every core to hash. Safe for many threads.
/// </summary>
public sealed class FrozenEntries
{
    private const int Batch = 8192;

    // Every core hashes runs of this many leaves, aligned, into their roots.
    private const int Run = 4096;

    private readonly EntryId[] _entries;
    private readonly EntryTag[] _tags;
    private readonly Digest[] _leaves;

    private FrozenEntries(string drawId, EntryId[] entries, EntryTag[] tags, Digest[] leaves, int count)
    {
        (DrawId, Count) = (drawId, count);
        (_entries, _tags, _leaves) = (entries, tags, leaves);
        var runRoots = new Digest[((long)count + Run - 1) / Run];
        Parallel.For(0, runRoots.Length, run => runRoots[run] = MerkleTree.Root(leaves.AsSpan(run * Run, Math.Min(Run, count - (run * Run)))));
        Root = MerkleTree.Root(runRoots);
    }

    /// <summary>The draw whose id is part of every leaf.</summary>
    public string DrawId { get; }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>The root of the tree over all leaves.</summary>
    public Digest Root { get; }

    /// <summary>Hashes the entries of a draw.</summary>
    /// <param name="drawId">The draw's id.</param>
    /// <param name="sorted">The entries in ascending order of their ids.</param>
    /// <param name="expected">How many there will be, if known: saves memory, decides nothing.</param>
    /// <exception cref="ArgumentException">An entry does not come after the one before it: unsorted, or a duplicate.</exception>
    public static FrozenEntries Freeze(string drawId, IEnumerable<DrawLeaf> sorted, int expected = 0)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var hasher = new LeafHasher(drawId);
        var (entries, tags, leaves) = (new EntryId[expected], new EntryTag[expected], new Digest[expected]);
        var batch = new DrawLeaf[Batch];
        var (count, pending) = (0, 0);
        foreach (var leaf in sorted)
        {
            if (count > 0 && leaf.Entry <= entries[count - 1])
            {
                throw new ArgumentException($"Entry {leaf.Entry} is not after {entries[count - 1]}.", nameof(sorted));
            }

            if (count == entries.Length)
            {
                var capacity = Math.Max(Batch, count * 2);
                Array.Resize(ref entries, capacity);
                Array.Resize(ref tags, capacity);
                Array.Resize(ref leaves, capacity);
            }

            (entries[count], tags[count]) = (leaf.Entry, leaf.Tag);
            batch[pending++] = leaf;
            count++;
            if (pending == Batch)
            {
                HashBatch(hasher, batch, leaves, count - pending, pending);
                pending = 0;
            }
        }

        HashBatch(hasher, batch, leaves, count - pending, pending);
        return new FrozenEntries(drawId, entries, tags, leaves, count);
    }

    /// <summary>The entry at a place of the sorted list, from 0.</summary>
    public EntryId EntryAt(int index) => _entries[CheckedIndex(index)];

    /// <summary>The person's tag of the entry at a place of the sorted list, from 0.</summary>
    public EntryTag TagAt(int index) => _tags[CheckedIndex(index)];

    /// <summary>The leaf hash of the entry at a place of the sorted list, from 0.</summary>
    public Digest LeafAt(int index) => _leaves[CheckedIndex(index)];

    /// <summary>The place of an entry in the sorted list, from 0; −1 when it is not in the draw.</summary>
    public int IndexOf(EntryId entry)
    {
        var found = Array.BinarySearch(_entries, 0, Count, entry);
        return found < 0 ? -1 : found;
    }

    /// <summary>Ranks the entries by their scores under a seed (docs/draw-protocol.md §9).</summary>
    /// <param name="seed">The draw's seed (<see cref="DrawManifest.Seed"/>).</param>
    /// <param name="prizeCount">How many prizes there are, in prize order.</param>
    /// <param name="mode">Whether a person can win more than once.</param>
    public DrawRanking Rank(Digest seed, int prizeCount, DedupMode mode) =>
        new(this, ScoreOrder.Of(_leaves.AsMemory(0, Count), seed), prizeCount, mode);

    private static void HashBatch(LeafHasher hasher, DrawLeaf[] batch, Digest[] leaves, int from, int count) =>
        Cores.ForEachPart(count, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                leaves[from + i] = hasher.Hash(batch[i]);
            }
        });

    private int CheckedIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return index;
    }
}
