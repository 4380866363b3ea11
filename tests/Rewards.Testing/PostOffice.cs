using System.Collections.Concurrent;
using Rewards.Application.Mail;

namespace Rewards.Testing;

/// <summary>A mail server for tests: keeps what it is handed.</summary>
public sealed class PostOffice : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _mails = [];

    /// <summary>What was handed over, oldest first.</summary>
    public IReadOnlyList<OutgoingMail> Mails => [.. _mails];

    /// <summary>What happens before a mail is taken: it may take its time, or throw.</summary>
    public Func<OutgoingMail, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await Before(mail);
        _mails.Enqueue(mail);
    }

    /// <summary>Waits for the first mail to someone, for ten seconds at most.</summary>
    /// <param name="recipient">To whom.</param>
    /// <param name="subject">What its subject has in it.</param>
    public async Task<OutgoingMail> MailTo(string recipient, string subject = "")
    {
        for (var tenths = 0; tenths < 100; tenths++)
        {
            if (_mails.FirstOrDefault(m => m.Recipient == recipient && m.Subject.Contains(subject, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No mail to {recipient}.");
    }
}
