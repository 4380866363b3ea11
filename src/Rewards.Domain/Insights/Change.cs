namespace Rewards.Domain.Insights;

/// <summary>How far a score lies from where it was in the period before, and whether that is more than chance.</summary>
/// <param name="Difference">In the score's unit: points, or points of per cent.</param>
/// <param name="StandardErrors">The difference in standard errors (docs/metrics.md, Two periods).</param>
/// <param name="IsReal">Whether it is more than chance explains.</param>
public sealed record Change(double Difference, double StandardErrors, bool IsReal)
{
    /// <summary>Of an NPS; null where one of the two is not shown.</summary>
    public static Change? Of(NpsAnswers now, NpsAnswers before) =>
        Of(Metrics.Nps(now), Metrics.Nps(before), Metrics.NpsChange(now, before));

    /// <summary>Of a share; null where one of the two is not shown.</summary>
    public static Change? Of(Part now, Part before) => Of(now.Share, before.Share, Metrics.ShareChange(now, before));

    /// <summary>Of how often something happened (docs/metrics.md, Two periods); null where it was too seldom to say.</summary>
    public static Change? OfCount(int now, int before) =>
        now >= Score.FewestToShow && before >= Score.FewestToShow
            ? Judged(now - before, (now - before) / Math.Sqrt((double)now + before))
            : null;

    /// <summary>
    /// Many changes looked at together: only those stay real that stand out of all of them (docs/metrics.md, Many stores). The
    /// answer is in the order of the question.
    /// </summary>
    public static IReadOnlyList<Change> AmongMany(IReadOnlyList<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var least = Metrics.StandsOut([.. changes.Select(c => c.StandardErrors)]);
        return [.. changes.Select(c => c with { IsReal = Math.Abs(c.StandardErrors) >= least })];
    }

    private static Change? Of(Score? now, Score? before, double? standardErrors) =>
        now is { IsShown: true } && before is { IsShown: true } && standardErrors is { } z
            ? Judged(now.Value - before.Value, z)
            : null;

    private static Change Judged(double difference, double standardErrors) =>
        new(difference, standardErrors, Math.Abs(standardErrors) > Metrics.Z);
}
