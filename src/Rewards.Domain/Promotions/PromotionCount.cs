namespace Rewards.Domain.Promotions;

/// <summary>
/// How many awards of a promotion were given in one period of one shared limit. Moves only by a guarded update that cannot pass
/// the limit.
/// </summary>
public sealed class PromotionCount
{
    private PromotionCount()
    {
    }

    /// <summary>The promotion.</summary>
    public int PromotionId { get; private set; }

    /// <summary>What the limit counts by.</summary>
    public LimitScope Scope { get; private set; }

    /// <summary><see cref="PromotionLimit.Period"/>.</summary>
    public int Period { get; private set; }

    /// <summary>The period's first day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>The store's number; of registers store · 64 + register; 0 of the whole promotion.</summary>
    public int Subject { get; private set; }

    /// <summary>Given so far.</summary>
    public int Count { get; private set; }
}

/// <summary>Which counter a limit moves for one response.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Limit">The limit.</param>
/// <param name="StartsOn">The period's first day.</param>
/// <param name="Subject">As of <see cref="PromotionCount.Subject"/>.</param>
public sealed record PromotionCounter(int PromotionId, PromotionLimit Limit, DateOnly StartsOn, int Subject)
{
    private const int RegistersOfAStore = 64;

    /// <summary>The counter of a shared limit for a response.</summary>
    public static PromotionCounter Of(Offer offer, PromotionLimit limit, AwardFacts facts)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(facts);
        return new PromotionCounter(offer.Id, limit, limit.PeriodStart(facts.Today, offer.StartsOn), limit.Scope switch
        {
            LimitScope.Store => facts.StoreNumber,
            LimitScope.Register => (facts.StoreNumber * RegistersOfAStore) + facts.Register,
            LimitScope.Promotion => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Scope, "A shopper's limit has no counter."),
        });
    }
}

/// <summary>That a budget was nearly or wholly spent: once each a promotion (a unique index), told to marketing by mail.</summary>
public sealed class PromotionAlarm
{
    private PromotionAlarm()
    {
    }

    /// <summary>Raises it.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="promotionId">The promotion.</param>
    /// <param name="percent"><see cref="Promotion.FirstAlarm"/> or <see cref="Promotion.LastAlarm"/>.</param>
    /// <param name="at">UTC.</param>
    public PromotionAlarm(Guid id, int promotionId, int percent, DateTime at)
    {
        Id = id;
        PromotionId = promotionId;
        Percent = percent;
        At = at;
    }

    /// <summary>Its name; the mail's subject.</summary>
    public Guid Id { get; private set; }

    /// <summary>The promotion.</summary>
    public int PromotionId { get; private set; }

    /// <summary><see cref="Promotion.FirstAlarm"/> or <see cref="Promotion.LastAlarm"/>.</summary>
    public int Percent { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
