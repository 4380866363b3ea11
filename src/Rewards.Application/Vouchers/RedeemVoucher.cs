using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Receipts;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Takes an amount from a voucher. The balance moves by one update that checks it, in the transaction that writes the
/// redemption with its key: of any number at once those that fit succeed, and the same key never takes twice
/// (docs/protocols.md §4).
/// </summary>
public sealed class RedeemVoucher(
    RewardsDb db,
    DatabaseProvider provider,
    Vault vault,
    CodeThrottle throttle,
    ReferenceData reference,
    PortalSettings settings,
    TimeProvider clock)
{
    /// <summary>
    /// Redeems. Refuses with <c>voucher-code-slip</c>, <c>voucher-unknown</c>, <c>voucher-amount-invalid</c>,
    /// <c>voucher-of-another-store</c>, <c>voucher-expired</c>, <c>voucher-already-redeemed</c>, <c>voucher-balance-too-low</c>,
    /// <c>idempotency-key-missing</c>, <c>idempotency-key-reused</c>, <c>too-many-codes</c>.
    /// </summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="amountCents">What to take; null for all that is left.</param>
    /// <param name="staff">Who redeems, and where.</param>
    /// <param name="idempotencyKey">The same for every sending of the same redemption: 1 to 64 visible ASCII characters and spaces.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Redeemed>> RunAsync(
        string? code, int? amountCents, StaffAtStore staff, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staff);
        if (!IsKey(idempotencyKey))
        {
            return new IdempotencyKeyMissing();
        }

        if (!VoucherCode.TryRead(code, out var canonical, out var slip))
        {
            return new VoucherCodeSlip(slip!);
        }

        if (throttle.ShutUntil(staff.Client) is { } until)
        {
            return new TooManyCodes(until);
        }

        var hash = vault.HashVoucher(canonical);
        var seen = await _look.On(db)(db, hash, staff.Id, idempotencyKey);
        if (seen is null)
        {
            await throttle.CountAsync(staff.Client, cancellationToken);
            return new VoucherUnknown();
        }

        if (seen.RedemptionBefore is not null)
        {
            return AnswerAgain(seen, amountCents);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var amount = amountCents ?? Math.Max(seen.BalanceCents, 1);
        var terms = new VoucherTerms(seen.BalanceCents, seen.StoreNumber, seen.LastDay);
        if (terms.Check(amount, staff.StoreNumber, Zone.DayOf(now, settings.Portal.TimeZone)) is { } refusal)
        {
            return refusal;
        }

        var store = (await reference.GetAsync(k => k.Stores.ContainsKey(staff.StoreNumber), cancellationToken)).Stores[staff.StoreNumber];
        try
        {
            return await TakeAsync(seen.VoucherId, amount, staff, idempotencyKey, now, store.BusinessDayAt(now), cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // The same key came in at the same time and was first: what it took is the answer, and this took nothing.
            return AnswerAgain((await _look.On(db)(db, hash, staff.Id, idempotencyKey))!, amountCents);
        }
    }

    private async Task<Outcome<Redeemed>> TakeAsync(
        Guid voucherId, int amount, StaffAtStore staff, string key, DateTime now, DateOnly businessDay, CancellationToken cancellationToken)
    {
        var balanceOf = db.Vouchers.Where(v => v.Id == voucherId).Select(v => v.BalanceCents);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await db.Vouchers
            .Where(v => v.Id == voucherId && v.BalanceCents >= amount)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.BalanceCents, v => v.BalanceCents - amount), cancellationToken);
        var balance = await balanceOf.SingleAsync(cancellationToken);
        if (taken == 0)
        {
            // Someone was faster: what is left now says what to answer.
            return balance == 0 ? new VoucherAlreadyRedeemed() : new VoucherBalanceTooLow(balance);
        }

        var redemption = new Redemption(
            Guid.CreateVersion7(clock.GetUtcNow()), voucherId, amount, balance, staff.StoreNumber, staff.Id, key, now, businessDay);
        db.Redemptions.Add(redemption);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Redeemed(redemption.Id, amount, balance);
    }

    private static bool IsKey([NotNullWhen(true)] string? key) =>
        !string.IsNullOrWhiteSpace(key) && key.Length <= 64 && key.All(c => c is >= ' ' and <= '~');

    // The same key: the same answer for the same request, else a refusal. All that is left was asked for if nothing was.
    private static Outcome<Redeemed> AnswerAgain(Look look, int? amountCents) =>
        look.VoucherBefore == look.VoucherId && (amountCents is { } amount ? amount == look.AmountBefore : look.BalanceBefore == 0)
            ? new Redeemed(look.RedemptionBefore!.Value, look.AmountBefore!.Value, look.BalanceBefore!.Value)
            : new IdempotencyKeyReused();

    private static readonly CompiledQuery<Func<RewardsDb, byte[], Guid, string, Task<Look?>>> _look = new(() => EF.CompileAsyncQuery(
        (RewardsDb db, byte[] hash, Guid staffId, string key) =>
            (from voucher in db.Vouchers
             where voucher.CodeHash == hash
             from before in db.Redemptions.Where(r => r.StaffId == staffId && r.IdempotencyKey == key).DefaultIfEmpty()
             select new Look(
                 voucher.Id,
                 voucher.BalanceCents,
                 voucher.StoreNumber,
                 voucher.LastDay,
                 (Guid?)before.Id,
                 (Guid?)before.VoucherId,
                 (int?)before.AmountCents,
                 (int?)before.BalanceCents)).SingleOrDefault()));

    private sealed record Look(
        Guid VoucherId,
        int BalanceCents,
        int? StoreNumber,
        DateOnly LastDay,
        Guid? RedemptionBefore,
        Guid? VoucherBefore,
        int? AmountBefore,
        int? BalanceBefore);
}

/// <summary>A member of a store's staff, at work.</summary>
/// <param name="Id">Who.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="Client">The address of the desk, to count guessed codes by.</param>
public sealed record StaffAtStore(Guid Id, int StoreNumber, string Client);

/// <summary>A redemption that was made, now or by the same key before.</summary>
/// <param name="RedemptionId">Its name.</param>
/// <param name="AmountCents">What was taken.</param>
/// <param name="BalanceCents">What was left after it.</param>
public sealed record Redeemed(Guid RedemptionId, int AmountCents, int BalanceCents);
