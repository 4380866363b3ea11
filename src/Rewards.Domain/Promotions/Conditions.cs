namespace Rewards.Domain.Promotions;

/// <summary>What of a rule a response does not meet.</summary>
internal static class Conditions
{
    /// <summary>The first condition that is not met; null where all are.</summary>
    public static Why? Unmet(Offer offer, AwardFacts facts)
    {
        var rule = offer.Rule;
        return rule switch
        {
            _ when rule.Stores?.Contains(facts.StoreNumber) == false => new Why(AwardReason.OtherStore),
            _ when rule.Channels?.Contains(facts.Channel) == false => new Why(AwardReason.OtherChannel),
            _ when rule.Surveys?.Contains(facts.Survey) == false => new Why(AwardReason.OtherSurvey),
            _ when rule.Languages?.Contains(facts.Language) == false => new Why(AwardReason.OtherLanguage),
            _ when rule.Weekdays?.Contains(facts.StoreTime.DayOfWeek) == false => new Why(AwardReason.OtherWeekday),
            _ when !IsHour(rule, facts.StoreTime.Hour) => new Why(AwardReason.OtherHour, rule.FromHour ?? 0, rule.ToHour ?? 24),
            _ when rule.Departments?.Intersect(facts.Departments).Any() == false => new Why(AwardReason.OtherDepartment),
            { MinimumTotalCents: { } least } when facts.TotalCents is not { } total || total < least =>
                new Why(facts.TotalCents is null ? AwardReason.TotalUnknown : AwardReason.TotalTooLow, least),
            _ => OfShopper(offer, facts),
        };
    }

    /// <summary>Whether it is for this shopper. Who left nothing may still come and claim it, where it waits for a person.</summary>
    public static Why? OfShopper(Offer offer, AwardFacts facts) => (offer.Rule.Shopper, facts.IsReturning) switch
    {
        (ShopperKind.Any, _) => null,
        (_, null) => offer.NeedsPerson && !facts.HasPerson ? null : new Why(AwardReason.NobodyKnown),
        (ShopperKind.First, true) => new Why(AwardReason.NotFirst),
        (ShopperKind.Returning, false) => new Why(AwardReason.NotReturning),
        _ => null,
    };

    private static bool IsHour(PromotionRule rule, int hour)
    {
        var (from, to) = (rule.FromHour ?? 0, rule.ToHour ?? 24);
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
