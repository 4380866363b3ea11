namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// A draw's outcome: the entries by score, walked in prize order passing over persons who have a place already; whoever
/// is left stands in line as an alternate (docs/draw-protocol.md §9).
/// </summary>
public sealed class DrawRanking
{
    private readonly FrozenEntries _entries;
    private readonly int[] _order;
    private readonly DedupMode _mode;

    internal DrawRanking(FrozenEntries entries, int[] order, int prizeCount, DedupMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prizeCount);
        (_entries, _order, _mode, PrizeCount) = (entries, order, mode, prizeCount);
        Winners = [.. Places().Take(prizeCount).Select(entries.EntryAt)];
    }

    /// <summary>How many prizes there are.</summary>
    public int PrizeCount { get; }

    /// <summary>The winners as drawn, in prize order; fewer than prizes if there are not persons enough.</summary>
    public IReadOnlyList<EntryId> Winners { get; }

    /// <summary>
    /// The alternates as drawn, in the order in which they are called; worked out as they are asked for, and a person's
    /// tag is remembered from the first to the last asked for.
    /// </summary>
    public IEnumerable<EntryId> Alternates => Places().Skip(PrizeCount).Select(_entries.EntryAt);

    /// <summary>
    /// Who has which prize after what happened since: an entry that is disposed of loses its prize to the first alternate
    /// in line that is not disposed of; nobody moves up from one prize to another (docs/draw-protocol.md §10).
    /// </summary>
    /// <param name="dispositions">In the order in which they were recorded.</param>
    /// <param name="winners">By prize, from the first; null for a prize that nobody is left for.</param>
    /// <param name="stranger">The first entry in the dispositions that held no place, or had lost it before.</param>
    /// <returns>False when there is such a stranger; the winners are then empty.</returns>
    public bool TrySettle(IEnumerable<Disposition> dispositions, out IReadOnlyList<EntryId?> winners, out EntryId? stranger)
    {
        ArgumentNullException.ThrowIfNull(dispositions);
        var gone = new HashSet<EntryId>();
        var recorded = dispositions.ToList();
        var standing = recorded.Count == 0 ? [] : Places().Select(_entries.EntryAt).ToHashSet();
        var places = Enumerable.Range(0, PrizeCount)
            .Select(place => place < Winners.Count ? Winners[place] : (EntryId?)null).ToArray();

        using var line = Alternates.GetEnumerator();
        foreach (var disposition in recorded)
        {
            if (!standing.Contains(disposition.Entry) || !gone.Add(disposition.Entry))
            {
                (winners, stranger) = ([], disposition.Entry);
                return false;
            }

            var place = Array.IndexOf(places, disposition.Entry);
            if (place >= 0)
            {
                places[place] = NextInLine(line, gone);
            }
        }

        (winners, stranger) = (places, null);
        return true;
    }

    private static EntryId? NextInLine(IEnumerator<EntryId> line, HashSet<EntryId> gone)
    {
        while (line.MoveNext())
        {
            if (!gone.Contains(line.Current))
            {
                return line.Current;
            }
        }

        return null;
    }

    // Entries that win or stand in line, best score first.
    private IEnumerable<int> Places()
    {
        if (_mode == DedupMode.None)
        {
            return _order;
        }

        return OneAPerson();
    }

    private IEnumerable<int> OneAPerson()
    {
        var placed = new HashSet<EntryTag>();
        foreach (var index in _order)
        {
            if (placed.Add(_entries.TagAt(index)))
            {
                yield return index;
            }
        }
    }
}
