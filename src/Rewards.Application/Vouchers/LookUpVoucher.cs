using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>What a cashier is shown before anything is taken.</summary>
public sealed class LookUpVoucher(RewardsDb db, FindVoucher find, ReferenceData reference, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Looks a voucher up. Refuses as <see cref="FindVoucher"/> does; a voucher that is there but not good now and here is shown
    /// with the refusal that a redemption would get.
    /// </summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="staff">Who asks, and where.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<VoucherAtDesk>> RunAsync(string? code, StaffAtStore staff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var found = await find.RunAsync(code, staff.Client, cancellationToken);
        if (found.IsRefused(out var refusal, out var voucher))
        {
            return refusal;
        }

        // What the purchase comes to is asked when it is redeemed.
        var now = clock.GetUtcNow().UtcDateTime;
        var notNow = voucher.Terms.Check(new Taking(
            Math.Max(voucher.LeftCents, 1), staff.StoreNumber, staff.Id, now, Zone.DayOf(now, settings.Portal.TimeZone), int.MaxValue, null));
        return new VoucherAtDesk(voucher, notNow, notNow is VoucherAlreadyRedeemed ? await LastUseAsync(voucher.Id, cancellationToken) : null);
    }

    private async Task<VoucherUse?> LastUseAsync(Guid voucherId, CancellationToken cancellationToken)
    {
        var last = await db.Redemptions.AsNoTracking()
            .Where(r => r.VoucherId == voucherId && !db.Reversals.Any(x => x.RedemptionId == r.Id))
            .OrderByDescending(r => r.At)
            .Select(r => new { r.At, r.StoreNumber })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : new VoucherUse(last.At, (await reference.StoreAsync(last.StoreNumber, cancellationToken)).Name);
    }
}

/// <summary>A voucher on the desk.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="Refusal">Why nothing can be taken from it now and here; null where it can.</param>
/// <param name="LastUse">What took the last of it, where nothing is left.</param>
public sealed record VoucherAtDesk(FoundVoucher Voucher, Error? Refusal, VoucherUse? LastUse);

/// <summary>A taking that was not undone.</summary>
/// <param name="At">UTC.</param>
/// <param name="StoreName">Where.</param>
public sealed record VoucherUse(DateTime At, string StoreName);
