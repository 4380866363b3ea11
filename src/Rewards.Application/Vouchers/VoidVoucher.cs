using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Makes a voucher void: what is left on it is gone, for good. Where it is re-issued, another with a new code stands in its place
/// in the same transaction, worth what was left, on the same terms: money is never there twice and never nowhere.
/// </summary>
public sealed class VoidVoucher(RewardsDb db, DatabaseProvider provider, Vault vault, RecordAct record, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>
    /// Voids. Refuses with <c>voucher-unknown</c>, <c>voucher-void</c>, <c>voucher-already-redeemed</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="voucherId">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="reissue">Whether another is issued for it.</param>
    /// <param name="staffId">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Voided>> RunAsync(
        Guid voucherId, VoidReason reason, bool reissue, Guid staffId, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var voucher = await db.Vouchers.SingleOrDefaultAsync(v => v.Id == voucherId, cancellationToken);
            var refusal = voucher switch
            {
                null => new VoucherUnknown(),
                { VoidedAt: not null } => new VoucherVoid(),
                { Terms.LeftCents: 0 } => (Error)new VoucherAlreadyRedeemed(),
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            voucher!.MakeVoid(reason, staffId, clock.GetUtcNow().UtcDateTime);
            var replacement = reissue ? Replace(voucher) : null;
            record.Add(
                reissue ? AuditAct.VoucherReissued : AuditAct.VoucherVoided,
                staffId,
                AuditSubject.Of(voucher.Id),
                ("ending", voucher.Ending),
                ("cents", voucher.VoidedCents),
                ("reason", reason),
                ("replacement", replacement?.Ending));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Voided(voucher.Id, voucher.VoidedCents, replacement?.Id);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsDuplicateKey(exception))
            {
                // A till was faster; what is left now is looked at anew.
                db.ChangeTracker.Clear();
            }
        }

        return new TryAgain();
    }

    private Voucher Replace(Voucher voucher)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var code = VoucherCode.Create();
        var replacement = voucher.Replacement(
            id, vault.HashVoucher(code), vault.Seal(code, id.ToByteArray(bigEndian: true)), clock.GetUtcNow().UtcDateTime).EndingAs(code);
        db.Vouchers.Add(replacement);
        return replacement;
    }
}

/// <summary>A voucher that was made void.</summary>
/// <param name="VoucherId">Which.</param>
/// <param name="Cents">What was left on it.</param>
/// <param name="ReplacementId">What was issued for it.</param>
public sealed record Voided(Guid VoucherId, int Cents, Guid? ReplacementId);
