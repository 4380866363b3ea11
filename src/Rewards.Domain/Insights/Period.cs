namespace Rewards.Domain.Insights;

/// <summary>Some days in a row, both ends included: of responses the stores' business days.</summary>
public readonly record struct Period
{
    private const int DaysOfAWeek = 7;

    /// <summary>From one day to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last day lies before the first.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The same number of days directly before: what a period is compared with.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>The last so many days, today included.</summary>
    public static Period Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>
    /// The days, calendar weeks (from Monday) or calendar months that the period is made of, in order; of the first and the
    /// last only the days within the period.
    /// </summary>
    public IReadOnlyList<Period> By(Step step)
    {
        var parts = new List<Period>();
        for (var from = From; from <= To; from = parts[^1].To.AddDays(1))
        {
            var end = EndOf(step, from);
            parts.Add(new Period(from, end < To ? end : To));
        }

        return parts;
    }

    private static DateOnly EndOf(Step step, DateOnly day) => step switch
    {
        Step.Day => day,
        Step.Week => day.AddDays((DaysOfAWeek - (int)day.DayOfWeek) % DaysOfAWeek),
        Step.Month => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}

/// <summary>How long a point in a chart over time is.</summary>
public enum Step
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A calendar week from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}
