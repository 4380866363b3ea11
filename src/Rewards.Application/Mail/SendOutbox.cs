using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;

namespace Rewards.Application.Mail;

/// <summary>
/// Sends what is due in the outbox. A node takes its mails by moving their due time on, with an update that checks it: that is
/// its lease, and while it lasts no other node takes them. Every mail is sent at least once; a node that dies between handing
/// over and noting it leaves a mail that is sent again when the lease ends, under the same Message-ID (docs/mail.md).
/// </summary>
public sealed partial class SendOutbox(
    RewardsDb db, ComposeMail compose, IMailTransport transport, TimeProvider clock, ILogger<SendOutbox> logger)
{
    /// <summary>How many mails are taken at a time.</summary>
    public const int MostAtOnce = 20;

    /// <summary>How long the mails that were taken are left alone by others.</summary>
    public static readonly TimeSpan Lease = OutboxLease.Length;

    /// <summary>How long handing over one mail may take; a mail is begun only where the lease lasts longer.</summary>
    public static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(20);

    /// <summary>Takes some mails that are due and sends them.</summary>
    /// <param name="stopping">No further mail is begun; the one on its way is finished.</param>
    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        var taken = await db.TakeDueAsync(db.OutboxMails, m => m.Id, Now, MostAtOnce, stopping);
        for (var i = 0; i < taken.Rows.Count; i++)
        {
            if (stopping.IsCancellationRequested || Now + HandOverLimit > taken.Until)
            {
                await db.GiveBackAsync<OutboxMail>(taken.Rows.Skip(i).Select(m => m.Id), taken.Until, Now);
                break;
            }

            await SendAsync(taken.Rows[i]);
        }

        return taken.MayBeMore;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task SendAsync(OutboxMail mail)
    {
        try
        {
            using var limit = new CancellationTokenSource(HandOverLimit);
            if (await compose.RunAsync(mail, limit.Token) is not { } outgoing)
            {
                await NoteAsync(mail, sentAt: null, nextTry: null, "There was nothing to tell any more.");
                LogNothingToTell(mail.Id, mail.Kind);
                return;
            }

            await transport.SendAsync(outgoing, limit.Token);
        }
        catch (Exception exception)
        {
            // Whatever went wrong with one mail is noted with it and does not stop the others.
            var nextTry = BackOff.NextTry(mail.Attempts + 1, Now);
            var name = exception.GetType().Name;
            await NoteAsync(mail, sentAt: null, nextTry, OutboxLease.OneLine(exception));
            LogFailed(nextTry is null ? LogLevel.Error : LogLevel.Warning, mail.Id, mail.Kind, mail.Attempts + 1, name, nextTry);
            return;
        }

        await NoteAsync(mail, sentAt: Now, nextTry: null, error: null);
        LogSent(mail.Id, mail.Kind);
    }

    private Task<int> NoteAsync(OutboxMail mail, DateTime? sentAt, DateTime? nextTry, string? error) => db.OutboxMails
        .Where(m => m.Id == mail.Id)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.Attempts, mail.Attempts + 1)
                .SetProperty(m => m.SentAt, sentAt)
                .SetProperty(m => m.DueAt, nextTry)
                .SetProperty(m => m.LastError, error),
            CancellationToken.None);

    // No address and no words of the exception: a mail server's answer may quote the recipient.
    [LoggerMessage(1, LogLevel.Debug, "Mail {Id} ({Kind}) was handed over")]
    private partial void LogSent(Guid id, MailKind kind);

    [LoggerMessage(2, LogLevel.Information, "Mail {Id} ({Kind}) was not sent: there was nothing to tell any more")]
    private partial void LogNothingToTell(Guid id, MailKind kind);

    [LoggerMessage(EventId = 3, Message = "Mail {Id} ({Kind}) failed with {Exception}, attempt {Attempt}; next try: {NextTry}")]
    private partial void LogFailed(LogLevel level, Guid id, MailKind kind, int attempt, string exception, DateTime? nextTry);
}
