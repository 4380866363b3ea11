using System.Net;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>What everyone sees of the draws.</summary>
public class PublicDrawTests
{
    // May is in every portal for tests that begins in May; June is opened by the portal when it starts, some days ahead.
    private const string June = "/draws/2026-06-monthly";

    private static readonly PortalSetup _lateInMay = new()
    {
        Start = new DateTime(2026, 5, 28, 15, 0, 0, DateTimeKind.Utc),
        Settings = new() { ["Sweepstakes:MailInAddress"] = "Fairview Sweepstakes, P.O. Box 7, Fairview, OH 45000" },
    };

    [Theory, EveryDatabase]
    public async Task Winners_stand_as_they_consented_once_their_prize_is_accepted(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Entries = new EntryTerms(30, 60, 18, "RI") });
        var ana = await portal.Below.EntersAsync(email: "ana@example.com");
        await portal.Below.EntersAsync(email: "ben@example.com");
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);
        await portal.Below.InDatabaseAsync(async db =>
        {
            (await db.Shoppers.SingleAsync(s => s.Id == ana.Id)).SetName("Ana", "Ríos", "Ashland");
            await db.SaveChangesAsync();
        });
        _ = (await (await WinnerForTests.OfAsync(portal.Below, 1)).Answers()).Value;
        _ = (await (await WinnerForTests.OfAsync(portal.Below, 2)).Answers(WinnerForTests.Form with { Consent = WinnerConsent.EntryOnly })).Value;

        // An answer is not yet a winner, and a name that was given elsewhere is no consent.
        Assert.DoesNotContain("Ana", (await portal.Browser().Opens("/winners")).Text, StringComparison.Ordinal);
        foreach (var prize in (int[])[1, 2])
        {
            _ = (await portal.Below.CallAsync<AcceptPrize, Outcome<PrizeClaim>>(
                u => u.RunAsync(EntriesForTests.DrawId, prize, 1, new PrizeChecks(true, true, true, true), Guid.NewGuid(), default))).Value;
        }

        var english = await portal.Browser().Opens("/winners");
        var spanish = await portal.Browser().Opens("/winners?lang=es");
        var draw = await portal.Browser().Opens("/draws/" + EntriesForTests.DrawId);

        Assert.Contains("Ana D., Fairview", english.Text, StringComparison.Ordinal);
        Assert.Contains("Name follows · entry", english.Text, StringComparison.Ordinal);
        Assert.Contains("Nombre por confirmar · participación", spanish.Text, StringComparison.Ordinal);
        Assert.Contains("Ana D., Fairview", draw.TextOf("#winners"), StringComparison.Ordinal);
        Assert.All((string[])["Diaz", "Ríos", "Ashland"], name => Assert.DoesNotContain(name, english.Body + spanish.Body + draw.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_first_draw_the_list_of_winners_says_when_there_will_be_one()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        var page = await portal.Browser().Opens("/winners");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has(".empty a"));
    }

    [Fact]
    public async Task The_portal_opens_the_month_by_itself_with_rules_and_prizes_that_anyone_can_hash_again()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _lateInMay);
        var shopper = portal.Browser();

        var page = await shopper.Opens(June + "/rules");

        Assert.Equal(["en", "es"], page.Document.QuerySelectorAll("article[lang]").Select(a => a.GetAttribute("lang")));
        Assert.Equal(
            [.. (await HashesAsync(shopper, "/rules.txt", "/prizes.txt"))],
            page.Document.QuerySelectorAll("code.hash").Select(c => c.TextContent));
        Assert.Equal("es", (await portal.Browser().Opens(June + "/rules?lang=es")).Document.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Contains((await HashesAsync(shopper, "/rules.txt")).Single(), (await shopper.Opens(June)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/draws/2026-01-monthly")]
    [InlineData("/draws/2026-01-monthly/rules")]
    [InlineData("/draws/2026-01-monthly/rules.txt")]
    [InlineData("/draws/2026-01-monthly/bundle.zip")]
    [InlineData("/draws/%00")]
    [InlineData("/draws/%00/prizes.txt")]
    [InlineData("/draws/%ED%A0%80/rules")]
    [InlineData(June + "/bundle.zip")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, _lateInMay);

        Assert.Contains((await portal.Browser().Opens(address)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
    }

    private static async Task<IEnumerable<string>> HashesAsync(BrowserForTests shopper, params string[] files)
    {
        var hashes = new List<string>();
        foreach (var file in files)
        {
            hashes.Add(Digest.Of(await shopper.Downloads(June + file)).ToString());
        }

        return hashes;
    }
}
