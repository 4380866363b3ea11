namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Who may enter a sweepstakes and how often, as its official rules say: fixed when it is opened, so that changed settings change
/// nothing of an open one.
/// </summary>
/// <param name="EntriesAPerson">By all ways together, at most.</param>
/// <param name="EntriesAHousehold">Of all who are known to live at one postal address, at most.</param>
/// <param name="MinimumAge">Years.</param>
/// <param name="VoidIn">The states where it is void, as <see cref="Shoppers.UsState.Join"/> writes them.</param>
public sealed record EntryTerms(int EntriesAPerson, int EntriesAHousehold, int MinimumAge, string VoidIn)
{
    /// <summary>The longest <see cref="VoidIn"/>: all states.</summary>
    public const int VoidInLength = 160;

    /// <summary>Whoever wants to, as often as they want.</summary>
    public static EntryTerms Any { get; } = new(int.MaxValue, int.MaxValue, 0, "");
}

/// <summary>
/// How many entries a person, or a household, has in a sweepstakes. Moves only by a guarded write that cannot pass the limit.
/// </summary>
public sealed class EntryCount
{
    private EntryCount()
    {
    }

    /// <summary>Into which.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>The shopper, or the household.</summary>
    public Guid Who { get; private set; }

    /// <summary>Made so far.</summary>
    public int Count { get; private set; }
}
