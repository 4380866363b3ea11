using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>The pages that only come up on the way, each looked at there: what was done, what was refused, what is asked once more.</summary>
public class WalkTests(DemoPortal portal)
{
    public static TheoryData<Screen> Screens => [.. Screen.All];

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task From_the_code_to_what_was_earned_claimed_and_used(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(screen);
        var look = new Look(page, screen);
        var code = portal.FreshCode();
        await page.GotoAsync($"/r/{code}?lang=es");
        for (var pages = 0; pages < 12 && page.Url.Contains("/r/", StringComparison.Ordinal); pages++)
        {
            if (await page.Locator("input[type=radio][value=none]").CountAsync() > 0)
            {
                await page.ClickAsync("button.main");
                await page.WaitForSelectorAsync(".errors");
                await look.IsFineAsync();
                foreach (var none in await page.Locator("label:has(input[value=none])").AllAsync())
                {
                    await none.ClickAsync();
                }
            }
            else if (await page.Locator("input[value=no]").CountAsync() > 0)
            {
                await page.Locator("label:has(input[value=no])").ClickAsync();
            }

            await look.IsFineAsync();
            var before = page.Url;
            await page.ClickAsync("button.main");
            await page.WaitForURLAsync(url => url != before);
        }

        Assert.Contains("/thanks/", page.Url, StringComparison.Ordinal);
        await look.IsFineAsync();
        var reference = await page.Locator(".ref b").InnerTextAsync();

        await page.GotoAsync("/");
        await page.FillAsync("#code", code);
        await page.ClickAsync("form button.btn");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();

        await page.GotoAsync($"/claim?reference={reference}");
        await page.ClickAsync("main form button.btn");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.FillAsync("#email", $"{reference}@example.com");
        await page.ClickAsync("main form button.btn");
        await page.WaitForSelectorAsync("main:not(:has(form))");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task A_free_entry_is_refused_with_a_word_taken_and_refused_again_that_day_also_without_script(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        foreach (var script in (bool[])[true, false])
        {
            var page = await portal.OpenAsync(screen, script: script);
            var look = new Look(page, screen);
            await page.GotoAsync("/");
            await page.ClickAsync("a[href='/enter']");
            await page.WaitForURLAsync("**/enter");
            await FillEntryAsync(page, $"free-{screen.Name}-{script}@example.com", "RI");
            await page.ClickAsync("main form button.btn");
            await page.WaitForSelectorAsync(".errors a[href='#state']");
            if (script)
            {
                await look.IsFineAsync();
            }

            await page.SelectOptionAsync("#state", "OH");
            await page.ClickAsync("main form button.btn");
            await page.WaitForURLAsync("**/enter/*");
            await Assertions.Expect(page.Locator("#entry-id")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{32}$"));
            if (script)
            {
                await look.IsFineAsync();
            }

            await page.GotoAsync("/enter");
            await FillEntryAsync(page, $"free-{screen.Name}-{script}@example.com", "OH");
            await page.ClickAsync("main form button.btn");
            await page.WaitForSelectorAsync(".errors");
            await page.Context.CloseAsync();
        }
    }

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task Cards_by_mail_are_typed_by_one_and_checked_by_another(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var drawId = await portal.FindAsync(db => db.Sweepstakes.Where(s => s.Status == SweepstakesStatus.Open && s.DrawId.CompareTo("2021") > 0)
            .OrderBy(s => s.DrawId).Select(s => s.DrawId).FirstAsync());
        var today = DateOnly.FromDateTime(portal.Service<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-1));
        var page = await portal.OpenAsync(screen, StaffRole.Marketing);
        var look = new Look(page, screen);
        await page.GotoAsync($"/office/sweepstakes/{drawId}/mail-in");
        await page.ClickAsync("#start");
        await page.WaitForURLAsync("**/mail-in/*");
        await page.FillAsync("#name", $"Cy Post {screen.Name}");
        await page.FillAsync("#street", "1 Postal Way");
        await page.FillAsync("#city", "Fairview");
        await page.FillAsync("#state", "Ohio");
        await page.FillAsync("#zip", "45000");
        await page.FillAsync("#postmark", $"{today:yyyy-MM-dd}");
        await page.ClickAsync("#add button.btn");
        await page.WaitForSelectorAsync("#cards");
        await look.IsFineAsync();
        await page.ClickAsync("#submit");
        await page.WaitForSelectorAsync("main:not(:has(#submit))");
        await look.IsFineAsync();
        var batch = page.Url;
        await page.Context.CloseAsync();

        page = await portal.OpenAsync(screen, StaffRole.Administrator);
        look = new Look(page, screen);
        await page.GotoAsync(batch);
        await look.IsFineAsync();
        await page.Locator("label:has(input[value=accept])").ClickAsync();
        await page.ClickAsync("#check");
        await page.WaitForSelectorAsync(".panel.ok");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task A_voucher_is_redeemed_in_part_too_much_is_refused_and_the_supervisor_undoes_it(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(screen, StaffRole.Staff);
        var look = new Look(page, screen);
        await page.GotoAsync($"/store/redeem?code={await VoucherAsync(screen)}");
        await page.FillAsync("#amount", "900");
        await page.ClickAsync(".beside button");
        await page.WaitForSelectorAsync("#amount[aria-invalid=true], .no");
        await look.IsFineAsync();
        await page.FillAsync("#amount", "1.25");
        await page.ClickAsync(".beside button");
        await page.WaitForURLAsync("**done=*");
        await look.IsFineAsync();
        var redemption = page.Url.Split("done=")[1];
        await page.GotoAsync("/store/redeem?code=0000-0000-0000-0000");
        await look.IsFineAsync();
        await page.Context.CloseAsync();

        page = await portal.OpenAsync(screen, StaffRole.Supervisor);
        look = new Look(page, screen);
        await page.GotoAsync("/store/today");
        await look.IsFineAsync();
        await page.GotoAsync($"/store/undo/{redemption}");
        await look.IsFineAsync();
        await page.Locator("label:has(input[name=reason])").First.ClickAsync();
        await page.ClickAsync("button.danger");
        await page.WaitForURLAsync("**undone=*");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task Who_signs_in_or_changes_a_password_wrongly_is_told_so(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(screen);
        var look = new Look(page, screen);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#email", "nobody@fairview.example");
        await page.FillAsync("#password", "not the password");
        await page.ClickAsync("form.card button.btn");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.Context.CloseAsync();

        page = await portal.OpenAsync(screen, StaffRole.Administrator);
        look = new Look(page, screen);
        await page.GotoAsync("/account/password");
        await page.FillAsync("#present", "not the password");
        await page.FillAsync("#password", "a new password of mine");
        await page.FillAsync("#again", "another one");
        await page.ClickAsync("form.card button.main");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.GotoAsync("/account/second-step");
        await page.ClickAsync("form.card button.main");
        await page.WaitForSelectorAsync("#code");
        await look.IsFineAsync();
        await page.FillAsync("#code", "000000");
        await page.ClickAsync("form.card button.main");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Screens), DisableDiscoveryEnumeration = true)]
    public async Task A_month_is_settled_committed_to_and_drawn(Screen screen)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var drawId = await MonthThatIsOverAsync(screen);
        var address = $"/office/sweepstakes/{drawId}";
        var page = await portal.OpenAsync(screen, StaffRole.Marketing);
        var look = new Look(page, screen);

        var second = await portal.OpenAsync(screen, StaffRole.Administrator);
        var other = new Look(second, screen);

        await page.GotoAsync($"{address}/freeze");
        await look.IsFineAsync();
        await page.ClickAsync("#propose");
        await page.WaitForURLAsync("**done=proposed");
        await look.IsFineAsync();
        await page.GotoAsync($"{address}/freeze");
        await look.IsFineAsync();
        await second.GotoAsync($"{address}/freeze");
        await other.IsFineAsync();
        await second.ClickAsync("#confirm");
        await second.WaitForURLAsync("**done=freeze");
        await other.IsFineAsync();

        await page.GotoAsync($"{address}/commit");
        await look.IsFineAsync();
        await page.CheckAsync("[value=Ceremony]");
        await page.FillAsync("#description", " ");
        await page.ClickAsync("button[value=check]");
        await page.WaitForSelectorAsync(".errors");
        await look.IsFineAsync();
        await page.FillAsync("#description", "The winning numbers of the state lottery on that evening");
        await page.ClickAsync("button[value=check]");
        await page.WaitForSelectorAsync("button[value=propose]");
        await look.IsFineAsync();
        await page.ClickAsync("button[value=propose]");
        await page.WaitForURLAsync("**done=proposed");
        await second.GotoAsync($"{address}/commit");
        await other.IsFineAsync();
        await second.ClickAsync("#confirm");
        await second.WaitForURLAsync("**done=commit");
        await other.IsFineAsync();
        await second.Context.CloseAsync();
        await page.GotoAsync($"/draws/{drawId}");
        await look.IsFineAsync();

        var past = portal.Service<TimeProvider>().GetUtcNow().UtcDateTime.AddMinutes(-1);
        await portal.FindAsync(db => db.Drawings.Where(d => db.Sweepstakes.Any(s => s.Id == d.SweepstakesId && s.DrawId == drawId))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.AnnouncementAt, past)));
        await page.GotoAsync($"{address}/run");
        await look.IsFineAsync();
        await page.FillAsync("#announced", "04 17 23 31 40 49");
        await page.ClickAsync("button[value=check]");
        await page.WaitForSelectorAsync("button[value=draw]");
        await look.IsFineAsync();
        await page.ClickAsync("button[value=draw]");
        await page.WaitForURLAsync("**done=run");
        await look.IsFineAsync();
        await page.Context.CloseAsync();
    }

    private static async Task FillEntryAsync(IPage page, string email, string state)
    {
        await page.FillAsync("#name", "Ana Díaz");
        await page.FillAsync("#email", email);
        await page.FillAsync("#street", "12 Main Street");
        await page.FillAsync("#city", "Fairview");
        await page.SelectOptionAsync("#state", state);
        await page.FillAsync("#zip", "45000");
        await page.CheckAsync("#agree");
    }

    // A voucher for each screen, so that none finds taken what the other took.
    private async Task<string> VoucherAsync(Screen screen)
    {
        var vouchers = await portal.FindAsync(db => db.Vouchers.AsNoTracking()
            .Where(v => v.BalanceCents == v.ValueCents && v.Stores == null).OrderByDescending(v => v.LastDay).ThenBy(v => v.Id).Skip(1).Take(2).ToListAsync());
        return portal.CodeOf(vouchers[screen == Screen.Phone ? 0 : 1]);
    }

    private async Task<string> MonthThatIsOverAsync(Screen screen)
    {
        var month = new DateTime(2020, screen == Screen.Phone ? 1 : 2, 1, 5, 0, 0, DateTimeKind.Utc);
        var drawId = MonthlySweepstakes.DrawIdOf(month.Year, month.Month);
        return await portal.FindAsync(async db =>
        {
            var sweepstakes = new MonthlySweepstakes(drawId, month, month.AddMonths(1), "The rules.\n", "$25 gift card\n$25 gift card\n");
            db.Sweepstakes.Add(sweepstakes);
            await db.SaveChangesAsync();
            foreach (var shopper in await db.Shoppers.OrderBy(s => s.Id).Select(s => s.Id).Take(5).ToListAsync())
            {
                var id = EntryId.Create(new DateTimeOffset(month.AddDays(3))).ToBytes();
                db.SweepstakesEntries.Add(new SweepstakesEntry(id, sweepstakes.Id, shopper, EntrySource.Survey, null, DateOnly.FromDateTime(month).AddDays(3)));
            }

            await db.SaveChangesAsync();
            return drawId;
        });
    }
}
