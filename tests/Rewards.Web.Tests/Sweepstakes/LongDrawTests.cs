using System.Net;
using System.Net.Http.Headers;
using Rewards.Application.Sweepstakes;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>Draws of so many entries that nobody waits for a page: how far a step has come is shown, and the bundle is written once.</summary>
public class LongDrawTests
{
    private const string Office = "/office/sweepstakes/" + EntriesForTests.DrawId;
    private const string Bundle = "/draws/" + EntriesForTests.DrawId + "/bundle.zip";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_step_goes_on_its_page_says_how_far_it_has_come_and_then_what_came_of_it()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var browser = await OfficerAsync(portal);
        Assert.Equal(Office, (await browser.Opens($"{Office}/working")).Address);
        var end = new TaskCompletionSource<Outcome<Frozen>>();
        var job = await BeginAsync(portal, _ => end.Task);
        for (var i = 0; i < 1_250; i++)
        {
            job.Progress.Step();
        }

        var page = await browser.Opens($"{Office}/working");
        var state = await browser.Opens($"{Office}/working?handler=State");

        Assert.Equal((HttpStatusCode.OK, $"{Office}/working"), (page.Status, page.Address));
        Assert.Equal("1,250 of 5,000 entries read", page.TextOf("#walked"));
        Assert.Contains("\"walked\":1250", state.Body, StringComparison.Ordinal);
        Assert.Contains("\"isDone\":false", state.Body, StringComparison.Ordinal);

        end.SetResult(new Frozen(5_000, default));
        await job.Done;
        Assert.Equal($"{Office}?done=freeze", (await browser.Opens($"{Office}/working")).Address);
    }

    [Fact]
    public async Task A_step_that_was_refused_says_why()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await (await BeginAsync(portal, _ => Task.FromResult<Outcome<Frozen>>(new SweepstakesWithoutEntries()))).Done;

        var page = await (await OfficerAsync(portal)).Opens($"{Office}/working");

        Assert.True(page.Has(".errors, .panel, [role=alert]"));
        Assert.False(page.Has("progress"));
    }

    [Fact]
    public async Task Of_two_steps_of_a_draw_at_once_one_is_under_way_and_another_draw_is_not_in_its_way()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        var end = new TaskCompletionSource<Outcome<Frozen>>();
        var first = await BeginAsync(portal, _ => end.Task);

        var second = await BeginAsync(portal, _ => throw new InvalidOperationException("This one is never begun."));
        var other = await BeginAsync(portal, _ => Task.FromResult<Outcome<Frozen>>(new Frozen(1, default)), "2026-04-monthly");

        Assert.Same(first, second);
        Assert.Null(await other.Done);
        Assert.False(first.Done.IsCompleted);
        end.SetResult(new Frozen(5_000, default));
        Assert.Null(await first.Done);
        Assert.NotSame(first, await BeginAsync(portal, _ => end.Task));
    }

    [Fact]
    public async Task A_bundle_is_written_once_for_all_who_ask_and_given_in_parts()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync(entries: 40);
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => portal.Http.GetAsync(new Uri(Bundle, UriKind.Relative), Stop)));

        var bytes = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsByteArrayAsync(Stop)));
        Assert.All(bytes, one => Assert.Equal(bytes[0], one));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(portal.Below.Folder, "draws")));
        Assert.Equal(bytes[0], await File.ReadAllBytesAsync(file, Stop));

        using var part = new HttpRequestMessage(HttpMethod.Get, Bundle) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var partly = await portal.Http.SendAsync(part, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, partly.StatusCode);
        Assert.Equal(bytes[0][100..200], await partly.Content.ReadAsByteArrayAsync(Stop));
        using var known = new HttpRequestMessage(HttpMethod.Get, Bundle) { Headers = { IfNoneMatch = { answers[0].Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await portal.Http.SendAsync(known, Stop)).StatusCode);

        File.Delete(file);
        Assert.Equal(bytes[0], await portal.Http.GetByteArrayAsync(new Uri(Bundle, UriKind.Relative), Stop));
    }

    private static Task<DrawJob> BeginAsync(PortalOnLoopback portal, Func<FreezeEntries, Task<Outcome<Frozen>>> take, string drawId = EntriesForTests.DrawId) =>
        portal.Below.CallAsync<DrawWork, DrawJob>(work => Task.FromResult(work.Begin(drawId, "freeze", 5_000, take)));

    private static async Task<BrowserForTests> OfficerAsync(PortalOnLoopback portal)
    {
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        return browser;
    }
}
