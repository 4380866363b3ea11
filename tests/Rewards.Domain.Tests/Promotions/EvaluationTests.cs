using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;
using Xunit;

namespace Rewards.Domain.Tests.Promotions;

/// <summary>What a response earns by the rules alone.</summary>
public class EvaluationTests
{
    // A Tuesday, 10:30 at the store.
    private static readonly AwardFacts _facts = new()
    {
        StoreNumber = 27,
        Register = 3,
        Departments = ["Bakery"],
        TotalCents = 4_217,
        Today = new DateOnly(2026, 3, 10),
        StoreTime = new DateTime(2026, 3, 10, 10, 30, 0),
        Survey = "your-visit",
        Language = "en",
        HasPerson = true,
        IsReturning = false,
        SweepstakesOpen = true,
    };

    private static readonly Gen<Offer> _offers =
        from id in Given.Number(1, 1_000_000)
        from kind in Gen.Elements(AwardKind.FuelPoints, AwardKind.SweepstakesEntry, AwardKind.Voucher)
        from amount in Given.Number(0, 500)
        from perDollar in Given.Number(0, 2)
        from oneIn in Given.Number(1, 3)
        from least in Given.Number(0, 8_000)
        from limit in Given.Number(0, 3)
        from stores in Gen.Elements(null, new[] { 27 }, [46, 300])
        from shopper in Gen.Elements(ShopperKind.Any, ShopperKind.First, ShopperKind.Returning)
        from fromHour in Given.Number(0, 23)
        from toHour in Given.Number(1, 24)
        from @group in Gen.Elements(null, "a", "b")
        from priority in Given.Number(-2, 2)
        from stacks in Gen.Elements(true, false)
        select new Offer(id, kind, new DateOnly(2026, 1, 1), null, false, new PromotionRule(
            amount,
            perDollar,
            Stores: stores,
            MinimumTotalCents: least,
            FromHour: fromHour,
            ToHour: toHour,
            Shopper: shopper,
            OneIn: oneIn,
            Limits: limit == 0 ? null : [new PromotionLimit(LimitScope.Shopper, limit, 7)]))
        {
            Group = @group,
            Priority = priority,
            Stacks = stacks,
        };

    private static readonly Gen<IReadOnlyList<Offer>> _many =
        from count in Given.Number(0, 8)
        from offers in Gen.ArrayOf(_offers, count)
        select (IReadOnlyList<Offer>)[.. offers.DistinctBy(o => o.Id)];

    [Fact]
    public void Every_promotion_that_runs_is_decided_once() => Given.ForAll(_many, offers =>
        Evaluation.Decide(offers, _facts, First).Select(d => d.Offer.Id).Order().SequenceEqual(offers.Select(o => o.Id).Order()));

    [Fact]
    public void Nothing_is_given_without_an_amount_and_nothing_declined_has_one() => Given.ForAll(_many, offers =>
        Evaluation.Decide(offers, _facts, First).All(d => d.Status == AwardStatus.Declined == (d.Amount == 0)));

    [Fact]
    public void Every_group_gives_once_at_most_but_for_what_stacks() => Given.ForAll(_many, offers =>
        Evaluation.Decide(offers, _facts, First)
            .Where(d => d is { Status: not AwardStatus.Declined, Offer: { Group: not null, Stacks: false } })
            .GroupBy(d => d.Offer.Group)
            .All(g => g.Count() == 1));

    [Fact]
    public void Of_a_group_none_gives_in_place_of_one_with_a_greater_priority() => Given.ForAll(_many, offers =>
    {
        var decisions = Evaluation.Decide(offers, _facts, First);
        return decisions.Where(d => d.Why.Reason == AwardReason.NotStacked).All(lost => decisions.Any(won =>
            won.Status != AwardStatus.Declined && won.Offer.Group == lost.Offer.Group && won.Offer.Priority >= lost.Offer.Priority));
    });

    [Fact]
    public void The_order_in_which_promotions_are_read_changes_nothing() => Given.ForAll(_many, offers =>
        Evaluation.Decide(offers, _facts, First).SequenceEqual(Evaluation.Decide(offers.Reverse(), _facts, First)));

    [Fact]
    public void What_is_held_for_want_of_a_person_is_what_a_person_would_have_been_given() => Given.ForAll(_offers, offer =>
    {
        var known = Evaluation.Decide(offer, _facts, First);
        var held = Evaluation.Decide(offer, _facts with { HasPerson = false, IsReturning = null }, First);
        return held.Status != AwardStatus.Held
            || (Evaluation.DecideClaim(held, _facts) is var claimed && (claimed.Status, claimed.Amount) == (known.Status, known.Amount));
    });

    [Theory]
    [InlineData(4_217, 84)]
    [InlineData(99, 0)]
    [InlineData(-500, 0)]
    [InlineData(long.MaxValue, 150)]
    public void Points_by_the_dollar_go_by_whole_dollars_up_to_the_most(long cents, int points) =>
        Assert.Equal(points, Decide(new PromotionRule(0, PerDollar: 2, AtMost: 150), _facts with { TotalCents = cents }).Amount);

