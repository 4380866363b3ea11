using System.Formats.Asn1;
using System.Net;
using Rewards.Application.Sweepstakes;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>A month is drawn in the office by forms alone, and everyone sees and checks what came of it.</summary>
public class DrawByFormsTests(NodeVerifier node) : IClassFixture<NodeVerifier>
{
    private const string Office = "/office/sweepstakes/" + EntriesForTests.DrawId;
    private const string Public = "/draws/" + EntriesForTests.DrawId;
    private static readonly DateTime _aprilSecond = new(2026, 4, 2, 14, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_month_is_settled_committed_to_and_drawn_and_anyone_can_check_it(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        await portal.Below.EntersAsync(entries: 3);
        await portal.Below.EntersAsync(email: "ana@example.com");
        var marketing = await OfficerAsync(portal);
        portal.Below.Clock.Advance(_aprilSecond - portal.Below.Clock.Now);

        var other = await OfficerAsync(portal);
        var proposed = await (await (await marketing.Opens(Office)).Follows("main a.btn")).Submits("#propose");
        Assert.Equal($"{Office}?done=proposed", proposed.Address);
        Assert.Contains("waits for a second person", (await other.Opens("/office/sweepstakes")).Text, StringComparison.Ordinal);
        Assert.False((await marketing.Opens($"{Office}/freeze")).Has("#confirm"));
        Assert.Equal(SweepstakesStatus.Open, await StatusAsync(portal));
        var settled = await (await (await other.Opens(Office)).Follows("main a.btn")).Submits("#confirm");
        Assert.Equal($"{Office}?done=freeze", settled.Address);
        Assert.Contains("confirmed by", settled.TextOf(".timeline"), StringComparison.Ordinal);

        var check = await (await settled.Follows("main a.btn")).Submits(
            "button[value=check]", ("kind", "Ceremony"), ("description", OfficerForTests.Description), ("announcementAt", "2026-04-02T19:30"));
        Assert.Contains("2 April 2026, 7:30", check.Text, StringComparison.Ordinal);
        Assert.Equal($"{Office}?done=proposed", (await check.Submits("button[value=propose]")).Address);
        Assert.Equal(SweepstakesStatus.Frozen, await StatusAsync(portal));
        var decision = await (await marketing.Opens(Office)).Follows("main a.btn");
        Assert.Contains(OfficerForTests.Description, decision.Text, StringComparison.Ordinal);
        var committed = await decision.Submits("#confirm");
        Assert.Equal($"{Office}?done=commit", committed.Address);
        var published = (await portal.Browser().Opens(Public)).TextOf("code.hash");

        // Before the value is announced there is no page to enter it on.
        Assert.Equal(Office, (await marketing.Opens($"{Office}/run")).Address);
        portal.Below.Clock.Advance(TimeSpan.FromHours(12));
        var value = await (await marketing.Opens($"{Office}/run")).Submits("button[value=check]", ("announced", $"  {OfficerForTests.Value} "));
        Assert.Equal(OfficerForTests.Value, value.TextOf("code.hash"));
        var drawn = await value.Submits("button[value=draw]");
        Assert.Equal($"{Office}?done=run", drawn.Address);
        Assert.Contains("ana@example.com", drawn.TextOf("#winners"), StringComparison.Ordinal);

        var shopper = portal.Browser();
        var page = await shopper.Opens(Public);
        Assert.Contains(OfficerForTests.Value, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.com", page.Body, StringComparison.Ordinal);
        Assert.Contains("Name follows · entry", (await shopper.Opens("/winners")).Text, StringComparison.Ordinal);
        using var bundle = new FileInFolder(await shopper.Downloads($"{Public}/bundle.zip"));
        Assert.True(Digest.TryParse(published, out var commit));
        Assert.Null(VerifyDrawBundle.Run(bundle.Path, commit, Stop).Disagreement);
        Assert.Equal("", (await node.ChecksAsync(bundle.Path, published)).Disagreement);
    }

    [Fact]
    public async Task What_cannot_be_committed_to_is_said_at_its_field_and_nothing_is_published()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Frozen, EntriesForTests.DrawId);
        var form = await (await OfficerAsync(portal)).Opens($"{Office}/commit");

        foreach (var step in (string[])["check", "propose"])
        {
            (string Name, string Value)[] Typed(string description, string at) => [("kind", "Ceremony"), ("description", description), ("announcementAt", at), ("step", step)];
            var missing = await form.Submits("main form", Typed(" ", "2026-04-03T12:00"));
            var long_ = await form.Submits("main form", Typed(new string('x', 1001), "2026-04-03T12:00"));
            var noTime = await form.Submits("main form", Typed("x", "tomorrow"));
            var soon = await form.Submits("main form", Typed("x", "2026-04-02T00:59"));
            var late = await form.Submits("main form", Typed("x", "8026-04-02T00:59"));

            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (missing.Status, missing.Has("#description-err")));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (long_.Status, long_.Has("#description-err")));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (noTime.Status, noTime.Has("#announcement-err")));
            Assert.Equal((HttpStatusCode.Conflict, true), (soon.Status, soon.Has("#announcement-err")));
            Assert.Equal((HttpStatusCode.Conflict, true), (late.Status, late.Has("#announcement-err")));
            Assert.Equal("x", late.TextOf("textarea"));
        }

        Assert.Equal(SweepstakesStatus.Frozen, await StatusAsync(portal));
    }

    [Fact]
    public async Task Who_pressed_second_sees_what_came_of_the_first()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        portal.Below.Clock.Advance(_aprilSecond - portal.Below.Clock.Now);
        var (one, two) = (await OfficerAsync(portal), await OfficerAsync(portal));
        var (first, second) = (await one.Opens($"{Office}/freeze"), await two.Opens($"{Office}/freeze"));

        await first.Submits("#propose");
        var waiting = await second.Submits("#propose");
        Assert.Equal((HttpStatusCode.Conflict, true), (waiting.Status, waiting.Has("#confirm")));

        var late = await (await OfficerAsync(portal)).Opens($"{Office}/freeze");
        await waiting.Submits("#confirm");
        var after = await late.Submits("#confirm");
        Assert.Equal((HttpStatusCode.OK, Office), (after.Status, after.Address));
        Assert.Contains("Publish the commitment", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_alone_cannot_take_a_step_by_http_either_and_a_declined_proposal_says_why()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        portal.Below.Clock.Advance(_aprilSecond - portal.Below.Clock.Now);
        var (ana, ben) = (await OfficerAsync(portal), await OfficerAsync(portal));

        await (await ana.Opens($"{Office}/freeze")).Submits("#propose");
        var proposal = Assert.Single(await portal.Below.AllAsync<DrawProposal>());
        var own = await ana.Opens($"{Office}/freeze");
        var form = own.Fields("#withdraw").Single(f => f.Name != "proposal");
        var alone = await ana.Posts($"{Office}/freeze?handler=Confirm", (form.Name, form.Value), ("proposal", $"{proposal.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, alone.Status);
        Assert.Equal(SweepstakesStatus.Open, await StatusAsync(portal));

        var decision = await ben.Opens($"{Office}/freeze");
        var empty = await decision.Submits("#decline button");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (empty.Status, empty.Has("#reason-err")));
        Assert.Equal($"{Office}?done=declined", (await decision.Submits("#decline button", ("reason", "The 3rd looks odd"))).Address);
        var again = await ana.Opens($"{Office}/freeze");
        Assert.Contains("The 3rd looks odd", again.TextOf("#declined"), StringComparison.Ordinal);
        var mine = await (await again.Submits("#propose")).Follows("main a.btn");
        Assert.Equal($"{Office}?done=withdrawn", (await mine.Submits("#withdraw")).Address);
        Assert.Equal(SweepstakesStatus.Open, await StatusAsync(portal));
    }

    [Fact]
    public async Task A_commitment_has_a_request_for_a_time_stamp_over_it()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        var officer = new OfficerForTests(portal.Below);
        await officer.TakesTo(SweepstakesStatus.Frozen, EntriesForTests.DrawId);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Opens($"{Public}/commit.tsq")).Status);
        var commit = (await officer.Commits(EntriesForTests.DrawId)).Value.Commit;

        var request = new AsnReader(await portal.Browser().Downloads($"{Public}/commit.tsq"), AsnEncodingRules.DER);

        var stamp = request.ReadSequence();
        request.ThrowIfNotEmpty();
        Assert.Equal(1, stamp.ReadInteger());
        var imprint = stamp.ReadSequence();
        var algorithm = imprint.ReadSequence();
        Assert.Equal("2.16.840.1.101.3.4.2.1", algorithm.ReadObjectIdentifier());
        algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        Assert.Equal($"{commit}", Convert.ToHexStringLower(imprint.ReadOctetString()));
        imprint.ThrowIfNotEmpty();
        Assert.True(stamp.ReadBoolean());
        stamp.ThrowIfNotEmpty();
    }

    [Fact]
    public async Task Only_the_office_takes_steps_and_only_by_its_own_forms()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        portal.Below.Clock.Advance(_aprilSecond - portal.Below.Clock.Now);

        var stranger = await portal.Browser().Opens($"{Office}/freeze");
        var cashier = portal.Browser();
        await cashier.SignsIn(await portal.HiresAsync(StaffRole.Supervisor, StoreNumbers.Princeton));
        var refused = await cashier.Opens($"{Office}/freeze");
        var forged = await (await OfficerAsync(portal)).Posts($"{Office}/freeze");

        Assert.StartsWith("/account/sign-in", stranger.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(SweepstakesStatus.Open, await StatusAsync(portal));
    }

    private static async Task<BrowserForTests> OfficerAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }

    private static async Task<SweepstakesStatus> StatusAsync(PortalOnLoopback portal) =>
        (await portal.Below.AllAsync<MonthlySweepstakes>()).Single(s => s.DrawId == EntriesForTests.DrawId).Status;

    private sealed class FileInFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("draw-by-forms-");

        public FileInFolder(byte[] bytes) => File.WriteAllBytes(Path, bytes);

        public string Path => System.IO.Path.Combine(_folder.FullName, "bundle.zip");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
