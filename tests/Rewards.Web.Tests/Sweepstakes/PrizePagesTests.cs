using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>A winner and an officer, by forms alone.</summary>
public class PrizePagesTests
{
    private const string Office = "/office/sweepstakes/" + EntriesForTests.DrawId + "/prizes/1";

    private static readonly (string Name, string Value)[] _typed =
    [
        ("name", "Ana Diaz"), ("street", "12 Main Street"), ("city", "Fairview"), ("state", "OH"), ("zip", "45000"), ("birth", "1980-01-01"),
        ("consent", "FirstNameAndTown"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_prize_is_claimed_checked_and_mailed_as_a_voucher(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal.Below);
        var path = await winner.PathAsync();
        var page = await portal.Browser().Opens(path);
        Assert.Contains("no-referrer", page.Headers.GetValues("Referrer-Policy"));
        Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));

        var young = await page.Submits("button[value=sign]", [.. _typed.Where(t => t.Name != "birth"), ("birth", "2015-01-01"), ("signature", "Ana Diaz"), ("agree", "true")]);
        Assert.Equal((HttpStatusCode.Conflict, true), (young.Status, young.Has(".errors a[href='#birth']")));
        Assert.Equal("12 Main Street", young.Document.QuerySelector("#street")!.GetAttribute("value"));
        var unsigned = await page.Submits("button[value=sign]", [.. _typed, ("signature", "Somebody Else"), ("agree", "true")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (unsigned.Status, unsigned.Has(".errors a[href='#signature']")));
        var done = await page.Submits("button[value=sign]", [.. _typed, ("signature", "ana diaz"), ("agree", "true")]);
        Assert.Equal((path, true), (done.Address, done.Has("#state")));
        Assert.DoesNotContain("12 Main Street", done.Body, StringComparison.Ordinal);
        Assert.True((await page.Submits("button[value=sign]", [.. _typed, ("signature", "ana diaz"), ("agree", "true")])).Has("#state"));

        var officer = portal.Browser();
        await officer.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        var prize = await officer.Opens(Office);
        Assert.DoesNotContain("Main Street", prize.Body, StringComparison.Ordinal);
        var opened = await prize.Submits("#reveal");
        Assert.Contains("12 Main Street, Fairview, OH 45000", opened.TextOf("#revealed"), StringComparison.Ordinal);
        var unchecked_ = await opened.Submits("#accept button", ("age", "true"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), (unchecked_.Status, unchecked_.Has("#revealed")));
        var accepted = await opened.Submits("#accept button", ("age", "true"), ("residence", "true"), ("affidavit", "true"), ("employment", "true"));
        Assert.Equal(Office + "?done=accepted", accepted.Address);
        var over = await accepted.Submits("#voucher button", ("amount", "$100.01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.Status);
        var fulfilled = await accepted.Submits("#voucher button");
        Assert.Equal(Office + "?done=fulfilled", fulfilled.Address);
        Assert.Equal(HttpStatusCode.Conflict, (await accepted.Submits("#hand button", ("note", "again"))).Status);
        Assert.Equal(1, await portal.Below.InDatabaseAsync(db => db.Vouchers.CountAsync()));

        Assert.Contains("…", (await officer.Opens("/office/sweepstakes/tax")).TextOf("tbody"), StringComparison.Ordinal);
        var administrator = portal.Browser();
        await administrator.SignsIn(await portal.HiresAsync(StaffRole.Administrator));
        var acts = (await administrator.Opens("/office/audit")).Text;
        Assert.All((string[])["Answer of a winner opened", "Answer of a winner accepted", "Prize handed over"], act => Assert.Contains(act, acts, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Downloads_of_names_are_posts_of_the_office_and_on_record()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite);
        var officer = portal.Browser();
        await officer.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        var draw = await officer.Opens("/office/sweepstakes/" + EntriesForTests.DrawId);

        var winners = await draw.Submits("#winners-file button");

        Assert.Equal("text/csv", winners.Type);
        Assert.Equal(1, await portal.Below.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Act == AuditAct.WinnersExported)));
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Posts("/office/sweepstakes/tax?year=2026")).Status);
        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens(Office)).Address, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await portal.Browser().Opens("/office/sweepstakes/tax")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_of_the_signed_page_is_uploaded_and_nothing_else_is_taken_there_or_elsewhere()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite);
        var winner = await WinnerForTests.OfAsync(portal.Below);
        var path = await winner.PathAsync();
        var paper = await (await portal.Browser().Opens(path)).Submits("button[value=paper]", _typed);
        Assert.True(paper.Has("#paper") && paper.Has("#upload"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadsAsync(portal, path, [.. "<html>"u8]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadsAsync(portal, path, [0xFF, 0xD8, 0xFF, .. new byte[AttachedFile.MostBytes]]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await UploadsAsync(portal, path, [0xFF, 0xD8, 0xFF, .. new byte[6_500_000]]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await UploadsAsync(portal, "/enter", WinnerForTests.Photo));
        Assert.Equal(HttpStatusCode.NotFound, await UploadsAsync(portal, path + "x", WinnerForTests.Photo));
        Assert.Equal(HttpStatusCode.Found, await UploadsAsync(portal, path, WinnerForTests.Photo));

        Assert.Equal(PrizeClaimStatus.Answered, (await winner.ClaimAsync()).Status);
        var officer = portal.Browser();
        await officer.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        var file = await (await officer.Opens(Office)).Submits("form[action$='handler=File'] button");
        Assert.Equal("image/jpeg", file.Type);
    }

    [Fact]
    public async Task Whoever_is_signed_in_as_a_colleague_does_not_answer_and_who_declines_is_thanked()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite, withEmail: false);
        var winner = await WinnerForTests.OfAsync(portal.Below);
        var path = await winner.PathAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Opens(path)).Status);
        var officer = portal.Browser();
        await officer.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        var told = await (await officer.Opens(Office)).Submits("#tell");
        Assert.EndsWith(path, told.TextOf("#link"), StringComparison.Ordinal);
        Assert.False((await officer.Opens(Office)).Has("#link"));

        var refused = await (await officer.Opens(path)).Submits("button[value=paper]", _typed);
        Assert.Equal((HttpStatusCode.Forbidden, null), (refused.Status, (await winner.ClaimAsync()).AnsweredAt));

        var declined = await (await portal.Browser().Opens(path)).Submits("#decline button");
        Assert.Contains("next in line", declined.TextOf("#state"), StringComparison.Ordinal);
        Assert.True((await officer.Opens(Office)).Has($"a[href='{Office}/dispose']"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Opens(path + "x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Opens(Office + "99")).Status);
    }

    private static async Task<PortalOnLoopback> DrawnAsync(DatabaseKind database, bool withEmail = true)
    {
        var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Entries = new EntryTerms(30, 60, 18, "RI") });
        await portal.Below.EntersAsync(email: withEmail ? "ana@example.com" : null);
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);
        return portal;
    }

    private static async Task<HttpStatusCode> UploadsAsync(PortalOnLoopback portal, string path, byte[] content)
    {
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var form = new MultipartFormDataContent { { part, "file", "affidavit.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path + "?handler=Upload") { Content = form };
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.ExpectContinue = true;
        using var response = await portal.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
