using Rewards.Application.Mail;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Mail;

public class SendOutboxTests
{
    private readonly PostOffice _post = new();

    [Theory, EveryDatabase]
    public async Task A_mail_is_handed_over_once_and_that_is_noted(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");

        await portal.SendsMail(_post);
        await portal.SendsMail(_post);

        var mail = Assert.Single(_post.Mails);
        Assert.Equal("ana@example.com", mail.Recipient);
        var row = Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal((mail.Id, sent.ResponseId, 1), (row.Id, row.SubjectId, row.Attempts));
        Assert.Equal((portal.Clock.Now, null, null), (row.SentAt, row.DueAt, row.LastError));
    }

    [Theory, EveryDatabase]
    public async Task Many_senders_at_once_hand_each_mail_over_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 100);
        _post.Before = _ => Task.Delay(5);

        await Crowd.AtOnce(6, async _ =>
        {
            for (var i = 0; i < 6; i++)
            {
                await portal.SendsMail(_post);
            }

            return true;
        });

        Assert.Equal(100, _post.Mails.Count);
        Assert.Equal(100, _post.Mails.Select(m => m.Id).Distinct().Count());
        Assert.All(await portal.AllAsync<OutboxMail>(), row => Assert.Equal((1, true), (row.Attempts, row.SentAt is not null)));
    }

    [Theory, EveryDatabase]
    public async Task A_mail_that_fails_is_tried_again_later_and_later(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 1);
        _post.Before = _ => throw new InvalidOperationException("550 no\r\nsuch mailbox");

        await portal.SendsMail(_post);
        var first = Assert.Single(await portal.AllAsync<OutboxMail>());
        await portal.SendsMail(_post);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.SendsMail(_post);
        var second = Assert.Single(await portal.AllAsync<OutboxMail>());
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        _post.Before = _ => Task.CompletedTask;
        await portal.SendsMail(_post);
        var third = Assert.Single(await portal.AllAsync<OutboxMail>());

        Assert.Equal((1, portal.Clock.Now.AddMinutes(-2)), (first.Attempts, first.DueAt));
        Assert.Equal("InvalidOperationException: 550 no  such mailbox", first.LastError);
        Assert.Equal((2, portal.Clock.Now), (second.Attempts, second.DueAt));
        Assert.Equal((3, portal.Clock.Now, null, null), (third.Attempts, third.SentAt, third.DueAt, third.LastError));
        Assert.Single(_post.Mails);
    }

    [Theory, EveryDatabase]
    public async Task After_ten_failures_a_mail_is_left_for_a_person(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 1);
        var tries = 0;
        _post.Before = _ => throw new InvalidOperationException($"{new string('x', 2_000)}{tries++}");

        for (var i = 0; i < BackOff.MostAttempts + 2; i++)
        {
            await portal.SendsMail(_post);
            portal.Clock.Advance(TimeSpan.FromHours(6));
        }

        var row = Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal((BackOff.MostAttempts, BackOff.MostAttempts), (tries, row.Attempts));
        Assert.Equal((null, null, 500), (row.SentAt, row.DueAt, row.LastError!.Length));
    }

    [Theory, EveryDatabase]
    public async Task What_a_sender_had_when_it_died_is_sent_once_its_lease_ends(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 1);
        var handedOver = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        _post.Before = _ =>
        {
            reached.SetResult();
            return handedOver.Task;
        };
        var dying = portal.SendsMail(_post);
        await reached.Task;
        _post.Before = _ => Task.CompletedTask;

        await portal.SendsMail(_post);
        Assert.Empty(_post.Mails);
        portal.Clock.Advance(SendOutbox.Lease);
        await portal.SendsMail(_post);
        Assert.Single(_post.Mails);

        // It was only slow: the mail is there twice, and its Message-ID says that it is the same.
        handedOver.SetResult();
        await dying;
        Assert.Equal(2, _post.Mails.Count);
        Assert.Single(_post.Mails.Select(m => m.Id).Distinct());
    }

    [Fact]
    public async Task A_mail_that_fails_holds_no_other_up()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await QueueAsync(portal, 3);
        _post.Before = m => m.Recipient == "shopper1@example.com" ? throw new TimeoutException() : Task.CompletedTask;

        await portal.SendsMail(_post);

        Assert.Equal(["shopper0@example.com", "shopper2@example.com"], _post.Mails.Select(m => m.Recipient).Order());
    }

    [Theory, EveryDatabase]
    public async Task Who_is_stopped_finishes_one_mail_and_gives_the_others_back(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 3);
        using var stopping = new CancellationTokenSource();
        _post.Before = _ => stopping.CancelAsync();

        await portal.SendsMail(_post, stopping);
        Assert.Single(_post.Mails);
        await portal.SendsMail(_post);

        Assert.Equal(3, _post.Mails.Count);
        Assert.Equal(3, _post.Mails.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_way_in_goes_before_what_has_piled_up()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);
        await QueueAsync(portal, SendOutbox.MostAtOnce + 5);
        await portal.AsksForLink("shopper0@example.com");

        var more = await portal.SendsMail(_post);

        Assert.True(more);
        Assert.Equal("Your link to My rewards at Fairview", _post.Mails[0].Subject);
    }

    [Theory, EveryDatabase]
    public async Task A_link_that_has_ended_is_not_mailed_any_more(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await QueueAsync(portal, 1);
        await portal.SendsMail(_post);
        await portal.AsksForLink("shopper0@example.com");
        portal.Clock.Advance(TimeSpan.FromMinutes(15));

        await portal.SendsMail(_post);

        Assert.Single(_post.Mails);
        var row = Assert.Single(await portal.AllAsync<OutboxMail>(), m => m.Kind == MailKind.SignIn);
        Assert.Equal((null, null, "There was nothing to tell any more."), (row.SentAt, row.DueAt, row.LastError));
    }

    // As many shoppers give feedback, all on receipts of their own.
    private static async Task QueueAsync(PortalForTests portal, int mails)
    {
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), "shopper0@example.com");
        await portal.InDatabaseAsync(async db =>
        {
            db.OutboxMails.AddRange(Enumerable.Range(1, mails - 1).Select(i => new OutboxMail(
                Guid.CreateVersion7(), MailKind.Awards, sent.ResponseId, $"shopper{i}@example.com", "en", portal.Clock.Now)));
            await db.SaveChangesAsync();
        });
    }
}
