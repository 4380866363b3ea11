using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rewards.Application.Receipts;
using Rewards.Application.Webhooks;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Takes an amount from a voucher. The balance moves by one update that checks balance, hold and voiding, in the transaction that
/// writes the redemption with its key: of any number at once those that fit succeed, and the same key never takes twice
/// (docs/protocols.md §4).
/// </summary>
public sealed class RedeemVoucher(
    RewardsDb db,
    DatabaseProvider provider,
    Vault vault,
    CodeThrottle throttle,
    ReferenceData reference,
    LimitRedemptions limits,
    PortalSettings settings,
    TimeProvider clock)
{
    /// <summary>
    /// Redeems. Refuses with <c>voucher-code-slip</c>, <c>voucher-unknown</c>, <c>voucher-void</c>, <c>voucher-amount-invalid</c>,
    /// <c>voucher-of-another-store</c>, <c>voucher-expired</c>, <c>voucher-already-redeemed</c>, <c>voucher-held</c>,
    /// <c>hold-over</c>, <c>voucher-balance-too-low</c>, <c>voucher-purchase-missing</c>, <c>voucher-purchase-too-small</c>,
    /// <c>idempotency-key-missing</c>, <c>idempotency-key-reused</c>, <c>too-many-codes</c>, <c>redemption-limit-cashier</c>,
    /// <c>redemption-limit-register</c>, <c>redemption-limit-store</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="order">What is to be taken.</param>
    /// <param name="staff">Who redeems, and where.</param>
    /// <param name="idempotencyKey">The same for every sending of the same redemption: 1 to 64 visible ASCII characters and spaces.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Redeemed>> RunAsync(
        RedemptionOrder order, StaffAtStore staff, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(staff);
        if (!IdempotencyKeys.IsKey(idempotencyKey))
        {
            return new IdempotencyKeyMissing();
        }

        if (!VoucherCode.TryRead(order.Code, out var canonical, out var slip))
        {
            return new VoucherCodeSlip(slip!);
        }

        var hash = vault.HashVoucher(canonical);
        var seen = await LookAsync();
        if (seen is null)
        {
            return await throttle.RefuseUnknownAsync(staff.Client, new VoucherUnknown(), cancellationToken);
        }

        var voucher = seen.Voucher;
        var requestHash = order.HashFor(voucher.Id, staff);
        if (seen.Before is { } before)
        {
            return AnswerAgain(before, requestHash);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var amount = order.AmountCents ?? Math.Max(voucher.Terms.LeftCents, 1);
        var happened = order.Offline?.HappenedAt ?? now;
        var taking = new Taking(
            amount, staff.StoreNumber, staff.Id, now, Zone.DayOf(happened, settings.Portal.TimeZone), order.PurchaseCents, order.HoldId);
        if (voucher.Terms.Check(taking) is { } refusal)
        {
            return refusal;
        }

        var known = await reference.GetAsync(k => k.Stores.ContainsKey(staff.StoreNumber), cancellationToken);
        var store = known.Stores[staff.StoreNumber];
        var counted = limits.Of(staff, happened, amount);
        try
        {
            return await TakeAtOnceAsync(cancellationToken) ?? await TakeInTurnAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception) && order.Offline is null)
        {
            // The same key came in at the same time and was first: what it took is the answer, and this took nothing.
            return AnswerAgain((await LookAsync())!.Before!, requestHash);
        }

        // Nearly always nobody else has this voucher: balance and redemption in one batch, null where something has moved.
        async Task<Outcome<Redeemed>?> TakeAtOnceAsync(CancellationToken cancellation)
        {
            await using var transaction = counted.Limits.Count > 0 ? await db.Database.BeginTransactionAsync(cancellation) : null;
            db.Attach(voucher);
            voucher.Take(amount);
            var redemption = Add(voucher);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return null;
            }

            return await CommitAsync(transaction, redemption, cancellation);
        }

        // In a race: whoever moves the balance holds its row until the redemption is written, so none tries in vain.
        async Task<Outcome<Redeemed>> TakeInTurnAsync(CancellationToken cancellation)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var taken = await db.Vouchers
                .Where(v => v.Id == voucher.Id && v.VoidedAt == null && v.BalanceCents >= amount)
                .Where(v => !v.SingleUse || v.BalanceCents == v.ValueCents)
                .Where(v => order.HoldId == null
                    ? v.HoldId == null || v.HeldUntil <= now
                    : v.HoldId == order.HoldId && v.HeldBy == staff.Id && v.HeldUntil > now)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(v => v.BalanceCents, v => v.BalanceCents - amount)
                        .SetProperty(v => v.HoldId, (Guid?)null)
                        .SetProperty(v => v.HeldUntil, (DateTime?)null)
                        .SetProperty(v => v.HeldBy, (Guid?)null),
                    cancellation);
            var left = (await LookAsync())!;
            if (left.Before is { } first)
            {
                return AnswerAgain(first, requestHash);
            }

            if (taken == 0)
            {
                return left.Voucher.Terms.Check(taking) ?? new TryAgain();
            }

            var redemption = Add(left.Voucher);
            await db.SaveChangesAsync(cancellation);
            return await CommitAsync(transaction, redemption, cancellation);
        }

        // Last of all, so that the counter of a store is held no longer than the commit takes.
        async Task<Outcome<Redeemed>> CommitAsync(IDbContextTransaction? transaction, Redemption redemption, CancellationToken cancellation)
        {
            if (transaction is not null && !await limits.CountAsync(counted, cancellation))
            {
                await transaction.RollbackAsync(cancellation);
                db.ChangeTracker.Clear();
                return await limits.RefusalAsync(counted, cancellation);
            }

            await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
            return Redeemed.Of(redemption);
        }

        Task<Look?> LookAsync() => _look.On(db)(db, hash, staff.Id, idempotencyKey);

        Redemption Add(Voucher after)
        {
            var redemption = new Redemption(
                Guid.CreateVersion7(clock.GetUtcNow()),
                after.Id,
                amount,
                after.Terms.LeftCents,
                staff.StoreNumber,
                staff.By,
                idempotencyKey,
                requestHash,
                happened,
                store.BusinessDayAt(happened));
            db.Redemptions.Add(redemption);
            db.Tell(known, WebhookEvent.RedemptionMade, now, () => new
            {
                redemptionId = redemption.Id,
                voucherId = redemption.VoucherId,
                amountCents = amount,
                balanceCents = redemption.BalanceCents,
                store = redemption.StoreNumber,
                register = redemption.Register,
                redeemedAt = redemption.At,
                businessDay = redemption.BusinessDay,
                offline = order.Offline is not null,
            });
            if (order.Offline is { } offline)
            {
                db.OfflineRedemptions.Add(offline.Arrived(after.Id).Became(redemption.Id));
            }

            return redemption;
        }
    }

    // The same key: the same answer for the same request, else a refusal.
    private static Outcome<Redeemed> AnswerAgain(Redemption before, byte[] requestHash) =>
        before.RequestHash.AsSpan().SequenceEqual(requestHash) ? Redeemed.Of(before) : new IdempotencyKeyReused();

    private static readonly CompiledQuery<Func<RewardsDb, byte[], Guid, string, Task<Look?>>> _look = new(() => EF.CompileAsyncQuery(
        (RewardsDb db, byte[] hash, Guid actorId, string key) =>
            (from voucher in db.Vouchers.AsNoTracking()
             where voucher.CodeHash == hash
             from before in db.Redemptions.Where(r => r.ActorId == actorId && r.IdempotencyKey == key).DefaultIfEmpty()
             select new Look(voucher, before)).SingleOrDefault()));

    private sealed record Look(Voucher Voucher, Redemption? Before);
}

