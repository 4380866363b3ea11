using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Mail;
using Rewards.Application.Shoppers;
using Rewards.Domain;

namespace Rewards.Testing;

/// <summary>What shoppers do with what they have, and the mail that tells them of it.</summary>
public static partial class MyRewardsForTests
{
    /// <summary>Sends what is due, as one node does once; true where more may be due.</summary>
    public static Task<bool> SendsMail(this PortalForTests portal, PostOffice post, CancellationTokenSource? stopping = null) =>
        portal.CallAsync<IServiceProvider, bool>(s => ActivatorUtilities.CreateInstance<SendOutbox>(s, post).RunAsync(stopping?.Token ?? default));

    /// <summary>Asks for a way into My rewards.</summary>
    public static Task<Outcome<LinkAskedFor>> AsksForLink(this PortalForTests portal, string? email) =>
        portal.CallAsync<SendSignInLink, Outcome<LinkAskedFor>>(u => u.RunAsync(email, "en", default));

    /// <summary>Presses the button behind a link.</summary>
    public static Task<Outcome<SignedIn>> UsesLink(this PortalForTests portal, (Guid Id, string Signature) link) =>
        portal.CallAsync<UseSignInLink, Outcome<SignedIn>>(u => u.RunAsync(link.Id, link.Signature, default));

    /// <summary>Claims what is held under a reference.</summary>
    public static Task<Outcome<Claimed>> Claims(
        this PortalForTests portal, string? reference, string? email = null, string? card = null, string client = "203.0.113.1") =>
        portal.CallAsync<ClaimAwards, Outcome<Claimed>>(u => u.RunAsync(reference, new ContactDetails(email, card), "en", client, default));

    /// <summary>Looks at My rewards.</summary>
    public static Task<MyRewards?> MyRewards(this PortalForTests portal, Guid shopperId, int vouchers = 1, int entries = 1) =>
        portal.CallAsync<ShowMyRewards, MyRewards?>(u => u.RunAsync(shopperId, 1, vouchers, entries, default));

    /// <summary>The link that a mail carries.</summary>
    public static (Guid Id, string Signature) SignInLink(this OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var match = Link().Match(mail.Text);
        return (Guid.Parse(match.Groups["id"].Value), match.Groups["signature"].Value);
    }

    [GeneratedRegex(@"/my/link/(?<id>[0-9a-f-]{36})/(?<signature>\S+)")]
    private static partial Regex Link();
}
