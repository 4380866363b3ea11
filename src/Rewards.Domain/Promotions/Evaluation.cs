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
}

/// <summary>All that a promotion may look at. Nothing that the shopper answered is here.</summary>
/// <param name="StoreNumber">The receipt's store.</param>
/// <param name="Departments">The receipt's departments; empty where unknown.</param>
/// <param name="TotalCents">What was paid; null where unknown.</param>
/// <param name="Today">In the programme's time zone.</param>
/// <param name="HasPerson">Whether an e-mail address or a card was left.</param>
/// <param name="SweepstakesOpen">Whether there is one to enter.</param>
/// <param name="LastGivenOn">By promotion: the last day this shopper was given it, in the programme's time zone.</param>
public sealed record AwardFacts(
    int StoreNumber,
    IReadOnlyList<string> Departments,
    long? TotalCents,
    DateOnly Today,
    bool HasPerson,
    bool SweepstakesOpen,
    IReadOnlyDictionary<int, DateOnly> LastGivenOn);

/// <summary>What was decided for one promotion.</summary>
/// <param name="Offer">The promotion.</param>
/// <param name="Status">Given, held, or not given.</param>
/// <param name="Amount">Points, entries, or cents; 0 where not given.</param>
/// <param name="Reason">Why.</param>
public sealed record AwardDecision(Offer Offer, AwardStatus Status, int Amount, AwardReason Reason)
{
    /// <summary>What it gives.</summary>
    public AwardKind Kind => Offer.Kind;

    /// <summary>The same promotion, not given.</summary>
    public AwardDecision Decline(AwardReason reason) => new(Offer, AwardStatus.Declined, 0, reason);
}

/// <summary>Pure evaluation of promotions: facts in, a decision and a reason for each promotion out.</summary>
public static class Evaluation
{
    /// <summary>Decides every promotion that runs today.</summary>
    /// <param name="offers">The active promotions.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="roll">A fair number from 0 up to, not including, its argument.</param>
    public static IReadOnlyList<AwardDecision> Decide(IEnumerable<Offer> offers, AwardFacts facts, Func<int, int> roll) =>
        [.. offers.Where(o => o.RunsOn(facts.Today)).Select(o => Decide(o, facts, roll))];

    /// <summary>Decides one promotion that runs.</summary>
    public static AwardDecision Decide(Offer offer, AwardFacts facts, Func<int, int> roll)
    {
        var rule = offer.Rule;
        if (!Matches(rule, facts))
        {
            return Declined(AwardReason.ConditionsNotMet);
        }

        if (Limit(offer, facts) is { } limit)
        {
            return Declined(limit);
        }

        if (rule.OneIn > 1 && roll(rule.OneIn) != 0)
        {
            return Declined(AwardReason.NotDrawn);
        }

        var reason = rule switch
        {
            { OneIn: > 1 } => AwardReason.Drawn,
            { OncePerShopperInDays: not null } => AwardReason.FirstInPeriod,
            _ => AwardReason.ThankYou,
        };
        var needsPerson = offer.Kind != AwardKind.Voucher;
        var status = needsPerson && !facts.HasPerson ? AwardStatus.Held : AwardStatus.Granted;
        return new AwardDecision(offer, status, rule.Amount, reason);

        AwardDecision Declined(AwardReason why) => new(offer, AwardStatus.Declined, 0, why);
    }

    /// <summary>
    /// Decides a held award again for the person who claims it: what was promised stays, also where the promotion has changed
    /// or ended since; only what no shopper gets twice, and whether there is a sweepstakes to enter, is looked at anew.
    /// </summary>
    /// <param name="held">What was decided without a person.</param>
    /// <param name="facts">What is known now.</param>
    public static AwardDecision DecideClaim(AwardDecision held, AwardFacts facts) =>
        Limit(held.Offer, facts) is { } limit ? held.Decline(limit) : held with { Status = AwardStatus.Granted };

    private static AwardReason? Limit(Offer offer, AwardFacts facts) => offer switch
    {
        { Kind: AwardKind.SweepstakesEntry } when !facts.SweepstakesOpen => AwardReason.NoSweepstakesOpen,
        { Rule.OncePerShopperInDays: { } days } when facts.LastGivenOn.TryGetValue(offer.Id, out var last) && facts.Today < last.AddDays(days) =>
            AwardReason.HadOneInPeriod,
        _ => null,
    };

    private static bool Matches(PromotionRule rule, AwardFacts facts) =>
        (rule.Stores is null || rule.Stores.Contains(facts.StoreNumber))
        && (rule.Departments is null || rule.Departments.Intersect(facts.Departments).Any())
        && (rule.MinimumTotalCents is not { } least || facts.TotalCents >= least);
}
