namespace Rewards.Domain.FuelPoints;

/// <summary>A month's fuel points of a shopper: earned in month M, gone at the end of M + 1. Months never combine.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct Lot(int Year, int Month)
{
    /// <summary>The month as one number, yyyymm, as it is stored.</summary>
    public int Number => (Year * 100) + Month;

    /// <summary>The first day of the month.</summary>
    public DateOnly Begins => new(Year, Month, 1);

    /// <summary>The last day on which its points can be spent, in the programme's time zone.</summary>
    public DateOnly LastDay => Begins.AddMonths(2).AddDays(-1);

    /// <summary>The lot of points earned on a day of the programme's time zone.</summary>
    public static Lot Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The lot stored as yyyymm.</summary>
    public static Lot FromNumber(int number) => new(number / 100, number % 100);

    /// <summary>The oldest lot whose points can still be spent on a day.</summary>
    public static Lot OldestOn(DateOnly day) => Of(day.AddMonths(-1));
}

/// <summary>Why points moved.</summary>
public enum PostingKind
{
    /// <summary>By an award.</summary>
    Earned = 1,
}

/// <summary>One line of a shopper's ledger. Nothing is changed or deleted: a balance is the sum of its lines.</summary>
public sealed class FuelPointPosting
{
    private FuelPointPosting()
    {
    }

    /// <summary>Posts points.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="shopperId">Whose.</param>
    /// <param name="lot">The month they belong to.</param>
    /// <param name="kind">Why.</param>
    /// <param name="points">Whole points, negative where they go.</param>
    /// <param name="awardId">The award that earned them; unique among postings, so that none is posted twice.</param>
    /// <param name="postedAt">UTC.</param>
    public FuelPointPosting(Guid id, Guid shopperId, Lot lot, PostingKind kind, int points, Guid? awardId, DateTime postedAt)
    {
        Id = id;
        ShopperId = shopperId;
        LotNumber = lot.Number;
        Kind = kind;
        Points = points;
        AwardId = awardId;
        PostedAt = postedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary><see cref="Lot.Number"/>: yyyymm.</summary>
    public int LotNumber { get; private set; }

    /// <summary>Why they moved.</summary>
    public PostingKind Kind { get; private set; }

    /// <summary>Whole points, negative where they go.</summary>
    public int Points { get; private set; }

    /// <summary>The award that earned them.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime PostedAt { get; private set; }
}
