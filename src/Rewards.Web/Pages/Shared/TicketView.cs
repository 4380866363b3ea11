using Rewards.Application.Surveys;
using Rewards.Application.Vouchers;

namespace Rewards.Web.Pages;

/// <summary>A voucher as it is drawn (<c>_Ticket</c>).</summary>
/// <param name="Code">The plain code.</param>
/// <param name="LeftCents">What is left.</param>
/// <param name="ValueCents">What it was worth when issued.</param>
/// <param name="LastDay">The last day it is good.</param>
/// <param name="StoreNumber">The only store it is good at; null for any.</param>
/// <param name="IsOver">Whether it is used or expired; then it has no QR.</param>
public sealed record TicketView(string Code, int LeftCents, int ValueCents, DateOnly LastDay, int? StoreNumber, bool IsOver)
{
    /// <summary>A voucher that was just earned.</summary>
    public static TicketView Of(EarnedVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new TicketView(voucher.Code, voucher.ValueCents, voucher.ValueCents, voucher.LastDay, voucher.StoreNumber, IsOver: false);
    }

    /// <summary>A voucher as it stands now.</summary>
    public static TicketView Of(ShownVoucher shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var (_, code, value, balance, store, lastDay) = shown.Voucher;
        return new TicketView(code, balance, value, lastDay, store, shown.State != VoucherState.Good);
    }
}
