namespace Rewards.Domain.Sweepstakes;

/// <summary>How many there were on a day.</summary>
/// <param name="Day">In the programme's time zone.</param>
/// <param name="Count">Not negative.</param>
public readonly record struct DayCount(DateOnly Day, long Count);

/// <summary>
/// What entries and winners by day can tell: days with far more or fewer entries than the others, to be looked at before the freeze, and
/// whether the drawn ones are spread over the days as the entries are.
/// </summary>
public static class DayCounts
{
    // Of a normal distribution, the deviation is so many median deviations; a value further off than 3.5 of them is an outlier (Iglewicz and Hoaglin, 1993).
    private const double DeviationOfMedian = 1.4826;
    private const double Far = 3.5;

    // What chi-square asks of each class, so that its distribution can be trusted.
    private const double LeastExpected = 5;

    /// <summary>
    /// The days whose count is further than 3.5 deviations from the median, the deviation estimated by the median deviation; none of
    /// fewer than seven days. A deviation is taken to be at least the square root of the median: counts differ by chance alone.
    /// </summary>
    public static IReadOnlyList<DateOnly> Outliers(IReadOnlyCollection<DayCount> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count < 7)
        {
            return [];
        }

        var median = Median(days.Select(d => (double)d.Count));
        var deviation = Math.Max(DeviationOfMedian * Median(days.Select(d => Math.Abs(d.Count - median))), Math.Sqrt(Math.Max(median, 1)));
        return [.. days.Where(d => Math.Abs(d.Count - median) > Far * deviation).Select(d => d.Day)];
    }

    /// <summary>
    /// Pearson's chi-square of the days of those drawn against the days of all entries: neighbouring days are put together until five
    /// are expected of each class.
    /// </summary>
    /// <param name="entries">All entries by day.</param>
    /// <param name="drawn">Those drawn by day.</param>
    /// <returns>Null where there are too few for two classes.</returns>
    public static ChiSquareTest? Compare(IReadOnlyCollection<DayCount> entries, IReadOnlyCollection<DayCount> drawn)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(drawn);
        var (all, chosen) = ((double)entries.Sum(d => d.Count), (double)drawn.Sum(d => d.Count));
        if (all == 0 || chosen < 2 * LeastExpected)
        {
            return null;
        }

        var found = drawn.ToLookup(d => d.Day, d => d.Count);
        var classes = new List<(double Expected, double Found)>();
        var (expected, count) = (0.0, 0.0);
        foreach (var day in entries.OrderBy(d => d.Day))
        {
            expected += day.Count * chosen / all;
            count += found[day.Day].Sum();
            if (expected >= LeastExpected)
            {
                classes.Add((expected, count));
                (expected, count) = (0, 0);
            }
        }

        if (classes.Count > 0)
        {
            classes[^1] = (classes[^1].Expected + expected, classes[^1].Found + count);
        }

        return classes.Count < 2 ? null
            : new ChiSquareTest(classes.Sum(c => (c.Found - c.Expected) * (c.Found - c.Expected) / c.Expected), classes.Count - 1);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>What came of a chi-square test.</summary>
/// <param name="Statistic">The sum of squared differences, each by what was expected.</param>
/// <param name="Degrees">Of freedom, at least 1.</param>
public readonly record struct ChiSquareTest(double Statistic, int Degrees)
{
    private const double Least = 1e-300;

    /// <summary>The chance of differences as large as these or larger where nothing but chance decides: 0 to 1.</summary>
    public double PValue => Statistic <= 0 ? 1 : Math.Clamp(UpperGamma(Degrees / 2.0, Statistic / 2), 0, 1);

    // The regularized upper incomplete gamma function: by its series below a + 1, by its continued fraction above (Lentz's method).
    private static double UpperGamma(double a, double x)
    {
        var scale = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; n < 10_000 && term > sum * 1e-16; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return 1 - (sum * scale);
        }

        var b = x + 1 - a;
        var c = 1 / Least;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < 10_000; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero((numerator * d) + b);
            c = NotZero(b + (numerator / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction * scale;
    }

    private static double NotZero(double value) => Math.Abs(value) < Least ? Least : value;

    // Of halves of whole numbers only: Γ(1/2) = √π, Γ(1) = 1, Γ(a + 1) = a·Γ(a).
    private static double LogGamma(double a)
    {
        var log = a % 1 == 0 ? 0 : Math.Log(Math.PI) / 2;
        for (var at = a % 1 == 0 ? 1 : 0.5; at < a; at++)
        {
            log += Math.Log(at);
        }

        return log;
    }
}
