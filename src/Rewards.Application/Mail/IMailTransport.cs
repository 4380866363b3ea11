namespace Rewards.Application.Mail;

/// <summary>Where mail leaves the process: a mail server, or a folder in development.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over; returns once it has been taken.</summary>
    /// <param name="mail">What to hand over.</param>
    /// <param name="cancellationToken">Gives up; whether it was taken is then not known.</param>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail ready to be handed over.</summary>
/// <param name="Id">The outbox row's: the mail's Message-ID, the same however often it is sent.</param>
/// <param name="Recipient">One e-mail address.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain part.</param>
/// <param name="Html">The HTML part, which says the same.</param>
public sealed record OutgoingMail(Guid Id, string Recipient, string Language, string Subject, string Text, string Html);
