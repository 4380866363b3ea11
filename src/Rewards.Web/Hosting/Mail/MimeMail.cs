using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Rewards.Application;
using Rewards.Application.Mail;

namespace Rewards.Web.Hosting.Mail;

/// <summary>A mail in MIME: multipart/alternative, the plain part first, both in UTF-8; headers are encoded by the framework.</summary>
internal static class MimeMail
{
    /// <summary>Builds the message; the caller disposes it.</summary>
    /// <exception cref="FormatException">The recipient is not exactly one address.</exception>
    public static MailMessage Of(OutgoingMail mail, PortalSettings settings)
    {
        // An address that would be read as anything else (two, one with a name, one with a line break) is no recipient.
        if (!MailAddress.TryCreate(mail.Recipient, out var recipient) || recipient.Address != mail.Recipient)
        {
            throw new FormatException("The recipient is not one e-mail address.");
        }

        var message = new MailMessage(new MailAddress(settings.Mail.From, settings.Portal.Name, Encoding.UTF8), recipient)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.ReplyToList.Add(settings.Portal.HelpEmail);
        message.Headers.Add("Message-ID", $"<{mail.Id:n}@{new Uri(settings.Portal.Url).IdnHost}>");
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    /// <summary>Only an address that ASCII cannot write needs a server that takes UTF-8 in the envelope.</summary>
    public static SmtpDeliveryFormat FormatFor(MailMessage message) =>
        Ascii.IsValid(message.To[0].User) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;

    private static AlternateView Part(string text, string type)
    {
        // Lines of a mail end with both; a bare line feed would be encoded.
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
