namespace Rewards.Domain.Insights;

/// <summary>Scores over time, in days, weeks or months, whichever there are answers enough for.</summary>
/// <param name="Step">How long a point is.</param>
/// <param name="Points">In order of time; one for each step, also where nobody answered.</param>
public sealed record Timeline(Step Step, IReadOnlyList<TimelinePoint> Points)
{
    private const int MostDays = 31;
    private const int MostDaysInWeeks = 190;

    /// <summary>
    /// Draws a period up: in days up to a month, in weeks up to half a year, else in months, and one coarser where fewer than
    /// half of the points would have a score to show.
    /// </summary>
    public static Timeline Of(Period period, IReadOnlyDictionary<DateOnly, Tally> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var finest = period.Days <= MostDays ? Step.Day : period.Days <= MostDaysInWeeks ? Step.Week : Step.Month;
        var timeline = In(finest, period, days);
        for (var step = finest; step < Step.Month && timeline.IsSparse && period.By(step + 1).Count > 1; step++)
        {
            timeline = In(step + 1, period, days);
        }

        return timeline;
    }

    private bool IsSparse => Points.Count(p => p.Tally.Nps is { IsShown: true }) * 2 < Points.Count;

    private static Timeline In(Step step, Period period, IReadOnlyDictionary<DateOnly, Tally> days)
    {
        var byStep = period.By(step);
        return new Timeline(step, [.. byStep.Select(part => new TimelinePoint(part, Tally.Sum(DaysOf(part))))]);

        IEnumerable<Tally> DaysOf(Period part) =>
            Enumerable.Range(0, part.Days).Select(day => days.GetValueOrDefault(part.From.AddDays(day))).OfType<Tally>();
    }
}

/// <summary>A point in a chart over time.</summary>
/// <param name="Days">The days it stands for.</param>
/// <param name="Tally">What was answered on them.</param>
public sealed record TimelinePoint(Period Days, Tally Tally);
