namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// One walk over the entries of a draw in the order of their ids: hashes them, builds the tree that the manifest commits to, and ranks
/// them where a seed is known (docs/draw-protocol.md §2 to §4 and §9). Memory stays flat: some thousand entries at a time, 48 bytes for each
/// 1,024, and the best ranked. Hashes with every core; not for use by several threads at once.
/// </summary>
/// <param name="drawId">The draw whose id is part of every leaf.</param>
/// <param name="best">Receives the entries with their scores; null where nothing is drawn yet.</param>
public sealed class DrawWalk(string drawId, BestPlaces? best = null)
{
    private const int MostAtOnce = 16 * TreeOutline.Run;

    private readonly LeafHasher _hasher = new(drawId);
    private readonly List<DrawLeaf> _pending = [];
    private readonly List<EntryId> _lasts = [];
    private readonly List<Digest> _roots = [];
    private Digest[] _hashes = [];
    private Digest[] _scores = [];
    private EntryId _last;

    /// <summary>The draw whose id is part of every leaf.</summary>
    public string DrawId => drawId;

    /// <summary>How many entries were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds the next entry.</summary>
    /// <exception cref="ArgumentException">It does not come after the one before it: unsorted, or a duplicate.</exception>
    public void Add(in DrawLeaf leaf)
    {
        if (Count > 0 && leaf.Entry <= _last)
        {
            throw new ArgumentException($"Entry {leaf.Entry} is not after {_last}.", nameof(leaf));
        }

        _pending.Add(leaf);
        _last = leaf.Entry;
        Count++;
        if (_pending.Count == MostAtOnce)
        {
            Flush();
        }
    }

    /// <summary>The tree over all entries that were added.</summary>
    public TreeOutline Finish()
    {
        Flush();
        return new TreeOutline(_lasts, _roots, Count);
    }

    private void Flush()
    {
        if (_hashes.Length < _pending.Count)
        {
            (_hashes, _scores) = (new Digest[_pending.Count], new Digest[best is null ? 0 : _pending.Count]);
        }

        // Each run is hashed by one core.
        var roots = new Digest[(_pending.Count + TreeOutline.Run - 1) / TreeOutline.Run];
        if (roots.Length > 1)
        {
            Parallel.For(0, roots.Length, run => roots[run] = HashRun(run));
        }
        else if (roots.Length == 1)
        {
            roots[0] = HashRun(0);
        }

        for (var i = 0; i < _pending.Count; i++)
        {
            best?.Add(_pending[i], _scores[i]);
            if ((i + 1) % TreeOutline.Run == 0 || i == _pending.Count - 1)
            {
                _lasts.Add(_pending[i].Entry);
            }
        }

        _roots.AddRange(roots);
        _pending.Clear();
    }

    private Digest HashRun(int run)
    {
        var (first, end) = (run * TreeOutline.Run, Math.Min(_pending.Count, (run + 1) * TreeOutline.Run));
        for (var i = first; i < end; i++)
        {
            _hashes[i] = _hasher.Hash(_pending[i]);
            if (best is not null)
            {
                _scores[i] = best.ScoreOf(_hashes[i]);
            }
        }

        return MerkleTree.Root(_hashes.AsSpan(first, end - first));
    }
}
