namespace Rewards.Domain.Insights;

/// <summary>
/// The portal's scores and their intervals. Every formula and worked value stands in docs/metrics.md; z = 1.96 throughout.
/// Where there is no valid answer there is no score, and the answer is null.
/// </summary>
public static class Metrics
{
    /// <summary>Standard errors that chance stays within in 19 of 20 cases.</summary>
    public const double Z = 1.96;

    // Of all the changes called real, at most one in twenty is by chance.
    private const double FalseShare = 0.05;

    /// <summary>The lowest answer of 1 to 5 that is satisfied.</summary>
    public const int LowestSatisfied = 4;

    /// <summary>The lowest answer of 1 to 7 that found it easy.</summary>
    public const int LowestEasy = 5;

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

    /// <summary>
    /// How many standard errors a share in one period lies above that in another: (p₁−p₂)/√(p₁q₁/n₁' + p₂q₂/n₂'), each with one
    /// answer more on either side (Agresti and Caffo; docs/metrics.md, Two periods). Null where one of the two is of none.
    /// </summary>
    public static double? ShareChange(Part first, Part second)
    {
        if (first.Of == 0 || second.Of == 0)
        {
            return null;
        }

        var (p1, v1) = AdjustedShare(first);
        var (p2, v2) = AdjustedShare(second);
        return (p1 - p2) / Math.Sqrt(v1 + v2);
    }

    /// <summary>
    /// Where many changes are looked at together, how many standard errors one must have so that at most one in twenty of those
    /// that have them is by chance (Benjamini and Hochberg 1995; docs/metrics.md, Many stores). Infinite where none stands out.
    /// </summary>
    /// <param name="standardErrors">Of every change that is looked at, in any order.</param>
    public static double StandsOut(IReadOnlyList<double> standardErrors)
    {
        ArgumentNullException.ThrowIfNull(standardErrors);
        var ordered = standardErrors.Select(Math.Abs).OrderDescending().ToList();
        for (var rank = ordered.Count; rank > 0; rank--)
        {
            if (TwoSided(ordered[rank - 1]) <= FalseShare * rank / ordered.Count)
            {
                return ordered[rank - 1];
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>
    /// How likely chance alone goes so many standard errors up or down: 2·(1 − Φ(|z|)), to 1.5·10⁻⁷ (Abramowitz and Stegun
    /// 7.1.26).
    /// </summary>
    private static double TwoSided(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var polynomial = ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t;
        return polynomial * Math.Exp(-x * x);
    }

    private static (double Share, double Variance) AdjustedShare(Part part)
    {
        var n = part.Of + 2.0;
        var p = (part.Count + 1) / n;
        return (p, p * (1 - p) / n);
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