    [Fact]
    public void Each_condition_that_is_not_met_says_which()
    {
        (PromotionRule Rule, AwardReason Reason)[] unmet =
        [
            (new(10, Stores: [46]), AwardReason.OtherStore),
            (new(10, Departments: ["Fuel"]), AwardReason.OtherDepartment),
            (new(10, MinimumTotalCents: 5_000), AwardReason.TotalTooLow),
            (new(10, Weekdays: [DayOfWeek.Saturday, DayOfWeek.Sunday]), AwardReason.OtherWeekday),
            (new(10, FromHour: 18, ToHour: 22), AwardReason.OtherHour),
            (new(10, FromHour: 22, ToHour: 6), AwardReason.OtherHour),
            (new(10, Surveys: ["pharmacy"]), AwardReason.OtherSurvey),
            (new(10, Shopper: ShopperKind.Returning), AwardReason.NotReturning),
            (new(10, Languages: ["es"]), AwardReason.OtherLanguage),
            (new(10, Channels: [Channel.Kiosk, Channel.App]), AwardReason.OtherChannel),
            (new(10, OneIn: 2), AwardReason.NotDrawn),
        ];

        Assert.Equal(unmet.Select(u => u.Reason), unmet.Select(u => Evaluation.Decide(OfferOf(u.Rule), _facts, Last).Why.Reason));
        Assert.Equal(AwardReason.NotFirst, Decide(new(10, Shopper: ShopperKind.First), _facts with { IsReturning = true }).Why.Reason);
        Assert.Equal(AwardReason.TotalUnknown, Decide(new(10, MinimumTotalCents: 1), _facts with { TotalCents = null }).Why.Reason);
        Assert.Equal(AwardReason.TotalUnknown, Decide(new(0, PerDollar: 1), _facts with { TotalCents = null }).Why.Reason);
    }

    [Theory]
    [InlineData(22, 6, 23, true)]
    [InlineData(22, 6, 5, true)]
    [InlineData(22, 6, 6, false)]
    [InlineData(10, 11, 10, true)]
    [InlineData(10, 11, 11, false)]
    [InlineData(0, 24, 0, true)]
    public void Hours_may_go_over_midnight(int from, int to, int hour, bool isGiven) => Assert.Equal(
        isGiven,
        Decide(new(10, FromHour: from, ToHour: to), _facts with { StoreTime = _facts.StoreTime.Date.AddHours(hour) }).Status == AwardStatus.Granted);

    [Theory]
    [InlineData(7, false, 6, AwardReason.HadOneInPeriod)]
    [InlineData(7, false, 7, AwardReason.FirstInPeriod)]
    [InlineData(null, true, 9, AwardReason.HadInMonth)]
    [InlineData(null, true, 10, AwardReason.FirstInMonth)]
    [InlineData(null, false, 300, AwardReason.HadAlready)]
    public void A_shoppers_limit_looks_back_from_today(int? days, bool month, int daysAgo, AwardReason reason)
    {
        var rule = new PromotionRule(10, Limits: [new PromotionLimit(LimitScope.Shopper, 1, days, month)]);
        var offer = OfferOf(rule) with { StartsOn = new DateOnly(2025, 1, 1) };
        var facts = _facts with { GivenOn = new Dictionary<int, IReadOnlyList<DateOnly>> { [1] = [_facts.Today.AddDays(-daysAgo)] } };

        Assert.Equal(reason, Evaluation.Decide(offer, facts, First).Why.Reason);
        Assert.Equal(daysAgo <= _facts.Today.DayNumber - Evaluation.LooksBackTo([offer], _facts.Today)!.Value.DayNumber, reason
            is AwardReason.HadOneInPeriod or AwardReason.HadInMonth or AwardReason.HadAlready);
    }

    [Fact]
    public void Every_day_is_in_the_period_that_it_is_counted_in() => Given.ForAll(
        from days in Given.Number(1, 366) from begins in Given.Number(0, 5_000) from after in Given.Number(0, 5_000) select (days, begins, after),
        drawn =>
        {
            var (startsOn, limit) = (DateOnly.FromDayNumber(738_000 + drawn.begins), new PromotionLimit(LimitScope.Store, 1, drawn.days));
            var today = startsOn.AddDays(drawn.after);
            var start = limit.PeriodStart(today, startsOn);
            return start <= today && today < start.AddDays(drawn.days) && (start.DayNumber - startsOn.DayNumber) % drawn.days == 0;
        });

    private static int First(int sides) => 0;

    private static int Last(int sides) => sides - 1;

    private static Offer OfferOf(PromotionRule rule) => new(1, AwardKind.FuelPoints, new DateOnly(2026, 1, 1), null, false, rule);

    private static AwardDecision Decide(PromotionRule rule, AwardFacts facts) => Evaluation.Decide(OfferOf(rule), facts, First);
}
