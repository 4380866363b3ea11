namespace Rewards.Domain.Sweepstakes;

/// <summary>Years of age.</summary>
public static class Age
{
    private const int Oldest = 130;

    /// <summary>Completed years on a day; who was born on 29 February is a year older on 1 March.</summary>
    public static int On(DateOnly day, DateOnly birth) => day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    /// <summary>Whether somebody who lives on a day can have been born on that date.</summary>
    public static bool IsPossible(DateOnly day, DateOnly birth) => birth < day && On(day, birth) <= Oldest;
}