/// <summary>What is to be taken.</summary>
/// <param name="Code">As typed or scanned.</param>
/// <param name="AmountCents">How much; null for all that is left.</param>
/// <param name="PurchaseCents">What the purchase comes to, where it was said.</param>
/// <param name="HoldId">The hold that it uses up.</param>
public sealed record RedemptionOrder(string? Code, int? AmountCents, int? PurchaseCents = null, Guid? HoldId = null)
{
    /// <summary>Where it was taken without network before: when, and the row that is written in the same transaction.</summary>
    internal TakenOffline? Offline { get; init; }

    /// <summary>SHA-256 of all that is asked for, by whom and where: what tells the same request from another with its key.</summary>
    internal byte[] HashFor(Guid voucherId, StaffAtStore staff) => SHA256.HashData(Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"{voucherId:N}|{AmountCents}|{PurchaseCents}|{HoldId:N}|{staff.StoreNumber}|{staff.Register}|{staff.Cashier}")));
}

/// <summary>What was taken from a voucher without network, as it is redeemed now.</summary>
/// <param name="HappenedAt">UTC: whether the voucher was good is decided by this day, and the redemption is of it.</param>
/// <param name="Arrived">Makes its row, of the voucher with this id.</param>
internal sealed record TakenOffline(DateTime HappenedAt, Func<Guid?, OfflineRedemption> Arrived);

/// <summary>Who is at work at a store: a member of its staff at the desk, or a till by its key.</summary>
/// <param name="Id">The member of staff, or the key.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="Client">What guessed codes are counted by.</param>
public sealed record StaffAtStore(Guid Id, int StoreNumber, string Client)
{
    /// <summary>Whether it is a till by its key.</summary>
    public bool IsTill { get; init; }

    /// <summary>At which register, where it was said.</summary>
    public int? Register { get; init; }

    /// <summary>The cashier or supervisor, as the till names them.</summary>
    public string? Cashier { get; init; }

    /// <summary>As it is written down.</summary>
    public RedeemedBy By => new(Id, !IsTill, Register, Cashier);

    /// <summary>As fuel points take it down.</summary>
    public TillActor Actor => new(Id, StoreNumber, Cashier) { Register = Register };
}

/// <summary>A redemption that was made, now or by the same key before.</summary>
/// <param name="RedemptionId">Its name.</param>
/// <param name="AmountCents">What was taken.</param>
/// <param name="BalanceCents">What was left after it.</param>
public sealed record Redeemed(Guid RedemptionId, int AmountCents, int BalanceCents)
{
    internal static Redeemed Of(Redemption redemption) => new(redemption.Id, redemption.AmountCents, redemption.BalanceCents);
}
