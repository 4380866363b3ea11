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

        if (seen.Before is not null)
        {
            return AnswerAgain(seen, amountCents);
        }

        var voucher = seen.Voucher;
        var now = clock.GetUtcNow().UtcDateTime;
        var amount = amountCents ?? Math.Max(voucher.BalanceCents, 1);
        if (voucher.Terms.Check(amount, staff.StoreNumber, Zone.DayOf(now, settings.Portal.TimeZone)) is { } refusal)
        {
            return refusal;
        }

        var store = await reference.StoreAsync(staff.StoreNumber, cancellationToken);
        try
        {
            return await TakeAtOnceAsync(cancellationToken) ?? await TakeInTurnAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // The same key came in at the same time and was first: what it took is the answer, and this took nothing.
            return AnswerAgain((await _look.On(db)(db, hash, staff.Id, idempotencyKey))!, amountCents);
        }

        // Nearly always nobody else has this voucher: balance and redemption in one batch, null where the balance has moved.
        async Task<Redeemed?> TakeAtOnceAsync(CancellationToken cancellation)
        {
            db.Attach(voucher);
            voucher.Take(amount);
            var redemption = Redemption(voucher.BalanceCents);
            db.Redemptions.Add(redemption);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new Redeemed(redemption.Id, amount, redemption.BalanceCents);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return null;
            }
        }

        // In a race: whoever moves the balance holds its row until the redemption is written, so none tries in vain.
        async Task<Outcome<Redeemed>> TakeInTurnAsync(CancellationToken cancellation)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var taken = await db.Vouchers
                .Where(v => v.Id == voucher.Id && v.BalanceCents >= amount)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.BalanceCents, v => v.BalanceCents - amount), cancellation);
            var left = (await _look.On(db)(db, hash, staff.Id, idempotencyKey))!;
            if (left.Before is not null)
            {
                return AnswerAgain(left, amountCents);
            }

            if (taken == 0)
            {
                return left.Voucher.BalanceCents == 0 ? new VoucherAlreadyRedeemed() : new VoucherBalanceTooLow(left.Voucher.BalanceCents);
            }

            var redemption = Redemption(left.Voucher.BalanceCents);
            db.Redemptions.Add(redemption);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new Redeemed(redemption.Id, amount, redemption.BalanceCents);
        }

        Redemption Redemption(int balance) => new(
            Guid.CreateVersion7(clock.GetUtcNow()), voucher.Id, amount, balance, staff.StoreNumber, staff.Id, idempotencyKey, now, store.BusinessDayAt(now));
    }

    private static bool IsKey([NotNullWhen(true)] string? key) =>
        !string.IsNullOrWhiteSpace(key) && key.Length <= 64 && key.All(c => c is >= ' ' and <= '~');

    // The same key: the same answer for the same request, else a refusal. All that is left was asked for if nothing was.
    private static Outcome<Redeemed> AnswerAgain(Look look, int? amountCents) =>
        look.Before is { } before && before.VoucherId == look.Voucher.Id
            && (amountCents is { } amount ? amount == before.AmountCents : before.BalanceCents == 0)
            ? new Redeemed(before.Id, before.AmountCents, before.BalanceCents)
            : new IdempotencyKeyReused();

    private static readonly CompiledQuery<Func<RewardsDb, byte[], Guid, string, Task<Look?>>> _look = new(() => EF.CompileAsyncQuery(
        (RewardsDb db, byte[] hash, Guid staffId, string key) =>
            (from voucher in db.Vouchers.AsNoTracking()
             where voucher.CodeHash == hash
             from before in db.Redemptions.Where(r => r.StaffId == staffId && r.IdempotencyKey == key).DefaultIfEmpty()
             select new Look(voucher, before)).SingleOrDefault()));

    private sealed record Look(Voucher Voucher, Redemption? Before);
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
