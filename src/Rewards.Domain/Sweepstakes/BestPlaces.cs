namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The best ranked of very many entries, holding few (docs/draw-protocol.md §9): of each person the entry with the lowest score, and of
/// those the lowest ones; where a person may win more often, of each entry. Not for use by several threads at once.
/// </summary>
/// <param name="seed">The draw's seed (<see cref="DrawManifest.Seed"/>).</param>
/// <param name="most">How many are held: prizes, and alternates.</param>
/// <param name="mode">Whether a person can win more than once.</param>
public sealed class BestPlaces(Digest seed, int most, DedupMode mode)
{
    private readonly int _pruneAt = checked((2 * most) + 1000);
    private List<Ranked> _held = [];
    private Digest _limit;
    private bool _isFull;

    /// <summary>The score of a leaf under the seed.</summary>
    public Digest ScoreOf(in Digest leaf) => DrawScore.Of(seed, leaf);

    /// <summary>Whether a score could still be among them; asked first, since nearly none is.</summary>
    public bool Admits(in Digest score) => most > 0 && (!_isFull || score < _limit);

    /// <summary>Takes an entry in, if it is among the best.</summary>
    public void Add(in DrawLeaf leaf, in Digest score)
    {
        if (!Admits(score))
        {
            return;
        }

        _held.Add(new Ranked(score, leaf.Entry, leaf.Tag));
        if (_held.Count >= _pruneAt)
        {
            Prune();
        }
    }

    /// <summary>The ranking of what was taken in so far.</summary>
    /// <param name="prizeCount">How many prizes there are, at most as many as are held.</param>
    public DrawRanking Ranking(int prizeCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prizeCount, most);
        Prune();
        return new DrawRanking([.. _held.Select(held => held.Entry)], prizeCount);
    }

    private void Prune()
    {
        // The same score twice would be a collision of SHA-256; the entry's order then decides, to be definite.
        var ordered = _held.OrderBy(held => held.Score).ThenBy(held => held.Entry);
        _held = [.. (mode == DedupMode.None ? ordered : ordered.DistinctBy(held => held.Tag)).Take(most)];
        _isFull = _held.Count == most;
        _limit = _isFull && most > 0 ? _held[^1].Score : default;
    }

    private readonly record struct Ranked(Digest Score, EntryId Entry, EntryTag Tag);
}
