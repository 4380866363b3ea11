using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A voucher's terms in words, in the current language: the same on pages, on prints, in mails and at the desk.</summary>
public sealed class VoucherWords(Texts texts)
{
    /// <summary>Until when it is good, and where.</summary>
    /// <param name="lastDay">The last day it is good.</param>
    /// <param name="stores">The only stores it is good at; null for all.</param>
    /// <param name="names">Those stores by name (<see cref="ReferenceSnapshot.NamesOf"/>).</param>
    public string Until(DateOnly lastDay, StoreSet? stores, string? names) => stores?.Numbers.Count switch
    {
        null => texts["awards.voucher-until", lastDay],
        1 => texts["awards.voucher-until-store", lastDay, names ?? stores.ToString()],
        _ => texts["awards.voucher-until-stores", lastDay, names ?? stores.ToString()],
    };

    /// <summary>What a purchase has to come to, and that it is good once only; empty where neither is so.</summary>
    /// <param name="minimumPurchaseCents">What a purchase comes to at least; 0 for any.</param>
    /// <param name="singleUse">Whether it can be taken from once only.</param>
    public string Conditions(int minimumPurchaseCents, bool singleUse) => string.Join(' ', Each(minimumPurchaseCents, singleUse));

    private IEnumerable<string> Each(int minimumPurchaseCents, bool singleUse)
    {
        if (minimumPurchaseCents > 0)
        {
            yield return texts["awards.voucher-purchase", new Money(minimumPurchaseCents)];
        }

        if (singleUse)
        {
            yield return texts["awards.voucher-once"];
        }
    }
}
