using Microsoft.EntityFrameworkCore;
using Rewards.Application.Webhooks;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Undoes a redemption by a new row that names it: once (a unique index), by another person, at the same store, on the same
/// business day. What goes back is the amount recorded then. The same undoing sent again is answered as it was first.
/// </summary>
public sealed class ReverseRedemption(RewardsDb db, DatabaseProvider provider, ReferenceData reference, TimeProvider clock)
{
    /// <summary>
    /// Reverses. Refuses with <c>redemption-unknown</c>, <c>reversal-by-same-person</c>, <c>reversal-on-another-day</c>,
    /// <c>redemption-already-reversed</c>, <c>voucher-void</c>.
    /// </summary>
    /// <param name="redemptionId">What is undone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="supervisor">By whom; the caller has seen that it is a supervisor.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Reversal>> RunAsync(
        Guid redemptionId, ReversalReason reason, StaffAtStore supervisor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supervisor);
        var now = clock.GetUtcNow().UtcDateTime;
        var redemption = await db.Redemptions.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == redemptionId && r.StoreNumber == supervisor.StoreNumber, cancellationToken);
        if (redemption is null)
        {
            return new RedemptionUnknown();
        }

        if (await IsSamePersonAsync(redemption, supervisor, cancellationToken))
        {
            return new ReversalBySamePerson();
        }

        if (await BeforeAsync() is { } before)
        {
            return before;
        }

        var store = await reference.StoreAsync(supervisor.StoreNumber, cancellationToken);
        if (redemption.BusinessDay != store.BusinessDayAt(now))
        {
            return new ReversalOnAnotherDay(redemption.BusinessDay);
        }

        var reversal = new Reversal(
            Guid.CreateVersion7(clock.GetUtcNow()), redemptionId, redemption.AmountCents, reason, supervisor.By, now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Reversals.Add(reversal);
        db.Tell(await reference.GetAsync(cancellationToken), WebhookEvent.RedemptionReversed, now, () => new
        {
            reversalId = reversal.Id,
            redemptionId,
            voucherId = redemption.VoucherId,
            amountCents = reversal.AmountCents,
            store = redemption.StoreNumber,
            reason = reversal.Reason.ToString(),
        });
        try
        {
            // First the row that can be there once only, then the money.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return (await BeforeAsync())!;
        }

        var givenBack = await db.Vouchers
            .Where(v => v.Id == redemption.VoucherId && v.VoidedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.BalanceCents, v => v.BalanceCents + reversal.AmountCents), cancellationToken);
        if (givenBack == 0)
        {
            // Nothing can go back to what was made void; the transaction is given up with the reversal.
            return new VoucherVoid();
        }

        await transaction.CommitAsync(cancellationToken);
        return reversal;

        async Task<Outcome<Reversal>?> BeforeAsync() =>
            await db.Reversals.AsNoTracking().SingleOrDefaultAsync(r => r.RedemptionId == redemptionId, cancellationToken) is not { } first ? null
            : supervisor.IsTill && first.IsBy(supervisor.By) && first.Reason == reason ? first
            : new RedemptionAlreadyReversed();
    }

    // At the desk by who is signed in, who may have stood at a till as well. A till's key is many people's: there by the names that it gives.
    private async Task<bool> IsSamePersonAsync(Redemption redemption, StaffAtStore supervisor, CancellationToken cancellationToken)
    {
        return redemption.StaffId is { } staffId && !supervisor.IsTill ? staffId == supervisor.Id
            : PersonName.AreSame(
                redemption.StaffId is { } cashier ? await SignsInAsAsync(cashier) : redemption.Cashier,
                supervisor.IsTill ? supervisor.Cashier : await SignsInAsAsync(supervisor.Id));

        Task<string?> SignsInAsAsync(Guid staff) =>
            db.Users.AsNoTracking().Where(u => u.Id == staff).Select(u => u.UserName).SingleAsync(cancellationToken);
    }
}
