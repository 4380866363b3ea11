using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Mail;
using Rewards.Application.Surveys;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;
using Rewards.Domain;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Makes a voucher void: what is left on it is gone, for good. Where it is re-issued, another with a new code stands in its place
/// in the same transaction, worth what was left, on the same terms: money is never there twice and never nowhere.
/// </summary>
public sealed class VoidVoucher(
    RewardsDb db,
    DatabaseProvider provider,
    ReferenceData reference,
    Vault vault,
    RecordAct record,
    OutboxBell bell,
    ChainSettings chain,
    TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>
    /// Voids. Refuses with <c>voucher-unknown</c>, <c>voucher-void</c>, <c>voucher-already-redeemed</c>, <c>voucher-expired</c>,
    /// <c>try-again</c>, and where another is mailed with <c>voucher-owner-without-email</c>.
    /// </summary>
    /// <param name="voucherId">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="reissue">Whether another is issued for it, and how it reaches its owner.</param>
    /// <param name="staffId">By whom.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Voided>> RunAsync(
        Guid voucherId, VoidReason reason, Reissue reissue, Guid staffId, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var voucher = await db.Vouchers.SingleOrDefaultAsync(v => v.Id == voucherId, cancellationToken);
            var refusal = voucher switch
            {
                null => new VoucherUnknown(),
                { VoidedAt: not null } => new VoucherVoid(),
                { Terms.LeftCents: 0 } => new VoucherAlreadyRedeemed(),
                { LastDay: var last } when last < Today => new VoucherExpired(last),
                _ => (Error?)null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            var owner = reissue == Reissue.Mailed ? await OwnerAsync(voucher!, cancellationToken) : null;
            if (reissue == Reissue.Mailed && owner is null)
            {
                return new VoucherOwnerWithoutEmail();
            }

            voucher!.MakeVoid(reason, staffId, clock.GetUtcNow().UtcDateTime);
            var code = VoucherCode.Create();
            var replacement = reissue == Reissue.Never ? null : Replace(voucher, code);
            record.Add(
                replacement is null ? AuditAct.VoucherVoided : AuditAct.VoucherReissued,
                staffId,
                AuditSubject.Of(voucher.Id),
                ("ending", voucher.Ending),
                ("cents", voucher.VoidedCents),
                ("reason", reason),
                ("replacement", replacement?.Ending));
            if (owner is not null)
            {
                db.OutboxMails.Add(new OutboxMail(
                    Guid.CreateVersion7(clock.GetUtcNow()), MailKind.Reissue, replacement!.Id, owner.Email!, owner.Language, clock.GetUtcNow().UtcDateTime));
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                bell.Ring();
                return new Voided(
                    voucher.Id,
                    voucher.VoidedCents,
                    replacement?.Id,
                    reissue == Reissue.Shown
                        ? EarnedVoucher.Of(replacement!, code, (await reference.GetAsync(cancellationToken)).NamesOf(replacement!.Stores))
                        : null);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsDuplicateKey(exception))
            {
                // A till was faster; what is left now is looked at anew.
                db.ChangeTracker.Clear();
            }
        }

        return new TryAgain();
    }

    private DateOnly Today => Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);

    private Task<Shopper?> OwnerAsync(Voucher voucher, CancellationToken cancellationToken) =>
        db.Shoppers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == voucher.ShopperId && s.Email != null, cancellationToken);

    private Voucher Replace(Voucher voucher, string code)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
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
/// <param name="Shown">The same with its code, where it is to be shown.</param>
public sealed record Voided(Guid VoucherId, int Cents, Guid? ReplacementId, EarnedVoucher? Shown);

/// <summary>Whether another voucher is issued for a lost one, and how it reaches its owner.</summary>
public enum Reissue
{
    /// <summary>None is.</summary>
    Never = 0,

    /// <summary>Its code is shown to the colleague, who prints it.</summary>
    Shown = 1,

    /// <summary>It is mailed to its owner; the colleague sees no code.</summary>
    Mailed = 2,
}
