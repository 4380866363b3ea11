using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rewards.Application.Tests.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>A visitor checks a draw in the browser and trusts nothing that the portal says.</summary>
public class DrawCheckTests(DemoPortal portal)
{
    public static TheoryData<Screen> Screens => [.. Screen.All];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task The_own_entry_is_in_and_has_its_rank_and_the_whole_draw_agrees(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var (drawId, entry, place) = await WinnerAsync();
        var page = await portal.OpenAsync(screen);
        var look = new Look(page, screen);
        await page.GotoAsync($"/draws/{drawId}");
        await page.FillAsync("#noted", (await page.Locator("#check").GetAttributeAsync("data-commit"))!.ToUpperInvariant());

        // As it is copied from a mail: with blanks, in capitals.
        await page.FillAsync("#entry", $" {entry[..8]}-{entry[8..]} ".ToUpperInvariant());
        await page.PressAsync("#entry", "Enter");
        await Assertions.Expect(page.Locator("#own-said [data-result=ok]")).ToContainTextAsync("Your entry is in");
        await Assertions.Expect(page.Locator("#own-said")).ToContainTextAsync("the commitment that you noted");
        await page.ClickAsync("#whole .btn");
        await Assertions.Expect(page.Locator("#whole-said [data-result=ok]")).ToContainTextAsync("Everything agrees");
        await Assertions.Expect(page.Locator("#whole-said")).ToContainTextAsync($"It has prize {place}.");
        await page.ClickAsync("#whole-said summary");
        await Assertions.Expect(page.Locator("#whole-said tbody tr").Nth(place - 1)).ToContainTextAsync(entry);

        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_wrong_is_said_at_its_field_and_a_stranger_is_not_in()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var (drawId, entry, _) = await WinnerAsync();
        var page = await portal.OpenAsync(Screen.Phone);
        var look = new Look(page, Screen.Phone);
        await page.GotoAsync($"/draws/{drawId}?lang=es");

        await page.FillAsync("#entry", entry[1..]);
        await page.ClickAsync("#own .btn");
        await Assertions.Expect(page.Locator("#entry-err")).ToContainTextAsync("32 dígitos");
        await Assertions.Expect(page.Locator("#entry")).ToBeFocusedAsync();
        await page.FillAsync("#entry", entry[1..] + (entry[0] == '0' ? '1' : '0'));
        await page.ClickAsync("#own .btn");
        await Assertions.Expect(page.Locator("#own-said [data-result=bad]")).ToContainTextAsync("No existe esa participación");
        await page.FillAsync("#noted", "12");
        await page.FillAsync("#entry", entry);
        await page.ClickAsync("#own .btn");
        await Assertions.Expect(page.Locator("#noted-err")).ToContainTextAsync("64 dígitos");
        await page.FillAsync("#noted", new string('0', 64));
        await page.ClickAsync("#own .btn");
        await Assertions.Expect(page.Locator("#own-said [data-result=bad]")).ToContainTextAsync("El compromiso es otro");

        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_rule_prize_entry_beacon_winner_or_disposition_in_a_dropped_bundle_is_named(bool isDrand)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        using var bundle = await new SampleBundle(isDrand ? SampleBundle.Drand : SampleBundle.Ceremony).AsZip(Stop);
        var zip = await File.ReadAllBytesAsync(bundle.Zip, Stop);
        var page = await portal.OpenAsync(Screen.Phone);
        await page.GotoAsync($"/draws/{(await WinnerAsync()).DrawId}");

        // It is of another draw than the page's: the page's commitment refuses it, the one that was noted does not.
        await DropsAsync(page, zip);
        await Assertions.Expect(page.Locator("#whole-said [data-result=bad]")).ToContainTextAsync("The commitment is another one");
        await page.FillAsync("#noted", bundle.Contents.Manifest.Commit().ToString());
        await DropsAsync(page, zip);
        await Assertions.Expect(page.Locator("#whole-said [data-result=ok]")).ToContainTextAsync("This bundle is of another draw: 2026-11-monthly");
        await Assertions.Expect(page.Locator("#whole-said")).ToContainTextAsync(isDrand ? "round 123 is genuine" : "04-11-23-31-42 / 7");
        foreach (var changed in ChangedBundle.Of(zip, isDrand))
        {
            await DropsAsync(page, changed.Zip);
            await Assertions.Expect(page.Locator("#whole-said [data-result=bad]")).ToContainTextAsync($"({changed.File})", new() { Timeout = 20_000 });
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_changed_left_out_or_reordered_disposition_of_a_published_bundle_is_named()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        await using var month = await DrawnMonth.DisposedAsync(DatabaseKind.Sqlite);
        var zip = await month.BundleAsync();
        var commit = Convert.ToHexStringLower((await month.Portal.AllAsync<Drawing>()).Single().Commit!);
        var page = await portal.OpenAsync(Screen.Phone);
        await page.GotoAsync($"/draws/{(await WinnerAsync()).DrawId}");
        await page.FillAsync("#noted", commit);

        await DropsAsync(page, zip);
        await Assertions.Expect(page.Locator("#whole-said [data-result=ok]")).ToContainTextAsync($"This bundle is of another draw: {DrawnMonth.DrawId}");
        await page.ClickAsync("#whole-said summary");
        foreach (var holder in await month.HoldersAsync())
        {
            await Assertions.Expect(page.Locator("#whole-said tbody")).ToContainTextAsync($"{holder}");
        }

        foreach (var changed in ChangedBundle.OfDispositions(zip))
        {
            await DropsAsync(page, changed.Zip);
            await Assertions.Expect(page.Locator("#whole-said [data-result=bad]")).ToContainTextAsync($"({changed.File}", new() { Timeout = 20_000 });
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_drand_round_is_genuine_and_a_wrong_signature_and_the_next_round_are_not()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var round = (DrandQuicknet)SampleBundle.Drand;
        var page = await portal.OpenAsync(Screen.Phone);
        var look = new Look(page, Screen.Phone);
        await page.GotoAsync($"/draws/{await CommitsToAsync("2020-03-monthly", round.Round)}");

        await ChecksAsync($$"""{"round":{{round.Round}},"randomness":"{{round.Randomness}}","signature":"{{round.Signature}}"}""", "ok", "The signature is genuine");
        await ChecksAsync(round.Signature[..^1] + "3", "bad", "The signature is wrong");
        await ChecksAsync($$"""{"round":{{round.Round + 1}},"signature":"{{round.Signature}}"}""", "bad", $"This is round {round.Round + 1}");
        await page.FillAsync("#signature", "{");
        await page.ClickAsync("#round .btn");
        await Assertions.Expect(page.Locator("#signature-err")).ToContainTextAsync("96 digits");
        await look.IsFineAsync();

        await page.GotoAsync($"/draws/{await CommitsToAsync("2020-04-monthly", round.Round + 1)}");
        await ChecksAsync(round.Signature, "bad", "The signature is wrong");
        await page.Context.CloseAsync();

        async Task ChecksAsync(string pasted, string result, string words)
        {
            await page.FillAsync("#signature", pasted);
            await page.ClickAsync("#round .btn");
            await Assertions.Expect(page.Locator($"#round-said [data-result={result}]")).ToContainTextAsync(words, new() { Timeout = 20_000 });
        }
    }

    [Fact]
    public async Task Without_script_the_page_says_so_and_offers_the_bundle()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone, script: false);
        await page.GotoAsync($"/draws/{(await WinnerAsync()).DrawId}");

        await Assertions.Expect(page.Locator("#unfit")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#fit")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("a[href$='bundle.zip']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private Task<(string DrawId, string Entry, int Place)> WinnerAsync() => portal.FindAsync(async db =>
    {
        var winner = await (
            from place in db.DrawingPlaces
            where place.Prize != null && place.Place == 2
            join drawing in db.Drawings on place.DrawingId equals drawing.Id
            join sweepstakes in db.Sweepstakes on drawing.SweepstakesId equals sweepstakes.Id
            orderby sweepstakes.DrawId
            select new { sweepstakes.DrawId, place.EntryId, place.Place }).FirstAsync();
        return (winner.DrawId, Convert.ToHexStringLower(winner.EntryId), winner.Place);
    });

    // A draw that was committed to a round of drand, long ago.
    private Task<string> CommitsToAsync(string drawId, long round) => portal.FindAsync(async db =>
    {
        var month = MonthlySweepstakes.FirstDayOf(drawId).ToDateTime(default, DateTimeKind.Utc);
        var sweepstakes = new MonthlySweepstakes(drawId, month, month.AddMonths(1), "Rules", "Prize");
        sweepstakes.MoveTo(SweepstakesStatus.Committed);
        db.Sweepstakes.Add(sweepstakes);
        await db.SaveChangesAsync(Stop);
        var manifest = new DrawManifest(
            drawId, 1, default, 0, MerkleTree.EmptyRoot, Digest.Of("Rules"u8), Digest.Of("Prize"u8), 1, DedupMode.OnePrizeAPerson, Quicknet.BeaconId, round);
        var drawing = new Drawing(sweepstakes.Id, 0, manifest.Root.Bytes.ToArray(), sweepstakes.ClosesAt, Guid.Empty);
        drawing.CommitTo(
            manifest.ToBytes(), manifest.Commit().Bytes.ToArray(), BeaconPlan.Drand(round), sweepstakes.ClosesAt, Guid.Empty);
        db.Drawings.Add(drawing);
        await db.SaveChangesAsync(Stop);
        return drawId;
    });

    // As a hand does it: a file is let go over the card.
    private static async Task DropsAsync(IPage page, byte[] zip)
    {
        await page.EvaluateAsync("() => document.getElementById('whole-said').replaceChildren()");
        await page.EvaluateAsync(
            """
            base64 => {
              const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], 'bundle.zip'));
              document.getElementById('whole').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            }
            """,
            Convert.ToBase64String(zip));
    }
}
