using Rewards.Domain.Stores;

namespace Rewards.Domain.Receipts;

/// <summary>When a receipt is good for feedback.</summary>
/// <param name="Days">Whole days after the purchase; the day of the purchase and this many after it are good.</param>
public sealed record ReceiptValidity(int Days)
{
    /// <summary>
    /// Refuses a receipt of a store that does not take part, of a day to come, or of a day too long ago.
    /// </summary>
    /// <param name="key">The receipt.</param>
    /// <param name="store">Its store.</param>
    /// <param name="now">UTC; the store's own time zone makes it a business day.</param>
    /// <returns>The refusal, or null where it is good.</returns>
    public Error? Check(ReceiptKey key, Store store, DateTime now)
    {
        var today = store.BusinessDayAt(now);
        var lastDay = key.BusinessDay.AddDays(Days);
        return store.TakesPart switch
        {
            false => new StoreNotTakingPart(store.Name),
            _ when key.BusinessDay > today => new ReceiptFromTheFuture(key.BusinessDay),
            _ when lastDay < today => new ReceiptTooOld(key.BusinessDay, lastDay),
            _ => null,
        };
    }
}
