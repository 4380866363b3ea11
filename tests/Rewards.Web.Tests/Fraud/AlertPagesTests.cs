using System.Net;
using Rewards.Application.Fraud;
using Rewards.Data.Receipts;
using Rewards.Data.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Fraud;

/// <summary>The office is written to, looks at what was found, and closes it.</summary>
public class AlertPagesTests
{
    [Theory, EveryDatabase]
    public async Task An_alert_is_mailed_once_read_with_what_was_found_and_closed_with_a_note(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Settings = { ["Fraud:GuessesPerDay"] = "3" } });
        var marketing = await portal.HiresAsync(StaffRole.Marketing);
        await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton);
        await portal.Below.InDatabaseAsync(async db =>
        {
            db.CodeAttempts.AddRange(Enumerable.Range(0, 3).Select(_ => new CodeAttempt { Client = new byte[16], At = portal.Below.Clock.Now }));
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, await portal.Below.CallAsync<DetectFraud, int>(u => u.RunAsync(default)));
        var mail = Assert.Single(await portal.Below.AllAsync<Domain.Mail.OutboxMail>());
        Assert.Equal(marketing.Email, mail.Recipient);
        var written = (await portal.Below.CallAsync<Application.Mail.ComposeMail, Application.Mail.OutgoingMail?>(u => u.RunAsync(mail, default)))!;
        Assert.Equal("Please look: Somebody guesses codes", written.Subject);

        var browser = portal.Browser();
        await browser.SignsIn(marketing);
        var alert = await (await browser.Opens("/office/alerts")).Follows("tbody a");
        Assert.Equal("Somebody guesses codes", alert.TextOf("h1"));
        Assert.Contains("tried 3 codes", alert.Text, StringComparison.Ordinal);
        var refused = await alert.Submits("main form", ("note", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var closed = await refused.Submits("main form", ("note", "A school class."));
        Assert.Contains("A school class.", closed.Text, StringComparison.Ordinal);
        Assert.False(closed.Has("main form"));
        Assert.Contains("No alerts", (await browser.Opens("/office/alerts")).Text, StringComparison.Ordinal);
        Assert.True((await browser.Opens("/office/alerts?show=closed")).Has("tbody a"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Opens($"/office/alerts/{Guid.NewGuid()}")).Status);
    }
}
