using Rewards.Application.Audit;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// Hands an accepted prize over: as a voucher, which is issued and mailed in the same save, or by hand. Of two at once the claim's version
/// decides, so that one voucher is issued.
/// </summary>
public sealed class FulfilPrize(
    RewardsDb db, FindClaim find, Vault vault, RecordAct record, OutboxBell bell, PortalSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Issues a voucher. Refuses with <c>prize-unknown</c>, <c>prize-step-out-of-order</c>, as <see cref="TypedAmount.Read"/> does, and with
    /// <c>prize-voucher-wrong</c>, <c>prize-by-same-person</c>, <c>prize-proposal-waits</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="turn">The offer that was looked at.</param>
    /// <param name="amount">What it is worth, as typed; empty for what the rules say.</param>
    /// <param name="officer">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<PrizeClaim>> AsVoucherAsync(
        string? drawId, int prize, int turn, string? amount, Guid officer, CancellationToken cancellationToken)
    {
        if ((await AcceptedAsync(drawId, prize, turn, officer, cancellationToken)).IsRefused(out var refusal, out var found))
        {
            return refusal;
        }

        // Where the rules give no value an officer says it; else it is what the rules give.
        var typed = string.IsNullOrWhiteSpace(amount) && found.ValueCents > 0 ? found.ValueCents : TypedAmount.Read(amount);
        if (typed.IsRefused(out refusal, out var cents))
        {
            return refusal;
        }

        if (found.ValueCents > 0 && cents != found.ValueCents)
        {
            return new PrizeVoucherWrong(new Money(found.ValueCents));
        }

        var (claim, now, id, code) = (found.Claim, clock.GetUtcNow(), Guid.CreateVersion7(clock.GetUtcNow()), VoucherCode.Create());
        var lastDay = Zone.DayOf(now.UtcDateTime, settings.Portal.TimeZone).AddDays(settings.Sweepstakes.PrizeVoucherDays);
        db.Vouchers.Add(new Voucher(
            id, vault.HashVoucher(code), vault.Seal(code, id.ToByteArray(bigEndian: true)), cents, stores: null, awardId: null, claim.ShopperId, now.UtcDateTime, lastDay)
            .EndingAs(code));
        if (found.Email is { } email)
        {
            db.OutboxMails.Add(new OutboxMail(Guid.CreateVersion7(now), MailKind.PrizeVoucher, id, email, found.Language, now.UtcDateTime));
        }

        return await SaveAsync(found, cents, id, note: null, officer, cancellationToken);
    }

    /// <summary>
    /// Takes down that it was handed over by hand. Refuses with <c>prize-unknown</c>, <c>prize-step-out-of-order</c>, <c>prize-note-invalid</c>,
    /// <c>prize-worth-missing</c>, <c>prize-by-same-person</c>, <c>prize-proposal-waits</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="turn">The offer that was looked at.</param>
    /// <param name="note">How: the carrier and its number, or the store.</param>
    /// <param name="amount">What it is worth, as typed, where the rules do not say.</param>
    /// <param name="officer">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<PrizeClaim>> ByHandAsync(
        string? drawId, int prize, int turn, string? note, string? amount, Guid officer, CancellationToken cancellationToken)
    {
        if ((await AcceptedAsync(drawId, prize, turn, officer, cancellationToken)).IsRefused(out var refusal, out var found))
        {
            return refusal;
        }

        var words = note?.Trim() ?? "";
        if (!PlainText.IsOf(words, 1, PrizeClaim.NoteLength))
        {
            return new PrizeNoteInvalid(PrizeClaim.NoteLength);
        }

        var worth = found.ValueCents > 0 ? found.ValueCents : TypedAmount.Read(amount);
        return worth.IsRefused(out refusal, out var cents) ? refusal : await SaveAsync(found, cents, voucherId: null, words, officer, cancellationToken);
    }

    private async Task<Outcome<FoundClaim>> AcceptedAsync(string? drawId, int prize, int turn, Guid officer, CancellationToken cancellationToken) =>
        await find.LatestAsync(drawId, prize, cancellationToken) is not { } found ? new PrizeUnknown()
        : found.Claim.Status != PrizeClaimStatus.Accepted || found.Claim.Turn != turn ? new PrizeStepOutOfOrder(found.Claim.Status)
        : await db.StepRefusalAsync(found.Claim, officer, cancellationToken) is { } refusal ? refusal
        : found;

    private async Task<Outcome<PrizeClaim>> SaveAsync(
        FoundClaim found, int cents, Guid? voucherId, string? note, Guid officer, CancellationToken cancellationToken)
    {
        var claim = found.Claim;
        claim.Fulfil(officer, clock.GetUtcNow().UtcDateTime, cents, voucherId, note);
        record.Add(
            AuditAct.PrizeFulfilled, officer, AuditSubject.Of(claim.Id),
            ("name", found.Of.DrawId), ("prize", claim.Prize), ("turn", claim.Turn), ("cents", cents), ("how", note));
        var saved = await db.SaveStepAsync(claim, cancellationToken);
        bell.Ring();
        return saved;
    }
}
