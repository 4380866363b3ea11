using System.Net.Mail;
using Rewards.Application;
using Rewards.Application.Mail;

namespace Rewards.Web.Hosting.Mail;

/// <summary>
/// Writes mail into a folder, a file each, <c>{id}.eml</c>: whole or not at all, and the same file when it is sent again. Ids
/// begin with the time, so files sort by it.
/// </summary>
internal sealed class FolderTransport(PortalSettings settings, string folder) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // The framework gives the file a name of its own, so it is written aside and then moved.
        var aside = Directory.CreateDirectory(Path.Combine(folder, $".{mail.Id:n}")).FullName;
        try
        {
            using var message = MimeMail.Of(mail, settings);
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = aside,
                DeliveryFormat = MimeMail.FormatFor(message),
            };
            await client.SendMailAsync(message, cancellationToken);
            File.Move(Directory.EnumerateFiles(aside).Single(), Path.Combine(folder, $"{mail.Id}.eml"), overwrite: true);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
