using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A redemption as the desk lists it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="VoucherEnding">The last group of the voucher's code: enough to find the paper, too little to use it.</param>
/// <param name="AmountCents">What was taken.</param>
/// <param name="BalanceCents">What was left after it.</param>
/// <param name="At">UTC.</param>
/// <param name="BusinessDay">The store's.</param>
/// <param name="Staff">By whom.</param>
/// <param name="Register">At which register, where it was said.</param>
/// <param name="Undone">How it was undone; null where it was not.</param>
public sealed record RedemptionLine(
    Guid Id,
    string VoucherEnding,
    int AmountCents,
    int BalanceCents,
    DateTime At,
    DateOnly BusinessDay,
    Actor Staff,
    int? Register,
    UndoneLine? Undone);

/// <summary>How a redemption was undone.</summary>
/// <param name="At">UTC.</param>
/// <param name="Staff">By whom.</param>
/// <param name="Reason">Why.</param>
public sealed record UndoneLine(DateTime At, Actor Staff, ReversalReason Reason);

/// <summary>Who did something.</summary>
/// <param name="Name">What a colleague signs in with, or as the till names its cashier or supervisor.</param>
/// <param name="StaffId">The colleague; null of whom a till named.</param>
public sealed record Actor(string Name, Guid? StaffId)
{
    /// <summary>A colleague, where there is one, or whom the till named.</summary>
    public static Actor Of(Guid? staffId, string? signIn, string? named) =>
        signIn is null ? new Actor(named ?? "", null) : new Actor(signIn, staffId);
}

/// <summary>Reads redemptions as lines, in one query.</summary>
internal static class RedemptionLines
{
    public static async Task<IReadOnlyList<RedemptionLine>> ToLinesAsync(
        this IQueryable<Redemption> redemptions, RewardsDb db, Vault vault, CancellationToken cancellationToken)
    {
        var rows = await (
            from redemption in redemptions.AsNoTracking()
            join voucher in db.Vouchers on redemption.VoucherId equals voucher.Id
            from staff in db.Users.Where(u => u.Id == redemption.StaffId).DefaultIfEmpty()
            from reversal in db.Reversals.Where(r => r.RedemptionId == redemption.Id).DefaultIfEmpty()
            from supervisor in db.Users.Where(u => u.Id == reversal.StaffId).DefaultIfEmpty()
            orderby redemption.At descending, redemption.Id descending
            select new
            {
                Redemption = redemption,
                voucher.SealedCode,
                Staff = staff.UserName,
                UndoneAt = (DateTime?)reversal.At,
                UndoneById = (Guid?)reversal.StaffId,
                UndoneBy = supervisor.UserName,
                reversal.Supervisor,
                Reason = (ReversalReason?)reversal.Reason,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new RedemptionLine(
                row.Redemption.Id,
                VoucherCode.EndingOf(vault.Unseal(row.SealedCode, row.Redemption.VoucherId.ToByteArray(bigEndian: true))),
                row.Redemption.AmountCents,
                row.Redemption.BalanceCents,
                row.Redemption.At,
                row.Redemption.BusinessDay,
                Actor.Of(row.Redemption.StaffId, row.Staff, row.Redemption.Cashier),
                row.Redemption.Register,
                row.UndoneAt is { } at ? new UndoneLine(at, Actor.Of(row.UndoneById, row.UndoneBy, row.Supervisor), row.Reason!.Value) : null)),
        ];
    }
}
