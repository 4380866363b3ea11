using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rewards.Data;
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
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long handing over one mail may take; a mail is begun only where the lease lasts longer.</summary>
    public static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(20);

    private const int LongestError = 500;

    /// <summary>Takes some mails that are due and sends them.</summary>
    /// <param name="stopping">No further mail is begun; the one on its way is finished.</param>
    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        var taken = await TakeAsync(stopping);
        for (var i = 0; i < taken.Mails.Count; i++)
        {
            if (stopping.IsCancellationRequested || Now + HandOverLimit > taken.Until)
            {
                await GiveBackAsync(taken, i);
                break;
            }

            await SendAsync(taken.Mails[i]);
        }

        return taken.MayBeMore;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Taken> TakeAsync(CancellationToken cancellationToken)
    {
        // Whole seconds, which every database keeps exactly: the end of the lease is also what tells it.
        var now = Now;
        var until = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) + Lease;
        var due = await db.OutboxMails.AsNoTracking()
            .Where(m => m.DueAt <= now)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return new Taken([], until, MayBeMore: false);
        }

        var mine = new List<OutboxMail>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var mail in due)
        {
            var leased = await db.OutboxMails
                .Where(m => m.Id == mail.Id && m.DueAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, until), cancellationToken);
            if (leased == 1)
            {
                mine.Add(mail);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return new Taken(mine, until, MayBeMore: due.Count == MostAtOnce);
    }

    private Task<int> GiveBackAsync(Taken taken, int from)
    {
        var ids = taken.Mails.Skip(from).Select(m => m.Id).ToList();
        return db.OutboxMails
            .Where(m => ids.Contains(m.Id) && m.DueAt == taken.Until)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, Now), CancellationToken.None);
    }

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
            var nextTry = OutboxMail.NextTry(mail.Attempts + 1, Now);
            var name = exception.GetType().Name;
            await NoteAsync(mail, sentAt: null, nextTry, OneLine($"{name}: {exception.Message}"));
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

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > LongestError ? line[..LongestError] : line;
    }

    // No address and no words of the exception: a mail server's answer may quote the recipient.
    [LoggerMessage(1, LogLevel.Debug, "Mail {Id} ({Kind}) was handed over")]
    private partial void LogSent(Guid id, MailKind kind);

    [LoggerMessage(2, LogLevel.Information, "Mail {Id} ({Kind}) was not sent: there was nothing to tell any more")]
    private partial void LogNothingToTell(Guid id, MailKind kind);

    [LoggerMessage(EventId = 3, Message = "Mail {Id} ({Kind}) failed with {Exception}, attempt {Attempt}; next try: {NextTry}")]
    private partial void LogFailed(LogLevel level, Guid id, MailKind kind, int attempt, string exception, DateTime? nextTry);

    private sealed record Taken(IReadOnlyList<OutboxMail> Mails, DateTime Until, bool MayBeMore);
}
