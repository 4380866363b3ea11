namespace Rewards.Domain.Insights;

/// <summary>
/// The portal's scores and their intervals. Every formula and worked value stands in docs/metrics.md; z = 1.96 throughout.
/// Where there is no valid answer there is no score, and the answer is null.
/// </summary>
public static class Metrics
{
    private const double Z = 1.96;

    // Adjusted Wald: three answers more, three quarters of one to the promoters and to the detractors each.
    private const double AddedAnswers = 3;
    private const double AddedToEach = 0.75;

    /// <summary>
    /// Net Promoter Score, 100·(P − D)/n, from −100 to 100, with its adjusted-Wald interval
    /// 100·[s ± z√(v/n')] (docs/metrics.md, NPS interval). The interval's centre is a little nearer to zero than the score.
    /// </summary>
    public static Score? Nps(NpsAnswers answers)
    {
        if (answers.Count == 0)
        {
            return null;
        }

        var value = 100.0 * (answers.Promoters - answers.Detractors) / answers.Count;
        var (centre, variance, n) = Adjusted(answers);
        var half = Z * Math.Sqrt(variance / n);
        return new Score(value, Percent(Math.Max(centre - half, -1)), Percent(Math.Min(centre + half, 1)), answers.Count);
    }

    /// <summary>
    /// How many standard errors the NPS of one period lies above that of another: (s₁−s₂)/√(v₁/n₁' + v₂/n₂')
    /// (docs/metrics.md, Two periods). Beyond ±1.96 it is hardly noise.
    /// </summary>
    public static double? NpsChange(NpsAnswers first, NpsAnswers second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return null;
        }

        var (s1, v1, n1) = Adjusted(first);
        var (s2, v2, n2) = Adjusted(second);
        return (s1 - s2) / Math.Sqrt((v1 / n1) + (v2 / n2));
    }

    /// <summary>Customer satisfaction in per cent: the share of answers of 4 and 5 on 1 to 5, not their mean.</summary>
    /// <param name="satisfied">Answers of 4 and 5.</param>
    /// <param name="answers">All valid answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are satisfied than answered.</exception>
    public static Score? Csat(int satisfied, int answers) => Share(satisfied, answers);

    /// <summary>Customer Effort Score 2.0 from how often each answer was given.</summary>
    /// <param name="timesGiven">Seven counts: how often 1, 2, … 7 was answered.</param>
    /// <exception cref="ArgumentException">There are not seven counts, or one is negative.</exception>
    public static EffortScore? Ces(ReadOnlySpan<int> timesGiven)
    {
        const int Scale = 7;
        const int LowestEasy = 5;
        if (timesGiven.Length != Scale || timesGiven.IndexOfAnyExceptInRange(0, int.MaxValue) >= 0)
        {
            throw new ArgumentException("Seven counts are needed, none negative.", nameof(timesGiven));
        }

        var (answers, easy, sum) = (0, 0, 0L);
        for (var answer = 1; answer <= Scale; answer++)
        {
            var times = timesGiven[answer - 1];
            answers += times;
            easy += answer >= LowestEasy ? times : 0;
            sum += (long)answer * times;
        }

        return Share(easy, answers) is { } share ? new EffortScore((double)sum / answers, share) : null;
    }

    /// <summary>
    /// Any share in per cent with its Wilson interval
    /// [p̂ + z²/2n ± z√(p̂(1−p̂)/n + z²/4n²)]/(1+z²/n): CSAT, completion, response (docs/metrics.md, Wilson).
    /// </summary>
    /// <param name="part">How many of them.</param>
    /// <param name="whole">Of how many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part exceeds the whole.</exception>
    public static Score? Share(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        if (whole == 0)
        {
            return null;
        }

        double n = whole;
        var p = part / n;
        var centre = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        var low = Math.Max((centre - half) / scale, 0);
        var high = Math.Min((centre + half) / scale, 1);
        return new Score(Percent(p), Percent(low), Percent(high), whole);
    }

    private static (double Centre, double Variance, double N) Adjusted(NpsAnswers answers)
    {
        var n = answers.Count + AddedAnswers;
        var p = (answers.Promoters + AddedToEach) / n;
        var d = (answers.Detractors + AddedToEach) / n;
        var s = p - d;
        return (s, p + d - (s * s), n);
    }

    private static double Percent(double share) => 100 * share;
}
