using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Rewards.Application.Audit;
using Rewards.Application.Mail;
using Rewards.Application.Sweepstakes;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Hosting;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>
/// A whole month in a browser, on a portal of its own whose clock the test moves: three people enter, each in another way, two officers
/// draw, one winner claims the prize and has it, the other never answers, and who is next in line has it instead.
/// </summary>
public sealed partial class MonthTests(DemoPortal browser) : IAsyncDisposable
{
    private const string DrawId = EntriesForTests.DrawId;
    private const string Office = "/office/sweepstakes/" + DrawId;
    private const string Password = "correct horse battery";

    private readonly PostOffice _mail = new();
    private WebApplication? _app;
    private PortalForTests? _below;

    [Fact]
    public async Task From_three_ways_to_enter_to_two_prizes_handed_over_with_one_forfeit_between()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var portal = await StartAsync();
        await HiresAsync(StaffRole.Marketing);
        await HiresAsync(StaffRole.Administrator);

        await EntersFreeAsync("ana@example.com", "Ana Diaz", "12 Main Street");
        await EntersByReceiptAsync(portal, "ben@example.com");
        await EntersByMailAsync("cy@example.com");
        Assert.Equal(3, await portal.InDatabaseAsync(db => db.SweepstakesEntries.CountAsync()));

        portal.Clock.Advance(new DateTime(2026, 4, 2, 14, 0, 0, DateTimeKind.Utc) - portal.Clock.Now);
        await TwoAsync("freeze", propose: page => page.ClickAsync("#propose"));
        await TwoAsync("commit", propose: async page =>
        {
            await page.CheckAsync("[value=Ceremony]");
            await page.FillAsync("#description", OfficerForTests.Description);
            await page.FillAsync("#announcementAt", "2026-04-02T19:30");
            await page.ClickAsync("button[value=check]");
            await page.ClickAsync("button[value=propose]");
        });
        portal.Clock.Advance(TimeSpan.FromHours(12));
        await DrawsAsync();
        var (first, second) = (await ClaimAsync(portal, 1), await ClaimAsync(portal, 2));

        await AnswersAsync(portal, first);
        await AcceptsAsync(1);
        await HandsOverAsync(1, page => page.ClickAsync("#voucher button"));

        // The portal does this every ten minutes.
        portal.Clock.Advance(TimeSpan.FromDays(15));
        await portal.CallAsync<ForfeitUnanswered, bool>(async forfeit =>
        {
            await forfeit.RunAsync(default);
            return true;
        });
        var called = await ClaimAsync(portal, 2);
        Assert.Equal((2, PrizeClaimStatus.Offered), (called.Turn, called.Status));
        Assert.DoesNotContain(called.ShopperId, new[] { first.ShopperId, second.ShopperId });
        await IsTooLateAsync(portal, second);
        await AnswersAsync(portal, called);
        await AcceptsAsync(2);
        await HandsOverAsync(2, async page =>
        {
            await page.FillAsync("#note", "Handed over at the desk of store 367");
            await page.ClickAsync("#hand button");
        });

        await EveryoneSeesAsync();
        Assert.Equal(
            (PrizeClaimStatus.Fulfilled, PrizeClaimStatus.Fulfilled), ((await ClaimAsync(portal, 1)).Status, (await ClaimAsync(portal, 2)).Status));
        Assert.Equal(10_000, await portal.InDatabaseAsync(db => db.Vouchers.Where(v => v.Id == db.PrizeClaims.Single(c => c.Prize == 1).VoucherId).Select(v => v.ValueCents).SingleAsync()));

