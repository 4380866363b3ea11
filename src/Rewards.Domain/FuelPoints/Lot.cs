namespace Rewards.Domain.FuelPoints;

/// <summary>A month's fuel points of a shopper: earned in month M, gone at the end of M + 1. What ends first is spent first.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct Lot(int Year, int Month)
{
    /// <summary>The month as one number, yyyymm, as it is stored.</summary>
    public int Number => (Year * 100) + Month;

    /// <summary>The first day of the month.</summary>
    public DateOnly Begins => new(Year, Month, 1);

    /// <summary>The last day on which its points can be spent, in the programme's time zone.</summary>
    public DateOnly LastDay => Begins.AddMonths(2).AddDays(-1);

    /// <summary>The lot of points earned on a day of the programme's time zone.</summary>
    public static Lot Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The lot stored as yyyymm.</summary>
    public static Lot FromNumber(int number) => new(number / 100, number % 100);

    /// <summary>Whether its points can still be spent on a day.</summary>
    public bool IsLiveOn(DateOnly day) => day <= LastDay;

    /// <summary>The oldest lot whose points can still be spent on a day.</summary>
    public static Lot OldestOn(DateOnly day) => Of(day.AddMonths(-1));
}
