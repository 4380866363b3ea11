using System.Net;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Shoppers;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>Cards by mail through the office's forms.</summary>
public class MailInPagesTests
{
    private const string Address = $"/office/sweepstakes/{EntriesForTests.DrawId}/mail-in";

    [Theory, EveryDatabase]
    public async Task One_types_another_checks_and_nobody_does_both(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Entries = new EntryTerms(30, 60, 18, "") });
        var (ana, ben) = (await ShopperStoryTests.OfficeAsync(portal), await ShopperStoryTests.OfficeAsync(portal, StaffRole.Administrator));
        var batch = await (await ana.Opens(Address)).Submits("#start");

        var refused = await TypeAsync(batch, "Cy Post", "2026-02-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has("#postmark[aria-invalid=true]"));
        Assert.Equal("Cy Post", refused.Document.GetElementById("name")!.GetAttribute("value"));
        batch = await TypeAsync(refused, "Cy Post", "2026-03-05");
        batch = await TypeAsync(batch, "Di Post", "2026-03-05");
        batch = await TypeAsync(batch, "Ed Wrong", "2026-03-05");
        batch = await batch.Submits("tbody tr:last-child button");
        Assert.Equal(2, batch.Document.QuerySelectorAll("#cards tbody tr").Length);
        var typed = await batch.Submits("#submit");
        Assert.Contains("waits for another person", typed.Text, StringComparison.Ordinal);
        Assert.False(typed.Has("#check"));

        var asked = await ben.Opens(typed.Address);
        var cards = asked.Document.QuerySelectorAll("input[value=accept]").Select(i => i.GetAttribute("name")!).ToList();
        var undecided = await asked.Submits("#check", (cards[0], "accept"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.Status);
        Assert.True(undecided.Has(".errors a[href='#card-2']"));
        Assert.Empty(await portal.Below.AllAsync<SweepstakesEntry>());
        var done = await asked.Submits(
            "#check", (cards[0], "accept"), (cards[1], "strike"), (cards[1].Replace("decision", "reason", StringComparison.Ordinal), "No such street"));

        Assert.Contains("1 of 2 cards are entries", done.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("struck: No such street", done.Text, StringComparison.Ordinal);
        Assert.Single(await portal.Below.AllAsync<SweepstakesEntry>());
        Assert.Contains("100.0%", (await ana.Opens($"/office/sweepstakes/{EntriesForTests.DrawId}")).TextOf("#ways"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Opens($"{Address}/{Guid.NewGuid()}")).Status);
    }

    private static Task<PageForTests> TypeAsync(PageForTests batch, string name, string postmark) => batch.Submits(
        "#add form", ("name", name), ("street", "1 Post Way"), ("city", "Fairview"), ("state", "OH"), ("zip", "45000"), ("postmark", postmark));
}
