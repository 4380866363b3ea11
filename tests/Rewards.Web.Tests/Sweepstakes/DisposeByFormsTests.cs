using System.Net;
using Rewards.Application;
using Rewards.Application.Shoppers;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>A prize is taken by two officers on a page, and everyone sees who has it then.</summary>
public class DisposeByFormsTests
{
    private const string Office = "/office/sweepstakes/" + EntriesForTests.DrawId;
    private const string Page = Office + "/prizes/1/dispose";
    private const string Public = "/draws/" + EntriesForTests.DrawId;

    [Theory, EveryDatabase]
    public async Task A_prize_goes_from_one_to_the_next_until_nobody_is_left(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, persons: 3);
        var (ana, ben) = (await OfficerAsync(portal), await OfficerAsync(portal));
        var etag = await TagAsync(portal);

        var wrong = await (await ana.Opens(Page)).Submits("#propose", ("code", "INELIGIBLE_AGE"), ("note", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.True(wrong.Has("#note-err"));
        Assert.Equal($"{Office}?done=proposed", (await wrong.Submits("#propose", ("code", "INELIGIBLE_AGE"), ("note", "She says that she is sixteen"))).Address);
        Assert.Contains("a proposal waits", (await ana.Opens(Office)).TextOf("#winners"), StringComparison.Ordinal);
        Assert.False((await ana.Opens(Page)).Has("#confirm"));

        // Declined once, taken back once, then done.
        var declined = await (await ben.Opens(Page)).Submits("#decline .btn", ("reason", "Her passport says otherwise"));
        Assert.Equal($"{Office}?done=declined", declined.Address);
        Assert.Contains("Her passport says otherwise", (await ana.Opens(Page)).TextOf("#declined"), StringComparison.Ordinal);
        await (await ana.Opens(Page)).Submits("#propose", ("code", "DECLINED"), ("note", "Said so"));
        Assert.Equal($"{Office}?done=withdrawn", (await (await ana.Opens(Page)).Submits("#withdraw")).Address);
        await (await ana.Opens(Page)).Submits("#propose", ("code", "INELIGIBLE_AGE"), ("note", "She says that she is sixteen"));
        var decision = await ben.Opens(Page);
        Assert.Contains("She says that she is sixteen", decision.TextOf("#evidence"), StringComparison.Ordinal);
        Assert.Equal($"{Office}?done=prize-taken", (await decision.Submits("#confirm")).Address);
        Assert.NotEqual(etag, await TagAsync(portal));

        // What speaks for it can be opened from then on; that somebody did is in the audit.
        var opened = await (await ana.Opens(Page)).Submits("#before button[value=false]");
        Assert.Equal("application/json", opened.Type);
        Assert.Contains("She says that she is sixteen", opened.Body, StringComparison.Ordinal);
        Assert.Single(await portal.Below.AllAsync<AuditEvent>(), e => e.Act == AuditAct.EvidenceOpened);

        var shopper = portal.Browser();
        Assert.Contains("went on to the next in line", (await shopper.Opens(Public)).TextOf("#winners"), StringComparison.Ordinal);
        Assert.Contains("Not eligible by the rules", (await shopper.Opens(Public)).TextOf("#went-on"), StringComparison.Ordinal);
        Assert.DoesNotContain("sixteen", (await shopper.Opens(Public)).Body, StringComparison.Ordinal);
        Assert.Contains("went on to the next in line", (await shopper.Opens("/winners")).Text, StringComparison.Ordinal);

        await (await ana.Opens(Page)).Submits("#propose", ("code", "DECLINED"), ("note", "Said so"));
        Assert.Equal($"{Office}?done=prize-taken", (await (await ben.Opens(Page)).Submits("#confirm")).Address);
        Assert.Contains("Nobody has this prize", (await shopper.Opens(Public)).TextOf("#winners"), StringComparison.Ordinal);
        Assert.Contains("Nadie tiene este premio", (await portal.Browser().Opens("/winners?lang=es")).Text, StringComparison.Ordinal);
        Assert.True((await ana.Opens(Page)).Has("#settled"));
        Assert.Contains("Nobody has", (await ana.Opens(Office)).TextOf("#winners"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lost_a_prize_has_it_no_longer_among_their_own_and_the_next_one_has()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite, persons: 3);
        var officer = new OfficerForTests(portal.Below);
        var claim = (await portal.Below.AllAsync<PrizeClaim>()).Single(c => c.Prize == 1);
        Assert.Null((await officer.Disposes(EntriesForTests.DrawId, claim.Id)).Error);

        var next = (await portal.Below.AllAsync<PrizeClaim>()).Single(c => c.Turn == 2);
        Assert.Empty(await PrizesAsync(portal, claim.ShopperId));
        Assert.Single(await PrizesAsync(portal, next.ShopperId));
    }

    [Fact]
    public async Task A_file_goes_with_it_and_the_other_officer_opens_it()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite, persons: 3);
        var (ana, ben) = (await OfficerAsync(portal), await OfficerAsync(portal));
        (string, string)[] fields = [("code", "INELIGIBLE_AGE"), ("note", "Fifteen by the passport")];
        var most = new byte[AttachedFile.MostBytes];
        "%PDF-1.7"u8.CopyTo(most);

        var refused = await (await ana.Opens(Page)).SubmitsWith(("attachment", "MZ"u8.ToArray()), "#propose", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has("#file-err"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await refused.SubmitsWith(("attachment", [.. most, 0]), "#propose", fields)).Status);
        Assert.Equal($"{Office}?done=proposed", (await refused.SubmitsWith(("attachment", most), "#propose", fields)).Address);
        var opened = await (await ben.Opens(Page)).Submits("#open-file");

        Assert.Equal("application/pdf", opened.Type);
        Assert.StartsWith("%PDF-1.7", opened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_prize_has_no_page_and_nobody_but_the_office_sees_one()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite, persons: 3);
        var ana = await OfficerAsync(portal);

        foreach (var address in new[] { Office + "/prizes/3/dispose", Office + "/prizes/0/dispose", "/office/sweepstakes/2026-01-monthly/prizes/1/dispose" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ana.Opens(address)).Status);
        }

        Assert.False((await portal.Browser().Opens(Page)).Has("#propose"));
    }

    private static async Task<PortalOnLoopback> DrawnAsync(DatabaseKind database, int persons)
    {
        var portal = await PortalOnLoopback.StartAsync(database);
        for (var i = 0; i < persons; i++)
        {
            await portal.Below.EntersAsync(email: $"shopper{i}@example.com");
        }

        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);
        return portal;
    }

    private static async Task<IReadOnlyList<MyPrize>> PrizesAsync(PortalOnLoopback portal, Guid shopperId) =>
        (await portal.Below.CallAsync<ShowMyRewards, MyRewards?>(u => u.RunAsync(shopperId, 1, 1, 1, TestContext.Current.CancellationToken)))!.Prizes;

    private static async Task<BrowserForTests> OfficerAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }

    private static async Task<string> TagAsync(PortalOnLoopback portal) => (await portal.Browser().Opens(Public + "/bundle.zip")).Headers.ETag!.Tag;
}
