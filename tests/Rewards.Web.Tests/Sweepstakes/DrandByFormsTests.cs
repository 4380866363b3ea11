using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rewards.Application.Sweepstakes;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>A round of drand is chosen, fetched from a mirror or pasted, and drawn with, by forms alone. Its rounds are of 2023, and so is the clock.</summary>
public class DrandByFormsTests(NodeVerifier node) : IClassFixture<NodeVerifier>
{
    private const string DrawId = "2023-07-monthly";
    private const string Office = "/office/sweepstakes/" + DrawId;
    private const long Round = 123;
    private const string Signature = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
    private const string OtherSignature = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    private static readonly DateTime _due = Quicknet.TimeOf(Round).UtcDateTime;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_is_committed_to_fetched_from_the_mirror_that_has_it_and_drawn_with()
    {
        await using var mirror = await MirrorAsync();
        await using var portal = await StartAsync(mirror, TimeSpan.FromMinutes(-90));
        var (one, two) = (await OfficerAsync(portal), await OfficerAsync(portal));

        // The clocks of the programme's zone, to the second of the round.
        var check = await (await one.Opens($"{Office}/commit")).Submits(
            "button[value=check]", ("announcementAt", Rewards.Domain.Zone.ToLocal(_due, "America/New_York").ToString("yyyy-MM-dd'T'HH:mm:ss", null)));
        Assert.Contains("Round 123 of drand quicknet", check.Text, StringComparison.Ordinal);
        await check.Submits("button[value=propose]");
        await (await two.Opens($"{Office}/commit")).Submits("#confirm");
        var drawing = Assert.Single(await portal.Below.AllAsync<Drawing>());
        Assert.Equal((Round, _due), (drawing.BeaconRound, drawing.AnnouncementAt));
        var published = (await portal.Browser().Opens("/draws/" + DrawId)).TextOf("code.hash");

        portal.Below.Clock.Advance(_due.AddSeconds(5) - portal.Below.Clock.Now);
        var run = await one.Opens($"{Office}/run");
        mirror.Answer = (_, _) => (404, "");
        var missing = await run.Submits("#fetching button");
        Assert.Equal(HttpStatusCode.Conflict, missing.Status);
        Assert.Contains(": 404", missing.TextOf(".errors"), StringComparison.Ordinal);
        mirror.Answer = (_, round) => (200, $$"""{"round":{{round}},"signature":"{{OtherSignature}}"}""");
        Assert.Contains("beacon-signature-wrong", (await run.Submits("#fetching button")).TextOf(".errors"), StringComparison.Ordinal);
        mirror.Answer = (_, _) => (302, "");
        Assert.Contains(": 302", (await run.Submits("#fetching button")).TextOf(".errors"), StringComparison.Ordinal);
        mirror.Answer = (_, _) => (200, new string(' ', 100_000));
        Assert.Equal(HttpStatusCode.Conflict, (await run.Submits("#fetching button")).Status);
        Assert.Empty(await portal.Below.AllAsync<DrawingPlace>());

        mirror.Answer = (chain, round) => chain == $"{Quicknet.BeaconId}" ? (200, $$"""{"round":{{round}},"randomness":"00","signature":"{{Signature}}"}""") : (400, "");
        var genuine = await run.Submits("#fetching button");
        Assert.Equal(Signature, genuine.TextOf("code.hash"));
        Assert.Empty(await portal.Below.AllAsync<DrawingPlace>());
        Assert.Equal($"{Office}?done=run", (await genuine.Submits("button[value=draw]")).Address);

        var path = Path.Combine(Path.GetTempPath(), $"drand-by-forms-{Guid.NewGuid():n}.zip");
        await File.WriteAllBytesAsync(path, await portal.Browser().Downloads($"/draws/{DrawId}/bundle.zip"), Stop);
        Assert.True(Digest.TryParse(published, out var commit));
        Assert.Null(VerifyDrawBundle.Run(path, commit, Stop).Disagreement);
        Assert.Equal("", (await node.ChecksAsync(path, published)).Disagreement);
        File.Delete(path);
        Assert.Contains(Signature, (await portal.Browser().Opens("/draws/" + DrawId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_is_verified_and_anything_else_is_refused_at_its_field_also_when_it_is_sent_to_be_drawn_with()
    {
        await using var mirror = await MirrorAsync();
        await using var portal = await StartAsync(mirror, TimeSpan.FromMinutes(-90));
        var officer = await OfficerAsync(portal);
        _ = (await new OfficerForTests(portal.Below).CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, _due))).Value;
        portal.Below.Clock.Advance(_due - portal.Below.Clock.Now);
        var run = await officer.Opens($"{Office}/run");

        foreach (var step in (string[])["check", "draw"])
        {
            foreach (var (pasted, status) in new[]
            {
                (Signature[..^1] + "3", HttpStatusCode.Conflict),
                ($$"""{"round":124,"signature":"{{Signature}}"}""", HttpStatusCode.Conflict),
                ("12345", HttpStatusCode.UnprocessableEntity),
            })
            {
                var refused = await run.Submits("#pasting", ("announced", pasted), ("step", step));
                Assert.Equal((status, true), (refused.Status, refused.Has("#announced-err")));
                Assert.Equal(pasted, refused.TextOf("#announced"));
            }
        }

        Assert.Empty(await portal.Below.AllAsync<DrawingPlace>());
        var verified = await run.Submits("#pasting button", ("announced", $$"""  {"round":123,"signature":"{{Signature}}"} """));
        Assert.Equal($"{Office}?done=run", (await verified.Submits("button[value=draw]")).Address);
        Assert.Equal(0, mirror.Asked);
    }

    private static async Task<PortalOnLoopback> StartAsync(Mirror mirror, TimeSpan beforeTheRound)
    {
        var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup
        {
            Start = new DateTime(2023, 7, 4, 15, 0, 0, DateTimeKind.Utc),
            Settings = new() { ["Sweepstakes:BeaconMirrors:0"] = mirror.Url },
        });
        await portal.Below.EntersAsync(entries: 2, drawId: DrawId);
        await portal.Below.EntersAsync(email: "ana@example.com", drawId: DrawId);
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Frozen, DrawId);
        portal.Below.Clock.Advance(_due + beforeTheRound - portal.Below.Clock.Now);
        return portal;
    }

    private static async Task<BrowserForTests> OfficerAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }

    private static async Task<Mirror> MirrorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var mirror = new Mirror(builder.Build());
        await mirror.StartAsync();
        return mirror;
    }

    private sealed class Mirror(WebApplication app) : IAsyncDisposable
    {
        public string Url => app.Urls.Single();

        public int Asked { get; private set; }

        public Func<string, long, (int Status, string Text)> Answer { get; set; } = (_, _) => (404, "");

        public Task StartAsync()
        {
            app.MapGet("/{chain}/public/{round:long}", (string chain, long round, HttpContext context) =>
            {
                Asked++;
                var (status, text) = Answer(chain, round);
                context.Response.Headers.Location = status == 302 ? $"{Url}/elsewhere" : default;
                return Results.Text(text, "application/json", statusCode: status);
            });
            return app.StartAsync();
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
