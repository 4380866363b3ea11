using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Takes in what a desk redeemed without network. The first of a voucher to arrive is redeemed by the rules of
/// <see cref="RedeemVoucher"/>, as of the time it happened; whatever they refuse becomes an exception for a person. Which of the
/// two is written once, under the id that the desk chose: sent again, in whatever order and however many at once, it is answered
/// the same (docs/vouchers-offline.md).
/// </summary>
public sealed class RedeemOffline(
    RewardsDb db, DatabaseProvider provider, RedeemVoucher redeem, OfflineVouchers forms, Vault vault, TimeProvider clock)
{
    /// <summary>
    /// Takes one in. Refuses, and writes nothing, with <c>voucher-code-slip</c>, <c>voucher-amount-invalid</c>,
    /// <c>idempotency-key-reused</c>, and with what may be otherwise a little later: <c>voucher-held</c>, <c>too-many-codes</c>,
    /// <c>try-again</c>. Everything else is an answer.
    /// </summary>
    /// <param name="order">What the desk did.</param>
    /// <param name="pass">Who did it there, and when they may have.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<OfflineAnswer>> RunAsync(OfflineOrder order, DeskPass pass, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(pass);
        if (!VoucherCode.TryRead(order.Code, out var code, out var slip))
        {
            return new VoucherCodeSlip(slip!);
        }

        if (order.AmountCents <= 0)
        {
            return new VoucherAmountInvalid();
        }

        var hash = vault.HashVoucher(code);
        var requestHash = IdempotencyKeys.HashOf(
            order.DeskId, Convert.ToHexString(hash), order.AmountCents, order.PurchaseCents, order.HappenedAt.Ticks, pass.Staff.Id, pass.Staff.StoreNumber);
        if (await BeforeAsync(order.Id, requestHash, cancellationToken) is { } before)
        {
            return before;
        }

        OfflineRedemption Arrived(Guid? voucherId) => new(
            new OfflineClaim(order.Id, order.DeskId, pass.Staff.StoreNumber, VoucherCode.EndingOf(code), order.AmountCents, order.HappenedAt),
            voucherId,
            pass.Staff.By,
            requestHash,
            clock.GetUtcNow().UtcDateTime);

        try
        {
            if (ShownWrong(order, code, pass) is { } wrong)
            {
                return await NoteAsync(Arrived, wrong, hash, cancellationToken);
            }

            var outcome = await redeem.RunAsync(
                new RedemptionOrder(code, order.AmountCents, order.PurchaseCents) { Offline = new TakenOffline(order.HappenedAt, Arrived) },
                pass.Staff,
                KeyOf(order.Id),
                cancellationToken);
            return !outcome.IsRefused(out var refusal, out var redeemed) ? new OfflineAnswer(redeemed, null)
                : refusal is TryAgain or VoucherHeld or IdempotencyKeyReused or TooManyCodes ? refusal
                : await NoteAsync(Arrived, refusal, hash, cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // The same one came in at the same time and was first; nothing of this was written.
            db.ChangeTracker.Clear();
            return await BeforeAsync(order.Id, requestHash, cancellationToken) ?? new TryAgain();
        }
    }

    private Error? ShownWrong(OfflineOrder order, string code, DeskPass pass) =>
        !forms.TryRead(code, order.Form, out _) ? new VoucherFormRefused()
        : order.HappenedAt < pass.From || order.HappenedAt > pass.To || order.HappenedAt > clock.GetUtcNow().UtcDateTime + DeskPasses.ClockError
            ? new OfflineTimeRefused()
        : null;

    private async Task<Outcome<OfflineAnswer>> NoteAsync(
        Func<Guid?, OfflineRedemption> arrived, Error refusal, byte[] codeHash, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var voucherId = await db.Vouchers.Where(v => v.CodeHash == codeHash).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancellationToken);
        db.OfflineRedemptions.Add(arrived(voucherId).Refuse(refusal));
        await db.SaveChangesAsync(cancellationToken);
        return new OfflineAnswer(null, refusal.Code);
    }

    // What was answered first; null where it is new.
    private async Task<Outcome<OfflineAnswer>?> BeforeAsync(Guid id, byte[] requestHash, CancellationToken cancellationToken)
    {
        var before = await (
            from row in db.OfflineRedemptions.AsNoTracking()
            where row.Id == id
            from redemption in db.Redemptions.Where(r => r.Id == row.RedemptionId).DefaultIfEmpty()
            select new { row.RequestHash, row.ReasonCode, Redemption = redemption }).SingleOrDefaultAsync(cancellationToken);
        return before is null ? null
            : !before.RequestHash.AsSpan().SequenceEqual(requestHash) ? new IdempotencyKeyReused()
            : new OfflineAnswer(before.Redemption is null ? null : Redeemed.Of(before.Redemption), before.ReasonCode);
    }

    private static string KeyOf(Guid id) => $"offline {id:N}";
}

/// <summary>What a desk did without network.</summary>
/// <param name="Id">Chosen at random by the desk; the same for every sending.</param>
/// <param name="DeskId">The desk's own, at random too.</param>
/// <param name="Code">The voucher's.</param>
/// <param name="Form">What its paper said, signed.</param>
/// <param name="AmountCents">What was taken.</param>
/// <param name="PurchaseCents">What the purchase came to, where it was asked.</param>
/// <param name="HappenedAt">UTC, by the desk's clock.</param>
public sealed record OfflineOrder(Guid Id, Guid DeskId, string? Code, string? Form, int AmountCents, int? PurchaseCents, DateTime HappenedAt);

/// <summary>What became of it: exactly one of the two is there.</summary>
/// <param name="Redeemed">The redemption.</param>
/// <param name="ReasonCode">Why it is an exception: the code of a refusal.</param>
public sealed record OfflineAnswer(Redeemed? Redeemed, string? ReasonCode);
