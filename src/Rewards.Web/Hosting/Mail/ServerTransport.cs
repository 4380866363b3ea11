using System.Net;
using System.Net.Mail;
using Rewards.Application;
using Rewards.Application.Mail;

namespace Rewards.Web.Hosting.Mail;

/// <summary>Hands mail to the server of <c>Mail:Host</c>, over a connection of its own each: none is found stale.</summary>
internal sealed class ServerTransport(PortalSettings settings) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var server = settings.Mail;
        using var message = MimeMail.Of(mail, settings);
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.UseTls,
            Credentials = server.User.Length > 0 ? new NetworkCredential(server.User, server.Password) : null,
            DeliveryFormat = MimeMail.FormatFor(message),
        };
        await client.SendMailAsync(message, cancellationToken);
    }
}
