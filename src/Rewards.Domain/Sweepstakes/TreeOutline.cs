namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The upper part of a draw's tree: the root and the last entry of every run of 1,024 leaves, 48 bytes a run. With it an entry
/// is proved to be in the list from its own run alone, however long the list is (docs/draw-protocol.md §4). Safe for many threads.
/// </summary>
public sealed class TreeOutline
{
    /// <summary>Leaves in a run, a power of two: the tree over the runs' roots is the upper part of the tree over all leaves.</summary>
    public const int Run = 1024;

    private readonly EntryId[] _lasts;
    private readonly Digest[] _roots;

    private TreeOutline(EntryId[] lasts, Digest[] roots, long count)
    {
        (_lasts, _roots, Count) = (lasts, roots, count);
        Root = MerkleTree.Root(roots);
    }

    /// <summary>How many entries there are.</summary>
    public long Count { get; }

    /// <summary>The root of the tree over all leaves.</summary>
    public Digest Root { get; }

    /// <summary>Reads the entries once.</summary>
    /// <param name="drawId">The draw's id.</param>
    /// <param name="sorted">The entries in ascending order of their ids.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    public static async Task<TreeOutline> OfAsync(string drawId, IAsyncEnumerable<DrawLeaf> sorted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var hasher = new LeafHasher(drawId);
        var (lasts, roots) = (new List<EntryId>(), new List<Digest>());
        var run = new MerkleRootBuilder();
        long count = 0;
        var last = default(EntryId);
        await foreach (var leaf in sorted.WithCancellation(cancellationToken))
        {
            run.Add(hasher.Hash(leaf));
            last = leaf.Entry;
            count++;
            if (run.Count == Run)
            {
                Close();
            }
        }

        if (run.Count > 0)
        {
            Close();
        }

        return new TreeOutline([.. lasts], [.. roots], count);

        void Close()
        {
            lasts.Add(last);
            roots.Add(run.Root());
            run = new MerkleRootBuilder();
        }
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
