using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A voucher as the office lists it: never its code.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Ending">The last group of its code.</param>
/// <param name="ValueCents">What it was worth.</param>
/// <param name="LeftCents">What can be taken.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="LastDay">In the programme's zone.</param>
/// <param name="State">Whether it is good.</param>
public sealed record ListedVoucher(Guid Id, string Ending, int ValueCents, int LeftCents, DateTime IssuedAt, DateOnly LastDay, VoucherState State)
{
    /// <summary>Lists a voucher as it stands on a day of the programme's zone.</summary>
    public static ListedVoucher Of(Voucher voucher, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new ListedVoucher(
            voucher.Id,
            voucher.Ending,
            voucher.ValueCents,
            voucher.VoidedAt is null ? voucher.Terms.LeftCents : 0,
            voucher.IssuedAt,
            voucher.LastDay,
            ShownVoucher.StateOf(voucher.Terms, today));
    }
}