        // Rows are linked in the background, and the clock was moved by weeks: they are linked now.
        await portal.CallAsync<SealAudit, bool>(async seal =>
        {
            await seal.RunAsync(null, default);
            return true;
        });
        Assert.Null((await portal.CallAsync<VerifyAudit, AuditVerdict>(async verify => await verify.RunAsync(null, null, default))).Fault);
    }

    public async ValueTask DisposeAsync()
    {
        if (_below is not null)
        {
            await _below.DisposeAsync();
        }
    }

    private async Task<PortalForTests> StartAsync()
    {
        _below = await PortalForTests.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Entries = new EntryTerms(30, 60, 18, "RI"), ArePublished = true }, (settings, clock) =>
        {
            _app = PortalHost.Build(["--environment", "Development", "--urls", "http://127.0.0.1:0"], builder =>
            {
                builder.Configuration.AddInMemoryCollection(settings);
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IMailTransport>(_mail);
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            });
            return _app.Services;
        });
        await _app!.StartAsync();
        return _below;
    }

    private async Task EntersFreeAsync(string email, string name, string street)
    {
        var (page, look) = await OpenAsync(Screen.Phone);
        await page.GotoAsync("/");
        await page.ClickAsync("a[href='/enter']");
        await page.WaitForURLAsync("**/enter");
        await look.IsFineAsync();
        await page.FillAsync("#name", name);
        await page.FillAsync("#email", email);
        await FillAddressAsync(page, street);
        await page.CheckAsync("#agree");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/enter/*");
        await look.IsFineAsync();
        await _mail.MailTo(email);
        await page.Context.CloseAsync();
    }

    private async Task EntersByReceiptAsync(PortalForTests portal, string email)
    {
        var (page, look) = await OpenAsync(Screen.Phone);
        await page.GotoAsync($"/r/{await portal.RegisteredCodeAsync()}");
        for (var pages = 0; pages < 12 && page.Url.Contains("/r/", StringComparison.Ordinal); pages++)
        {
            foreach (var none in await page.Locator("label:has(input[value=none])").AllAsync())
            {
                await none.ClickAsync();
            }

            if (await page.Locator("input[value=no]").CountAsync() > 0)
            {
                await page.Locator("label:has(input[value=no])").ClickAsync();
            }

            await look.IsFineAsync();
            var before = page.Url;
            await page.ClickAsync("button.main");
            await page.WaitForURLAsync(url => url != before);
        }

        var reference = await page.Locator(".ref b").InnerTextAsync();
        await page.GotoAsync($"/claim?reference={reference}");
        await page.FillAsync("#email", email);
        await page.ClickAsync("main form button.btn");
        await page.WaitForSelectorAsync("main:not(:has(form))");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private async Task EntersByMailAsync(string email)
    {
        var (page, look) = await SignsInAsync(StaffRole.Marketing);
        await page.GotoAsync($"{Office}/mail-in");
        await page.ClickAsync("#start");
        await page.WaitForURLAsync("**/mail-in/*");
        await page.FillAsync("#name", "Cy Post");
        await page.FillAsync("#email", email);
        await FillAddressAsync(page, "1 Postal Way", "Ohio");
        await page.FillAsync("#postmark", "2026-03-09");
        await page.ClickAsync("#add button.btn");
        await page.WaitForSelectorAsync("#cards");
        await look.IsFineAsync();
        await page.ClickAsync("#submit");
        await page.WaitForSelectorAsync("main:not(:has(#submit))");
        var batch = page.Url;
        await page.Context.CloseAsync();

        (page, look) = await SignsInAsync(StaffRole.Administrator);
        await page.GotoAsync(batch);
        await page.Locator("label:has(input[value=accept])").ClickAsync();
        await page.ClickAsync("#check");
        await page.WaitForSelectorAsync(".panel.ok");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    // One proposes, sees that they cannot confirm it themselves, and another one does.
    private async Task TwoAsync(string step, Func<IPage, Task> propose)
    {
        var (one, look) = await SignsInAsync(StaffRole.Marketing);
        await one.GotoAsync($"{Office}/{step}");
        await propose(one);
        await one.WaitForURLAsync("**done=proposed");
        await look.IsFineAsync();
        await one.GotoAsync($"{Office}/{step}");
        await Assertions.Expect(one.Locator("#confirm")).ToHaveCountAsync(0);
        await one.Context.CloseAsync();

        var (other, otherLook) = await SignsInAsync(StaffRole.Administrator);
        await other.GotoAsync($"{Office}/{step}");
        await other.ClickAsync("#confirm");
        await other.WaitForURLAsync($"**done={step}");
        await otherLook.IsFineAsync();
        await other.Context.CloseAsync();
    }

    private async Task DrawsAsync()
    {
        var (page, look) = await SignsInAsync(StaffRole.Marketing);
        await page.GotoAsync($"{Office}/run");
        await page.FillAsync("#announced", OfficerForTests.Value);
        await page.ClickAsync("button[value=check]");
        await page.ClickAsync("button[value=draw]");
        await page.WaitForURLAsync("**done=run");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    // By the link of the mail, on a phone.
    private async Task AnswersAsync(PortalForTests portal, PrizeClaim claim)
    {
        var (page, look) = await OpenAsync(Screen.Phone);
        await page.GotoAsync(await LinkAsync(portal, claim));
        await look.IsFineAsync();
        await page.FillAsync("#name", "Chris Winner");
        await FillAddressAsync(page, $"{claim.Turn} Oak Avenue");
        await page.FillAsync("#birth", "1980-02-29");
        await page.Locator("label:has(input[value=FirstNameAndTown])").ClickAsync();
        await page.FillAsync("#signature", "Somebody Else");
        await page.CheckAsync("#agree");
        await page.ClickAsync("button[value=sign]");
        await page.WaitForSelectorAsync(".errors a[href='#signature']");
        await look.IsFineAsync();
        await page.FillAsync("#signature", "Chris Winner");
        await page.ClickAsync("button[value=sign]");
        await page.WaitForSelectorAsync("#state");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private async Task IsTooLateAsync(PortalForTests portal, PrizeClaim claim)
    {
        var (page, look) = await OpenAsync(Screen.Phone);
        await page.GotoAsync(await LinkAsync(portal, claim));
        await Assertions.Expect(page.Locator("#answer")).ToHaveCountAsync(0);
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private async Task AcceptsAsync(int prize)
    {
        var (page, look) = await SignsInAsync(StaffRole.Marketing);
        await page.GotoAsync(Office);
        await look.IsFineAsync();
        await page.ClickAsync($"a[href='{Office}/prizes/{prize}']");
        await page.ClickAsync("#reveal");
        await page.WaitForSelectorAsync("#revealed");
        await look.IsFineAsync();
        foreach (var check in (string[])["age", "residence", "affidavit", "employment"])
        {
            await page.CheckAsync($"#check-{check}");
        }

        await page.ClickAsync("#accept button");
        await page.WaitForURLAsync("**done=accepted");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private async Task HandsOverAsync(int prize, Func<IPage, Task> how)
    {
        var (page, look) = await SignsInAsync(StaffRole.Administrator);
        await page.GotoAsync($"{Office}/prizes/{prize}");
        await how(page);
        await page.WaitForURLAsync("**done=fulfilled");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private async Task EveryoneSeesAsync()
    {
        var (page, look) = await OpenAsync(Screen.Phone);
        await page.GotoAsync("/winners");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chris W., Fairview");
        await look.IsFineAsync();
        await page.GotoAsync($"/draws/{DrawId}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("No answer in time");
        await look.IsFineAsync();
        var commitment = await page.Locator("code.hash").First.InnerTextAsync();
        await page.Context.CloseAsync();

        var path = Path.Combine(_below!.Folder, "downloaded.zip");
        using var http = new HttpClient { BaseAddress = new Uri(_app!.Urls.Single()) };
        await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(new Uri($"/draws/{DrawId}/bundle.zip", UriKind.Relative)));
        Assert.True(Digest.TryParse(commitment, out var published));
        var verdict = VerifyDrawBundle.Run(path, published, default);
        Assert.Null(verdict.Disagreement);
        Assert.Contains(verdict.Checked, line => line.StartsWith("dispositions.jsonl: 1,", StringComparison.Ordinal));
    }

    private static async Task FillAddressAsync(IPage page, string street, string state = "OH")
    {
        await page.FillAsync("#street", street);
        await page.FillAsync("#city", "Fairview");
        await page.FillAsync("#zip", "45000");
        if (await page.Locator("select#state").CountAsync() > 0)
        {
            await page.SelectOptionAsync("#state", state);
        }
        else
        {
            await page.FillAsync("#state", state);
        }
    }

    private static Task<PrizeClaim> ClaimAsync(PortalForTests portal, int prize) => portal.InDatabaseAsync(db =>
        db.PrizeClaims.AsNoTracking().Where(c => c.Prize == prize).OrderByDescending(c => c.Turn).FirstAsync());

    private async Task<string> LinkAsync(PortalForTests portal, PrizeClaim claim)
    {
        var email = await portal.InDatabaseAsync(db => db.Shoppers.Where(s => s.Id == claim.ShopperId).Select(s => s.Email).SingleAsync());
        var link = LinkOfPrize().Match((await _mail.MailTo(email!, "gift card")).Text);
        Assert.True(link.Success);
        return link.Value;
    }

    private async Task<(IPage Page, Look Look)> OpenAsync(Screen screen)
    {
        var page = await browser.OpenAsync(screen, _app!.Urls.Single(), script: true, state: null);
        return (page, new Look(page, screen));
    }

    private async Task<(IPage Page, Look Look)> SignsInAsync(string role)
    {
        var (page, look) = await OpenAsync(Screen.Desktop);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("[name=email]", Address(role));
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync("form.card button.btn");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return (page, look);
    }

    private Task<bool> HiresAsync(string role) => _below!.CallAsync<IServiceProvider, bool>(async services =>
    {
        var roles = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });
        var users = services.GetRequiredService<UserManager<StaffUser>>();
        var user = new StaffUser { Id = Guid.CreateVersion7(), UserName = Address(role), Email = Address(role), EmailConfirmed = true };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        services.GetRequiredService<RecordAct>().Add(AuditAct.StaffAdded, null, AuditSubject.Of(user.Id), ("role", role), ("store", null));
        await services.GetRequiredService<RewardsDb>().SaveChangesAsync();
        return true;
    });

    private static string Address(string role) => $"{role.ToLowerInvariant()}@fairview.example";

    [GeneratedRegex(@"/prize/[0-9a-f-]{36}/[\w-]+")]
    private static partial Regex LinkOfPrize();
}
