using Rewards.Application.Surveys;
using Rewards.Application.Vouchers;
using Rewards.Domain.Vouchers;

namespace Rewards.Web.Pages;

/// <summary>A voucher as it is drawn (<c>_Ticket</c>).</summary>
/// <param name="Code">The plain code.</param>
/// <param name="LeftCents">What is left.</param>
/// <param name="ValueCents">What it was worth when issued.</param>
/// <param name="LastDay">The last day it is good.</param>
/// <param name="Stores">The only stores it is good at; null for all.</param>
/// <param name="StoreNames">Those stores by name.</param>
/// <param name="MinimumPurchaseCents">What a purchase comes to at least; 0 for any.</param>
/// <param name="SingleUse">Whether it can be taken from once only.</param>
/// <param name="IsOver">Whether it is used or expired; then it has no QR.</param>
public sealed record TicketView(
    string Code,
    int LeftCents,
    int ValueCents,
    DateOnly LastDay,
    StoreSet? Stores,
    string? StoreNames,
    int MinimumPurchaseCents,
    bool SingleUse,
    bool IsOver)
{
    /// <summary>A voucher that was just earned.</summary>
    public static TicketView Of(EarnedVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new TicketView(
            voucher.Code,
            voucher.ValueCents,
            voucher.ValueCents,
            voucher.LastDay,
            voucher.Stores,
            voucher.StoreNames,
            voucher.MinimumPurchaseCents,
            voucher.SingleUse,
            IsOver: false);
    }

    /// <summary>A voucher as it stands now.</summary>
    public static TicketView Of(ShownVoucher shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var voucher = shown.Voucher;
        return new TicketView(
            voucher.Code,
            voucher.LeftCents,
            voucher.ValueCents,
            voucher.LastDay,
            voucher.Stores,
            shown.StoreNames,
            voucher.Terms.MinimumPurchaseCents,
            voucher.Terms.SingleUse,
            shown.State != VoucherState.Good);
    }

    /// <summary>What its QR says to a desk without network.</summary>
    public OfflineForm Form => new(LeftCents, LastDay, MinimumPurchaseCents, Stores, SingleUse);
}
