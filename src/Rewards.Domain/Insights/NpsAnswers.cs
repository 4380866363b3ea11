namespace Rewards.Domain.Insights;

/// <summary>Valid answers to "how likely are you to recommend us", 0 to 10, counted (docs/metrics.md).</summary>
public readonly record struct NpsAnswers
{
    /// <summary>The lowest answer of a promoter.</summary>
    public const int LowestPromoter = 9;

    /// <summary>The highest answer of a detractor.</summary>
    public const int HighestDetractor = 6;

    /// <summary>Counts that were made elsewhere, such as in the database.</summary>
    /// <param name="promoters">Answers of 9 and 10.</param>
    /// <param name="passives">Answers of 7 and 8.</param>
    /// <param name="detractors">Answers of 0 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public NpsAnswers(int promoters, int passives, int detractors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        Promoters = promoters;
        Passives = passives;
        Detractors = detractors;
    }

    /// <summary>Answers of 9 and 10.</summary>
    public int Promoters { get; }

    /// <summary>Answers of 7 and 8.</summary>
    public int Passives { get; }

    /// <summary>Answers of 0 to 6.</summary>
    public int Detractors { get; }

    /// <summary>All valid answers.</summary>
    public int Count => Promoters + Passives + Detractors;

    /// <summary>Whether an answer of 0 to 10 is a promoter's.</summary>
    public static bool IsPromoter(int answer) => answer >= LowestPromoter;

    /// <summary>Whether an answer of 0 to 10 is a detractor's.</summary>
    public static bool IsDetractor(int answer) => answer <= HighestDetractor;
}
