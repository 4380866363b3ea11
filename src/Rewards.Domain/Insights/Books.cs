namespace Rewards.Domain.Insights;

/// <summary>Something that changes what is owed.</summary>
/// <param name="Column">In which column of the books it stands.</param>
/// <param name="Day">In the programme's time zone.</param>
/// <param name="Amount">Cents or points: below zero where less is owed afterwards.</param>
public readonly record struct Movement(int Column, DateOnly Day, long Amount);

/// <summary>A week of the books, or what of it lies in the period that is looked at.</summary>
/// <param name="Days">Its days.</param>
/// <param name="Start">What was owed before its first day.</param>
/// <param name="Sums">What moved, by column; below zero where less was owed afterwards.</param>
public sealed record BookWeek(Period Days, long Start, IReadOnlyList<long> Sums)
{
    /// <summary>What was owed after its last day: what was owed before, and all that moved.</summary>
    public long End => Start + Sums.Sum();
}

/// <summary>What is owed over time (docs/metrics.md): nothing comes or goes but by a column.</summary>
public static class Books
{
    /// <summary>Closes the books of each calendar week.</summary>
    /// <param name="movements">All that ever moved; what lies after the period is left out.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="period">What is looked at.</param>
    public static IReadOnlyList<BookWeek> ByWeek(IEnumerable<Movement> movements, int columns, Period period)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var weeks = period.By(Step.Week);
        var sums = weeks.Select(_ => new long[columns]).ToList();
        var owed = 0L;
        foreach (var (column, day, amount) in movements.Where(m => m.Day <= period.To))
        {
            if (day < period.From)
            {
                owed += amount;
            }
            else
            {
                sums[WeekOf(weeks, day)][column] += amount;
            }
        }

        var closed = new List<BookWeek>();
        for (var i = 0; i < weeks.Count; i++)
        {
            closed.Add(new BookWeek(weeks[i], i == 0 ? owed : closed[^1].End, sums[i]));
        }

        return closed;
    }

    // The first week may be cut short; the others begin on Mondays.
    private static int WeekOf(IReadOnlyList<Period> weeks, DateOnly day) =>
        day <= weeks[0].To ? 0 : 1 + ((day.DayNumber - weeks[1].From.DayNumber) / 7);
}
