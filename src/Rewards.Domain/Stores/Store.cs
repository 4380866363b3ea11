namespace Rewards.Domain.Stores;

/// <summary>A shop of the chain.</summary>
public sealed class Store
{
    private Store()
    {
    }

    /// <summary>Opens a store.</summary>
    /// <param name="number">0 to 65535, as the till prints it.</param>
    /// <param name="name">As shoppers call it.</param>
    /// <param name="town">Where it is.</param>
    /// <param name="timeZone">IANA name: the store's business day is a day in this zone.</param>
    public Store(int number, string name, string town, string timeZone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ushort.MaxValue);
        Number = number;
        Name = name;
        Town = town;
        TimeZone = timeZone;
        TakesPart = true;
    }

    /// <summary>0 to 65535, as the till prints it.</summary>
    public int Number { get; private set; }

    /// <summary>As shoppers call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is; may be empty.</summary>
    public string Town { get; private set; } = "";

    /// <summary>Where shoppers find it: its name, with the town where the name does not say it.</summary>
    public string Place => Town.Length == 0 || Name.Contains(Town, StringComparison.OrdinalIgnoreCase) ? Name : $"{Name}, {Town}";

    /// <summary>IANA name of the zone whose days are the store's business days.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Whether its receipts are good for feedback.</summary>
    public bool TakesPart { get; private set; }

    /// <summary>Takes the store in or out; receipts of a store that is out are refused with <c>store-not-taking-part</c>.</summary>
    public void SetTakesPart(bool takesPart) => TakesPart = takesPart;

    /// <summary>The store's business day at an instant (UTC).</summary>
    public DateOnly BusinessDayAt(DateTime instant) => Zone.DayOf(instant, TimeZone);
}
