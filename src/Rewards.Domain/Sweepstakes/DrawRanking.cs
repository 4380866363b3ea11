namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// A draw's outcome: the entries by score, walked in prize order passing over persons who have a place already; whoever
/// is left stands in line as an alternate (docs/draw-protocol.md §9).
/// </summary>
public sealed class DrawRanking
{
    private readonly IReadOnlyList<EntryId> _places;

    internal DrawRanking(IReadOnlyList<EntryId> places, int prizeCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prizeCount);
        (_places, PrizeCount) = (places, prizeCount);
        Winners = [.. places.Take(prizeCount)];
    }

    /// <summary>How many prizes there are.</summary>
    public int PrizeCount { get; }

    /// <summary>The winners as drawn, in prize order; fewer than prizes if there are not persons enough.</summary>
    public IReadOnlyList<EntryId> Winners { get; }

    /// <summary>The alternates as drawn, in the order in which they are called, as far as they were held (<see cref="BestPlaces"/>).</summary>
    public IEnumerable<EntryId> Alternates => _places.Skip(PrizeCount);

    /// <summary>Whether an entry is among the winners and the alternates that were held.</summary>
    public bool Holds(EntryId entry) => _places.Contains(entry);

    /// <summary>
    /// Who has which prize after what happened since: an entry that is disposed of loses its prize to the first alternate
    /// in line that is not disposed of; nobody moves up from one prize to another (docs/draw-protocol.md §10).
    /// </summary>
    /// <param name="dispositions">In the order in which they were recorded; no more than alternates were held, unless all were.</param>
    /// <param name="farDown">Alternates among them that were not held: so far down the line that nobody came to them.</param>
    /// <param name="winners">By prize, from the first; null for a prize that nobody is left for.</param>
    /// <param name="stranger">The first entry in the dispositions that held no place, or had lost it before.</param>
    /// <returns>False when there is such a stranger; the winners are then empty.</returns>
    public bool TrySettle(
        IEnumerable<Disposition> dispositions, IReadOnlySet<EntryId> farDown, out IReadOnlyList<EntryId?> winners, out EntryId? stranger)
    {
        ArgumentNullException.ThrowIfNull(dispositions);
        ArgumentNullException.ThrowIfNull(farDown);
        var gone = new HashSet<EntryId>();
        var recorded = dispositions.ToList();
        var standing = recorded.Count == 0 ? [] : _places.Concat(farDown).ToHashSet();
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
}
