using Microsoft.EntityFrameworkCore;
using Rewards.Application.Localization;
using Rewards.Application.Surveys;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Mail;

/// <summary>
/// Writes the mail of an outbox row in the row's language. Codes and links come in here, so that no secret waits in the
/// outbox.
/// </summary>
public sealed class ComposeMail(
    RewardsDb db, ReferenceData reference, ShowConfirmation confirmation, ShowFreeEntry freeEntry, Letters letters, Vault vault, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Writes the mail; null where there is nothing to tell any more, as of a link that has ended.</summary>
    public async Task<OutgoingMail?> RunAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return await ToTellAsync(mail, cancellationToken) is { } write ? Texts.Speak(mail.Language, () => Set(mail, write())) : null;
    }

    private OutgoingMail Set(OutboxMail mail, Letter letter) => new(
        mail.Id, mail.Recipient, mail.Language, letter.Subject, LetterText.Of(letter, chain), new LetterHtml(chain).Of(letter, mail.Language));

    private Task<Func<Letter>?> ToTellAsync(OutboxMail mail, CancellationToken cancellationToken) => mail.Kind switch
    {
        MailKind.Awards => AwardsAsync(mail.SubjectId, cancellationToken),
        MailKind.SignIn => SignInAsync(mail.SubjectId, cancellationToken),
        MailKind.Winner => WinnerAsync(mail.SubjectId, cancellationToken),
        MailKind.Reminder => ReminderAsync(mail.SubjectId, cancellationToken),
        MailKind.BudgetAlarm => BudgetAlarmAsync(mail.SubjectId, cancellationToken),
        MailKind.Reissue => VoucherAsync(mail.SubjectId, letters.Reissued, cancellationToken),
        MailKind.FreeEntry => FreeEntryAsync(mail.SubjectId, cancellationToken),
        MailKind.FraudAlert => FraudAlertAsync(mail.SubjectId, cancellationToken),
        MailKind.Filing => FilingAsync(mail.SubjectId, cancellationToken),
        MailKind.PrizeAnswered => PrizeAnsweredAsync(mail.SubjectId, cancellationToken),
        MailKind.PrizeVoucher => VoucherAsync(mail.SubjectId, letters.PrizeVoucher, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(mail), mail.Kind, "A kind without a letter."),
    };

    private async Task<Func<Letter>?> AwardsAsync(Guid responseId, CancellationToken cancellationToken) =>
        await confirmation.OfResponseAsync(responseId, cancellationToken) is { } earned ? () => letters.Awards(earned) : null;

    private async Task<Func<Letter>?> SignInAsync(Guid linkId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var link = await db.SignInLinks.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == linkId && l.UsedAt == null && l.ExpiresAt > now, cancellationToken);
        return link is null ? null : () => letters.SignIn($"{chain.Url}/my/link/{link.Id}/{vault.SignLink(link.Id)}", link.ExpiresAt);
    }

    // Whoever lost the prize meanwhile is not told of it, and nobody whose days are over.
    private async Task<Func<Letter>?> WinnerAsync(Guid claimId, CancellationToken cancellationToken) =>
        await ClaimAsync(claimId, PrizeClaimStatus.Offered, cancellationToken) is { } won && won.Claim.IsOpenAt(clock.GetUtcNow().UtcDateTime)
            ? () => letters.Winner(PrizeOf(won), new EarnedEntry(Convert.ToHexStringLower(won.Claim.EntryId), won.Of.DrawId), PrizeLink.Of(won.Claim, vault, chain))
            : null;

    private async Task<Func<Letter>?> PrizeAnsweredAsync(Guid claimId, CancellationToken cancellationToken) =>
        (await ClaimAsync(claimId, PrizeClaimStatus.Offered, cancellationToken) ?? await ClaimAsync(claimId, PrizeClaimStatus.Answered, cancellationToken)) is { } won
            ? () => letters.PrizeAnswered(PrizeOf(won), PrizeLink.Of(won.Claim, vault, chain), won.Claim.AffidavitAt is not null)
            : null;

    private Task<WonPrize?> ClaimAsync(Guid claimId, PrizeClaimStatus status, CancellationToken cancellationToken) => (
        from claim in db.PrizeClaims.AsNoTracking()
        where claim.Id == claimId && claim.Status == status && claim.AnswerBy != null
        join sweepstakes in db.Sweepstakes on claim.SweepstakesId equals sweepstakes.Id
        select new WonPrize(claim, sweepstakes)).SingleOrDefaultAsync(cancellationToken);

    private static string PrizeOf(WonPrize won) => PrizeName.Of(won.Of.PrizeList[won.Claim.Prize - 1]).In(Texts.CurrentLanguage);

    private sealed record WonPrize(PrizeClaim Claim, MonthlySweepstakes Of);

    // What was used up meanwhile, or has ended, is nothing to remind of.
    private async Task<Func<Letter>?> ReminderAsync(Guid reminderId, CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        var reminder = await db.Reminders.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reminderId, cancellationToken);
        if (reminder?.LotNumber is { } number)
        {
            var points = await db.FuelPointPostings.AsNoTracking()
                .Where(p => p.ShopperId == reminder.ShopperId && p.LotNumber == number)
                .OrderByDescending(p => p.Sequence).Select(p => p.BalanceAfter).FirstOrDefaultAsync(cancellationToken);
            var lot = Lot.FromNumber(number);
            return points > 0 && lot.IsLiveOn(today) ? () => letters.PointsEnd(points, lot.LastDay) : null;
        }

        var voucher = reminder is null ? null : await db.Vouchers.AsNoTracking()
            .SingleOrDefaultAsync(v => v.Id == reminder.VoucherId && v.BalanceCents > 0 && v.LastDay >= today, cancellationToken);
        return voucher is null or { Terms.LeftCents: 0 } ? null : () => letters.VoucherEnds(
            voucher, $"{chain.Url}/v/{vault.Unseal(voucher.SealedCode, voucher.Id.ToByteArray(bigEndian: true))}");
    }

    private async Task<Func<Letter>?> VoucherAsync(Guid voucherId, Func<EarnedVoucher, Letter> write, CancellationToken cancellationToken)
    {
        var voucher = await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == voucherId && v.VoidedAt == null, cancellationToken);
        var names = (await reference.GetAsync(cancellationToken)).NamesOf(voucher?.Stores);
        return voucher is null ? null : () => write(
            EarnedVoucher.Of(voucher, vault.Unseal(voucher.SealedCode, voucher.Id.ToByteArray(bigEndian: true)), names));
    }

    private async Task<Func<Letter>?> FreeEntryAsync(Guid freeEntryId, CancellationToken cancellationToken) =>
        await freeEntry.RunAsync(freeEntryId, cancellationToken) is { } receipt ? () => letters.Entered(receipt) : null;

    private async Task<Func<Letter>?> FraudAlertAsync(Guid alertId, CancellationToken cancellationToken) =>
        await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId, cancellationToken) is { } alert ? () => letters.FraudAlert(alert) : null;

    private async Task<Func<Letter>?> BudgetAlarmAsync(Guid alarmId, CancellationToken cancellationToken)
    {
        var raised = await (
            from alarm in db.PromotionAlarms.AsNoTracking()
            where alarm.Id == alarmId
            join promotion in db.Promotions on alarm.PromotionId equals promotion.Id
            select new { Promotion = promotion, alarm.Percent }).SingleOrDefaultAsync(cancellationToken);
        return raised is null ? null : () => letters.BudgetAlarm(raised.Promotion, raised.Percent);
    }

    private async Task<Func<Letter>?> FilingAsync(Guid taskId, CancellationToken cancellationToken) =>
        await db.FilingTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId && t.DoneAt == null, cancellationToken) is { } task
            ? () => letters.Filing(task)
            : null;
}
