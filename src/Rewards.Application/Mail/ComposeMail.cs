using Microsoft.EntityFrameworkCore;
using Rewards.Application.Localization;
using Rewards.Application.Surveys;
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
    RewardsDb db, ShowConfirmation confirmation, Letters letters, Vault vault, ChainSettings chain, TimeProvider clock)
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
    private async Task<Func<Letter>?> FraudAlertAsync(Guid alertId, CancellationToken cancellationToken) =>
        await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId, cancellationToken) is { } alert ? () => letters.FraudAlert(alert) : null;
