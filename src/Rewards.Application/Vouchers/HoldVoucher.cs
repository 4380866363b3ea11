using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Reserves all of a voucher for a till for some seconds, so that nobody else takes from it while the sale is rung up. One hold at
/// a time, by a guarded update; it ends when it runs out, is released or is used by a redemption that names it.
/// </summary>
public sealed class HoldVoucher(RewardsDb db, FindVoucher find, Vault vault, PortalSettings settings, TimeProvider clock)
{
    /// <summary>The longest hold, in seconds.</summary>
    public const int LongestSeconds = 600;

    /// <summary>
    /// Holds. Refuses as <see cref="FindVoucher"/> does, and with <c>hold-seconds-invalid</c>, <c>idempotency-key-missing</c>, <c>voucher-void</c>,
    /// <c>voucher-of-another-store</c>, <c>voucher-expired</c>, <c>voucher-already-redeemed</c>, <c>voucher-held</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="seconds">For how long, 1 to <see cref="LongestSeconds"/>.</param>
    /// <param name="till">Who holds.</param>
    /// <param name="idempotencyKey">The same for every sending of the same hold: while it lasts it is answered again; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Hold>> RunAsync(
        string? code, int seconds, StaffAtStore till, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(till);
        if (seconds is < 1 or > LongestSeconds)
        {
            return new HoldSecondsInvalid(LongestSeconds);
        }

        if (idempotencyKey is not null && !IdempotencyKeys.IsKey(idempotencyKey))
        {
            return new IdempotencyKeyMissing();
        }

        if ((await find.RunAsync(code, till.Client, cancellationToken)).IsRefused(out var refusal, out var voucher))
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var id = idempotencyKey is null ? Guid.CreateVersion7(clock.GetUtcNow()) : vault.NameOf($"hold {till.Id:N} {voucher.Id:N} {idempotencyKey}");
        if (Before(voucher.Terms) is { } before)
        {
            return before;
        }

        if (Refusal(voucher.Terms) is { } notNow)
        {
            return notNow;
        }

        var hold = new Hold(id, now.AddSeconds(seconds), voucher.LeftCents);
        var held = await db.Vouchers
            .Where(v => v.Id == voucher.Id && v.VoidedAt == null && v.BalanceCents == voucher.Terms.BalanceCents)
            .Where(v => v.HoldId == null || v.HeldUntil <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(v => v.HoldId, hold.HoldId)
                    .SetProperty(v => v.HeldUntil, hold.Until)
                    .SetProperty(v => v.HeldBy, till.Id),
                cancellationToken);
        if (held == 1)
        {
            return hold;
        }

        // Someone redeemed, held or voided it between our look and our write.
        var after = await db.Vouchers.AsNoTracking().SingleAsync(v => v.Id == voucher.Id, cancellationToken);
        return Before(after.Terms) is { } first ? first : Refusal(after.Terms) ?? new TryAgain();

        Hold? Before(VoucherTerms terms) => terms.HoldId == id && terms.IsHeldAt(now) ? new Hold(id, terms.HeldUntil!.Value, terms.LeftCents) : null;

        Error? Refusal(VoucherTerms terms) => terms.Check(new Taking(
            Math.Max(terms.LeftCents, 1), till.StoreNumber, till.Id, now, Zone.DayOf(now, settings.Portal.TimeZone), int.MaxValue, null));
    }

    /// <summary>Releases a hold that this till's key made. Refuses with <c>hold-unknown</c>, also where it is over.</summary>
    /// <param name="holdId">Which.</param>
    /// <param name="heldBy">The key, or the member of staff.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error?> ReleaseAsync(Guid holdId, Guid heldBy, CancellationToken cancellationToken)
    {
        var released = await db.Vouchers.Where(v => v.HoldId == holdId && v.HeldBy == heldBy).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.HoldId, (Guid?)null)
                .SetProperty(v => v.HeldUntil, (DateTime?)null)
                .SetProperty(v => v.HeldBy, (Guid?)null),
            cancellationToken);
        return released == 0 ? new HoldUnknown() : null;
    }
}

/// <summary>A voucher reserved.</summary>
/// <param name="HoldId">To be named by the redemption.</param>
/// <param name="Until">UTC.</param>
/// <param name="BalanceCents">What can be taken.</param>
public sealed record Hold(Guid HoldId, DateTime Until, int BalanceCents);
