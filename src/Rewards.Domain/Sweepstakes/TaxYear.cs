namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// From how much on the prizes of a recipient are reported, as a dated setting with its source: guidance, not tax advice.
/// </summary>
public sealed record TaxThreshold
{
    /// <summary>The first calendar year it holds for; until the next one begins.</summary>
    public int FromYear { get; init; }

    /// <summary>Prizes of one recipient and year are reported from this sum on, in cents.</summary>
    public int Cents { get; init; }

    /// <summary>The first year in which it may have been adjusted to prices; 0 for never.</summary>
    public int IndexedFrom { get; init; }

    /// <summary>Where it is written.</summary>
    public string Source { get; init; } = "";

    /// <summary>When somebody last looked there.</summary>
    public DateOnly AsOf { get; init; }
}

/// <summary>
/// What is reported of a calendar year, in the programme's time zone: the prizes that were handed over to one recipient in it, of all
/// sweepstakes together (US: Form 1099-MISC, box 3).
/// </summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Threshold">What holds in it; null where no setting says.</param>
public sealed record TaxYear(int Year, TaxThreshold? Threshold)
{
    /// <summary>Whether the figure is one of an earlier year that may have been adjusted since: somebody looks it up.</summary>
    public bool IsToBeChecked => Threshold is null || (Threshold.IndexedFrom > 0 && Year >= Threshold.IndexedFrom && Threshold.FromYear < Year);

    /// <summary>Whether a sum is reported.</summary>
    /// <param name="cents">Of one recipient in this year.</param>
    public bool Reports(long cents) => Threshold is not null && cents >= Threshold.Cents;

    /// <summary>Whether it is reported with a further prize, and was not without.</summary>
    /// <param name="beforeCents">Of the recipient in this year so far.</param>
    /// <param name="prizeCents">The further prize.</param>
    public bool PassesWith(long beforeCents, long prizeCents) => !Reports(beforeCents) && Reports(beforeCents + prizeCents);

    /// <summary>What holds in a year: the latest threshold that had begun.</summary>
    public static TaxYear Of(int year, IEnumerable<TaxThreshold> thresholds) =>
        new(year, thresholds.Where(t => t.FromYear <= year).MaxBy(t => t.FromYear));
}
