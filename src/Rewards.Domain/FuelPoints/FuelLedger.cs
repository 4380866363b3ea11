namespace Rewards.Domain.FuelPoints;

/// <summary>Where the ledger of a lot ends.</summary>
/// <param name="Lot">Which lot.</param>
/// <param name="Sequence">Of its last line; 0 where it has none.</param>
/// <param name="Balance">What it holds after that line.</param>
public readonly record struct LotEnd(Lot Lot, int Sequence, int Balance);

/// <summary>Points of one lot.</summary>
/// <param name="Lot">Which.</param>
/// <param name="Points">More than 0.</param>
public readonly record struct LotPoints(Lot Lot, int Points);

/// <summary>
/// A shopper's ledger at its ends: what is held, what a spending or a refund takes from where, and the next line of each lot. A
/// lot that was not read counts as empty; where it is not, saving the line fails on its sequence and is decided anew.
/// </summary>
public sealed class FuelLedger
{
    private readonly SortedDictionary<int, LotEnd> _ends = [];

    /// <summary>Begins where the lots end.</summary>
    /// <param name="shopperId">Whose.</param>
    /// <param name="ends">Of the lots that were read.</param>
    public FuelLedger(Guid shopperId, params IEnumerable<LotEnd> ends)
    {
        ShopperId = shopperId;
        foreach (var end in ends)
        {
            _ends[end.Lot.Number] = end;
        }
    }

    /// <summary>Whose.</summary>
    public Guid ShopperId { get; }

    /// <summary>Takes in where another lot ends.</summary>
    public void Include(LotEnd end) => _ends[end.Lot.Number] = end;

    /// <summary>Where each lot that was read, or posted to, ends; the oldest first.</summary>
    public IEnumerable<LotEnd> Ends => _ends.Values;

    /// <summary>Where a lot ends.</summary>
    public LotEnd EndOf(Lot lot) => _ends.TryGetValue(lot.Number, out var end) ? end : new LotEnd(lot, 0, 0);

    /// <summary>
    /// What can be spent on a day of the programme's zone: all that live lots hold, less what one of them owes. Never below zero.
    /// </summary>
    public int SpendableOn(DateOnly today) => Math.Max(0, LiveOn(today).Sum(e => e.Balance));

    /// <summary>From which lots points are spent: from what ends soonest first.</summary>
    /// <param name="points">More than 0 and at most <see cref="SpendableOn"/>.</param>
    /// <param name="today">In the programme's zone.</param>
    public IReadOnlyList<LotPoints> Take(int points, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, SpendableOn(today));
        return TakeFrom(LiveOn(today), points);
    }

    /// <summary>
    /// From which lots a refund takes back: from the lot that they were earned in first, then from what ends soonest; into debt
    /// what is left of it, in the lot that they were earned in. Of a lot that has ended nothing is taken back.
    /// </summary>
    /// <param name="points">What is to be taken back, more than 0.</param>
    /// <param name="earnedIn">The lot that they were earned in.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="policy">How far it may go.</param>
    public IReadOnlyList<LotPoints> TakeBack(int points, Lot earnedIn, DateOnly today, RefundPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        if (policy == RefundPolicy.PendingOnly || !earnedIn.IsLiveOn(today))
        {
            return [];
        }

        var held = Math.Min(points, SpendableOn(today));
        var taken = held == 0 ? [] : TakeFrom(LiveOn(today).OrderBy(e => e.Lot != earnedIn).ThenBy(e => e.Lot.Number), held).ToList();
        var owed = points - held;
        if (policy == RefundPolicy.IntoDebt && owed > 0)
        {
            var own = taken.FindIndex(t => t.Lot == earnedIn);
            if (own >= 0)
            {
                taken[own] = taken[own] with { Points = taken[own].Points + owed };
            }
            else
            {
                taken.Add(new LotPoints(earnedIn, owed));
            }
        }

        return taken;
    }

    /// <summary>Writes the next line of a lot.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="lot">The month they belong to.</param>
    /// <param name="kind">Why.</param>
    /// <param name="points">Whole points, negative where they go; not 0.</param>
    /// <param name="cause">What made them move.</param>
    /// <param name="at">UTC.</param>
    /// <exception cref="InvalidOperationException">The lot would fall below zero by something else than a refund.</exception>
    public FuelPointPosting Post(Guid id, Lot lot, PostingKind kind, int points, PostingCause cause, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points);
        var posting = new FuelPointPosting(id, ShopperId, EndOf(lot), kind, points, cause, at);
        if (points < 0 && posting.BalanceAfter < 0 && kind != PostingKind.TakenBack)
        {
            throw new InvalidOperationException("Only a refund takes more than a lot holds; the use case looks first.");
        }

        _ends[lot.Number] = new LotEnd(lot, posting.Sequence, posting.BalanceAfter);
        return posting;
    }

    private IEnumerable<LotEnd> LiveOn(DateOnly today) => _ends.Values.Where(e => e.Lot.IsLiveOn(today));

    private static List<LotPoints> TakeFrom(IEnumerable<LotEnd> inOrder, int points)
    {
        var taken = new List<LotPoints>();
        foreach (var end in inOrder.Where(e => e.Balance > 0))
        {
            var here = Math.Min(points, end.Balance);
            taken.Add(new LotPoints(end.Lot, here));
            points -= here;
            if (points == 0)
            {
                break;
            }
        }

        return taken;
    }
}
