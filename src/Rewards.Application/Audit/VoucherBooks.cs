using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>What of a voucher moves in place, held against what is linked.</summary>
internal static class VoucherBooks
{
    private const int PageSize = 1_000;

    /// <summary>A balance is what its lines make it.</summary>
    public static IAsyncEnumerable<string> BalancesAsync(RewardsDb db) => db.Vouchers.AsNoTracking()
        .Select(v => new
        {
            v.Id,
            v.BalanceCents,
            Booked = v.ValueCents - v.VoidedCents
                - db.Redemptions.Where(r => r.VoucherId == v.Id).Sum(r => r.AmountCents)
                + db.Redemptions.Where(r => r.VoucherId == v.Id).Join(db.Reversals, r => r.Id, x => x.RedemptionId, (r, x) => x.AmountCents).Sum(),
        })
        .Where(v => v.BalanceCents != v.Booked).OrderBy(v => v.Id).AsAsyncEnumerable()
        .Select(v => Invariant($"voucher {v.Id} has {v.BalanceCents} cents left, its lines make {v.Booked}"));

    /// <summary>What is void was made so by an act of who is named, and what is not has nothing of it. The act hashes the rest.</summary>
    public static IAsyncEnumerable<string> VoidsAsync(RewardsDb db) => (
        from voucher in db.Vouchers.AsNoTracking()
        where voucher.VoidedAt != null || voucher.VoidedCents != 0 || voucher.VoidReason != null || voucher.VoidedById != null
        join act in db.AuditEvents.Where(e => e.Act == AuditAct.VoucherVoided || e.Act == AuditAct.VoucherReissued)
            on new { Id = (Guid?)voucher.Id, By = voucher.VoidedById } equals new { Id = act.SubjectId, By = act.ActorId } into acts
        from act in acts.DefaultIfEmpty()
        where voucher.VoidedAt == null || act == null
        orderby voucher.Id
        select voucher.Id).AsAsyncEnumerable().Select(id => Invariant($"voucher {id} was made void by no act"));

    /// <summary>
    /// Each was given by an award that was granted, for as much, and stands in the wallet of who has the response; or for one that was made void, for what
    /// was left on that.
    /// </summary>
    public static IAsyncEnumerable<string> OriginsAsync(RewardsDb db) => (
        from voucher in db.Vouchers.AsNoTracking()
        from award in db.Awards.Where(a => a.Id == voucher.AwardId).DefaultIfEmpty()
        from response in db.Responses.Where(r => r.Id == award.ResponseId).DefaultIfEmpty()
        from lost in db.Vouchers.Where(v => v.Id == voucher.ReplacesId).DefaultIfEmpty()
        from prize in db.PrizeClaims.Where(c => c.VoucherId == voucher.Id).DefaultIfEmpty()
        where (award == null && lost == null && prize == null)
            || (prize != null && (award != null || lost != null || prize.Status != PrizeClaimStatus.Fulfilled || prize.GivenCents != voucher.ValueCents
                || voucher.ShopperId != prize.ShopperId))
            || (award != null && (award.Status != AwardStatus.Granted || award.Kind != AwardKind.Voucher || award.Amount != voucher.ValueCents
                || voucher.ShopperId != response.ShopperId))
            || (lost != null && (lost.VoidedAt == null || lost.VoidedCents != voucher.ValueCents
                || (voucher.ShopperId != null && voucher.ShopperId != lost.ShopperId)))
        orderby voucher.Id
        select voucher.Id).AsAsyncEnumerable().Select(id => Invariant($"voucher {id} is not worth what it was given for, or not in the wallet it was given to"));

    /// <summary>Its sealed code is its own: bound to its id, and what its code's hash is of.</summary>
    public static async IAsyncEnumerable<string> CodesAsync(RewardsDb db, Vault vault)
    {
        for (Guid? after = null; ;)
        {
            var page = await db.Vouchers.AsNoTracking().Where(v => after == null || v.Id > after).OrderBy(v => v.Id).Take(PageSize)
                .Select(v => new { v.Id, v.CodeHash, v.SealedCode, v.Ending }).ToListAsync();
            foreach (var voucher in page.Where(v => !IsOwn(v.Id, v.CodeHash, v.SealedCode, v.Ending)))
            {
                yield return Invariant($"voucher {voucher.Id} has a sealed code or an ending that is not its own");
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }

        bool IsOwn(Guid id, byte[] hash, byte[] sealedCode, string ending)
        {
            try
            {
                var code = vault.Unseal(sealedCode, id.ToByteArray(bigEndian: true));
                return ending == VoucherCode.EndingOf(code) && vault.HashVoucher(code).AsSpan().SequenceEqual(hash);
            }
            catch (Exception exception) when (exception is CryptographicException or ArgumentException or OverflowException)
            {
                return false;
            }
        }
    }

    /// <summary>What was taken without network became that redemption, and an exception was resolved by an act.</summary>
    public static IAsyncEnumerable<string> OfflineAsync(RewardsDb db) => (
        from taken in db.OfflineRedemptions.AsNoTracking()
        from redemption in db.Redemptions.Where(r => r.Id == taken.RedemptionId).DefaultIfEmpty()
        join act in db.AuditEvents.Where(e => e.Act == AuditAct.OfflineExceptionResolved)
            on new { Id = (Guid?)taken.Id, By = taken.ResolvedById } equals new { Id = act.SubjectId, By = act.ActorId } into acts
        from act in acts.DefaultIfEmpty()
        where (redemption != null && (redemption.VoucherId != taken.VoucherId || redemption.AmountCents != taken.AmountCents))
            || (act == null && (taken.Resolution != null || taken.ResolvedAt != null || taken.ResolvedById != null))
        orderby taken.Id
        select taken.Id).AsAsyncEnumerable().Select(id => Invariant($"redemption without network {id} does not agree with its redemption, or was resolved by no act"));
}
