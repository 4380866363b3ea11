using Rewards.Application.Mail;
using Rewards.Application.Shoppers;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Shoppers;

public class SignInLinkTests
{
    private const string Ana = "ana@example.com";

    private readonly PostOffice _post = new();

    [Theory, EveryDatabase]
    public async Task A_link_lets_its_shopper_in_once_of_fifty_at_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var link = await LinkAsync(portal);

        var outcomes = await Crowd.AtOnce(50, _ => portal.UsesLink(link));

        Assert.Equal("1 done, 49 sign-in-link-invalid", outcomes.Tally());
        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Equal(shopper.Id, outcomes.Single(o => o.Error is null).Value.ShopperId);
        Assert.Equal(portal.Clock.Now, shopper.EmailVerifiedAt);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_mailed_signature_opens_a_link(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var link = await LinkAsync(portal);
        var changed = (link.Signature[0] == 'A' ? 'B' : 'A') + link.Signature[1..];

        Assert.IsType<SignInLinkInvalid>((await portal.UsesLink((link.Id, changed))).Error);
        Assert.IsType<SignInLinkInvalid>((await portal.UsesLink((link.Id, ""))).Error);
        Assert.IsType<SignInLinkInvalid>((await portal.UsesLink((Guid.NewGuid(), link.Signature))).Error);
        Assert.Null((await portal.UsesLink(link)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_link_ends_after_fifteen_minutes(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var link = await LinkAsync(portal);

        portal.Clock.Advance(SendSignInLink.GoodFor);

        Assert.IsType<SignInLinkInvalid>((await portal.UsesLink(link)).Error);
        Assert.Null(Assert.Single(await portal.AllAsync<Shopper>()).EmailVerifiedAt);
    }

    [Theory, EveryDatabase]
    public async Task To_look_at_a_link_does_not_use_it_up(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var link = await LinkAsync(portal);

        Assert.Equal(Ana, (await Look()).Value.Email);
        Assert.Equal(Ana, (await Look()).Value.Email);
        _ = (await portal.UsesLink(link)).Value;
        Assert.IsType<SignInLinkInvalid>((await Look()).Error);

        Task<Domain.Outcome<GoodSignInLink>> Look() =>
            portal.CallAsync<ShowSignInLink, Domain.Outcome<GoodSignInLink>>(u => u.RunAsync(link.Id, link.Signature, default));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_not_known_is_answered_the_same_and_nothing_is_written(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);

        var known = await portal.AsksForLink(Ana);
        var unknown = await portal.AsksForLink("ben@example.com");

        Assert.Equal(known.Value with { Email = "" }, unknown.Value with { Email = "" });
        Assert.Single(await portal.AllAsync<SignInLink>());
        Assert.Equal(Ana, Assert.Single(await portal.AllAsync<OutboxMail>(), m => m.Kind == MailKind.SignIn).Recipient);
        Assert.Single(await portal.AllAsync<Shopper>());
    }

    [Theory, EveryDatabase]
    public async Task The_link_goes_to_the_address_that_was_left_however_it_is_typed(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);

        await portal.AsksForLink("  ANA+else@Example.com ");

        Assert.Equal(Ana, Assert.Single(await portal.AllAsync<OutboxMail>(), m => m.Kind == MailKind.SignIn).Recipient);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_mailed_more_than_three_links_in_fifteen_minutes(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);

        var outcomes = await Crowd.AtOnce(50, _ => portal.AsksForLink(Ana));
        Assert.Equal("50 done", outcomes.Tally());
        Assert.Equal(3, (await portal.AllAsync<SignInLink>()).Count);

        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        await portal.AsksForLink(Ana);
        Assert.Equal(3, (await portal.AllAsync<SignInLink>()).Count);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.AsksForLink(Ana);
        Assert.Equal(4, (await portal.AllAsync<OutboxMail>()).Count(m => m.Kind == MailKind.SignIn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana@example.com\r\nBcc: ben@example.com")]
    [InlineData("ana@example.com\nBcc: ben@example.com")]
    [InlineData("ana@example.com, ben@example.com")]
    [InlineData("ana@example.com ben@example.com")]
    [InlineData("Ana <ana@example.com>")]
    [InlineData("\"ana\r\nBcc: ben\"@example.com")]
    [InlineData("ana@example\0.com")]
    [InlineData("ana@exa\u2028mple.com")]
    public async Task What_is_not_one_address_is_refused_wherever_it_is_asked_for(string typed)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        var sent = await portal.Shopper.GivesFeedback(portal.Code());
        var (response, _) = await portal.Shopper.Sees(sent.Code);
        var another = portal.Code();
        await portal.Shopper.AnswersAll(another);

        Assert.NotNull((await portal.AsksForLink(typed)).Error);
        Assert.NotNull((await portal.Claims(response.Reference, typed)).Error);
        if (typed.Length > 0)
        {
            Assert.Equal("email-invalid", (await portal.Shopper.Submits(another, typed)).Error?.Code);
        }

        Assert.Empty(await portal.AllAsync<OutboxMail>());
        Assert.Empty(await portal.AllAsync<Shopper>());
    }

    private async Task<(Guid Id, string Signature)> LinkAsync(PortalForTests portal)
    {
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        await portal.AsksForLink(Ana);
        await portal.SendsMail(_post);
        return _post.Mails.Single(m => m.Subject.Contains("link", StringComparison.Ordinal)).SignInLink();
    }
}
