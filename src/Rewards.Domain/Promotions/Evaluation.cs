namespace Rewards.Domain.Promotions;

/// <summary>Pure evaluation of promotions: facts in, a decision and a reason for each promotion out.</summary>
public static class Evaluation
{
    /// <summary>Decides every promotion that runs today, as if no budget and no shared limit were spent meanwhile.</summary>
    /// <param name="offers">The running promotions.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="roll">A fair number from 0 up to, not including, its argument.</param>
    public static IReadOnlyList<AwardDecision> Decide(IEnumerable<Offer> offers, AwardFacts facts, Func<int, int> roll)
    {
        var stacking = new Stacking();
        return [.. Candidates(offers, facts, roll).Select(c => stacking.Take(stacking.Settle(c)))];
    }

    /// <summary>Decides every promotion that runs today for itself, in the order in which <see cref="Stacking"/> takes them.</summary>
    /// <param name="offers">The running promotions.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="roll">A fair number from 0 up to, not including, its argument.</param>
    public static IReadOnlyList<AwardDecision> Candidates(IEnumerable<Offer> offers, AwardFacts facts, Func<int, int> roll) =>
    [
        .. offers.Where(o => o.RunsOn(facts.Today)).OrderByDescending(o => o.Priority).ThenBy(o => o.Id).Select(o => Decide(o, facts, roll)),
    ];

    /// <summary>Decides one promotion that runs.</summary>
    public static AwardDecision Decide(Offer offer, AwardFacts facts, Func<int, int> roll)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(roll);
        var rule = offer.Rule;
        var amount = rule.AmountFor(facts.TotalCents);
        var nothing = (facts.IsRefunded ? new Why(AwardReason.Refunded) : Conditions.Unmet(offer, facts))
            ?? Limit(offer, facts)
            ?? (offer.IsSpent ? new Why(AwardReason.BudgetSpent) : null)
            ?? (amount is null ? new Why(AwardReason.TotalUnknown) : amount == 0 ? new Why(AwardReason.LessThanADollar) : null)
            ?? (rule.OneIn > 1 && roll(rule.OneIn) != 0 ? new Why(AwardReason.NotDrawn, rule.OneIn) : null);
        if (nothing is not null)
        {
            return new AwardDecision(offer, AwardStatus.Declined, 0, nothing) { ForCents = facts.IsRefunded ? 0 : null };
        }

        var status = offer.NeedsPerson && !facts.HasPerson ? AwardStatus.Held : AwardStatus.Granted;
        return new AwardDecision(offer, status, amount!.Value, Given(rule, facts)) { ForCents = facts.TotalCents };
    }

    /// <summary>
    /// Decides a held award again for the person who claims it: what was promised stays, also where the promotion has changed
    /// or ended since; only what no shopper gets twice, whom it is for, and whether there is a sweepstakes to enter, is looked at
    /// anew.
    /// </summary>
    /// <param name="held">What was decided without a person.</param>
    /// <param name="facts">What is known now.</param>
    public static AwardDecision DecideClaim(AwardDecision held, AwardFacts facts)
    {
        ArgumentNullException.ThrowIfNull(held);
        return (Conditions.OfShopper(held.Offer, facts) ?? Limit(held.Offer, facts)) is { } why
            ? held.Decline(why)
            : held with { Status = AwardStatus.Granted };
    }

    /// <summary>The first day that the shopper's limits of some promotions look at; null where none of them has any.</summary>
    /// <param name="offers">The promotions.</param>
    /// <param name="today">In the programme's time zone.</param>
    public static DateOnly? LooksBackTo(IEnumerable<Offer> offers, DateOnly today) =>
        offers.SelectMany(o => o.Rule.ShopperLimits().Select(l => (DateOnly?)l.LooksBackTo(today, o.StartsOn))).Min();

    private static Why? Limit(Offer offer, AwardFacts facts)
    {
        if (offer.Kind == AwardKind.SweepstakesEntry && !facts.SweepstakesOpen)
        {
            return new Why(AwardReason.NoSweepstakesOpen);
        }

        var given = facts.GivenOn.GetValueOrDefault(offer.Id, []);
        var spent = offer.Rule.ShopperLimits().FirstOrDefault(l =>
        {
            var from = l.LooksBackTo(facts.Today, offer.StartsOn);
            return given.Count(day => day >= from) >= l.Count;
        });
        return spent is null ? null : new Why(
            spent.Month ? AwardReason.HadInMonth : spent.Days is null ? AwardReason.HadAlready : AwardReason.HadOneInPeriod, spent.Count, spent.Days);
    }

    private static Why Given(PromotionRule rule, AwardFacts facts) => rule switch
    {
        { OneIn: > 1 } => new Why(AwardReason.Drawn, rule.OneIn),
        { Shopper: ShopperKind.First } => new Why(AwardReason.FirstEver),
        { Shopper: ShopperKind.Returning } => new Why(AwardReason.CameBack),
        { PerDollar: > 0 } => new Why(AwardReason.ForDollars, PromotionRule.Dollars(facts.TotalCents!.Value)),
        _ when rule.ShopperLimits().FirstOrDefault(l => l.Count == 1) is { } once =>
            once.Month ? new Why(AwardReason.FirstInMonth) : once.Days is { } days ? new Why(AwardReason.FirstInPeriod, null, days) : new Why(AwardReason.Once),
        _ => new Why(AwardReason.ThankYou),
    };
}

/// <summary>
/// Which of several promotions give to one response: of those in a group the first that gives keeps the others out, unless one
/// of the two stacks. Fed in the order of <see cref="Evaluation.Candidates"/>; what is not booked after all takes no place.
/// </summary>
public sealed class Stacking
{
    private readonly HashSet<string> _taken = [];

    /// <summary>A decision as it is once those before it are taken.</summary>
    public AwardDecision Settle(AwardDecision candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate is { Status: not AwardStatus.Declined, Offer: { Stacks: false, Group: { } group } } && _taken.Contains(group)
            ? candidate.Decline(new Why(AwardReason.NotStacked))
            : candidate;
    }

    /// <summary>Notes what became of it in the end.</summary>
    public AwardDecision Take(AwardDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision is { Status: not AwardStatus.Declined, Offer: { Stacks: false, Group: { } group } })
        {
            _taken.Add(group);
        }

        return decision;
    }
}
