using Rewards.Domain.Surveys;

namespace Rewards.Domain.Promotions;

/// <summary>A promotion with its rule read, as the evaluation takes it.</summary>
/// <param name="Id">The promotion's.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="StartsOn">First day, in the programme's time zone.</param>
/// <param name="EndsOn">Last day; null for no end.</param>
/// <param name="HasBudget">Whether giving one has to be booked against a budget.</param>
/// <param name="Rule">When it applies and what it gives.</param>
public sealed record Offer(int Id, AwardKind Kind, DateOnly StartsOn, DateOnly? EndsOn, bool HasBudget, PromotionRule Rule)
{
    /// <summary>Whether a day of the programme's time zone is one of its days.</summary>
    public bool RunsOn(DateOnly day) => StartsOn <= day && (EndsOn is not { } end || day <= end);

    /// <summary>Of promotions with the same group one gives; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The greater goes first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether it gives beside others of its group.</summary>
    public bool Stacks { get; init; }

    /// <summary>Whether its budget was found spent: it is not asked again.</summary>
    public bool IsSpent { get; init; }

    /// <summary>Whether giving one moves a row that others move as well.</summary>
    public bool IsBooked { get; } = HasBudget || Rule.SharedLimits().Any();

    /// <summary>Whether what it gives must belong to someone; a voucher belongs to whoever holds it.</summary>
    public bool NeedsPerson => Kind != AwardKind.Voucher;
}

/// <summary>All that a promotion may look at. Nothing that the shopper answered is here.</summary>
public sealed record AwardFacts
{
    /// <summary>The receipt's store.</summary>
    public required int StoreNumber { get; init; }

    /// <summary>The receipt's register.</summary>
    public int Register { get; init; }

    /// <summary>The receipt's departments; empty where unknown.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>What was paid, less what went back since; null where unknown.</summary>
    public long? TotalCents { get; init; }

    /// <summary>Whether all of it went back.</summary>
    public bool IsRefunded { get; init; }

    /// <summary>In the programme's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When the feedback is given, by the clock on the store's wall.</summary>
    public required DateTime StoreTime { get; init; }

    /// <summary>The survey's key.</summary>
    public string Survey { get; init; } = "";

    /// <summary>The language of the feedback, two letters.</summary>
    public string Language { get; init; } = "";

    /// <summary>The way it came in.</summary>
    public Channel Channel { get; init; } = Channel.Receipt;

    /// <summary>Whether an e-mail address or a card was left.</summary>
    public required bool HasPerson { get; init; }

    /// <summary>Whether the person gave feedback before; null where nobody knows, or nobody asked.</summary>
    public bool? IsReturning { get; init; }

    /// <summary>Whether there is a sweepstakes to enter.</summary>
    public bool SweepstakesOpen { get; init; }

    /// <summary>By promotion: the days on which this shopper was given it, in the programme's time zone, as far back as limits look.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<DateOnly>> GivenOn { get; init; } = new Dictionary<int, IReadOnlyList<DateOnly>>();
}

/// <summary>Why something was given or not, with what stands in the sentence.</summary>
/// <param name="Reason">The sentence.</param>
/// <param name="Number">A count, an hour or cents, as the reason says.</param>
/// <param name="Days">The length of a period, or the hour it ends.</param>
public sealed record Why(AwardReason Reason, long? Number = null, int? Days = null);

/// <summary>What was decided for one promotion.</summary>
/// <param name="Offer">The promotion.</param>
/// <param name="Status">Given, held, or not given.</param>
/// <param name="Amount">Points, entries, or cents; 0 where not given.</param>
/// <param name="Why">Why.</param>
public sealed record AwardDecision(Offer Offer, AwardStatus Status, int Amount, Why Why)
{
    /// <summary>What it gives.</summary>
    public AwardKind Kind => Offer.Kind;

    /// <summary>Whether the amount is for each dollar of the receipt.</summary>
    public bool ByTotal { get; init; } = Offer.Rule.PerDollar > 0;

    /// <summary>What of the receipt it is for, in cents; null where that is not known.</summary>
    public long? ForCents { get; init; }

    /// <summary>Whether it has to be booked before it is given.</summary>
    public bool IsToBeBooked => Status != AwardStatus.Declined && Offer.IsBooked;

    /// <summary>Whether it gives a chance in a sweepstakes, which is counted before it is given.</summary>
    public bool IsEntry => Status == AwardStatus.Granted && Kind == AwardKind.SweepstakesEntry;

    /// <summary>The sweepstakes that it was counted in.</summary>
    public int? SweepstakesId { get; init; }

    /// <summary>The same promotion, not given.</summary>
    public AwardDecision Decline(Why why) => new(Offer, AwardStatus.Declined, 0, why);
}
