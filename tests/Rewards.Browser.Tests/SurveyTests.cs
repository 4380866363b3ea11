using Microsoft.Playwright;
using Xunit;

namespace Rewards.Browser.Tests;

public class SurveyTests(DemoPortal portal)
{
    [Fact]
    public async Task A_slip_is_said_while_typing_and_the_code_is_grouped()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone);
        var code = portal.FreshCodeForLooking;
        await page.GotoAsync("/");

        await page.Locator("#code").PressSequentiallyAsync(Slip(code).ToLowerInvariant());
        await Assertions.Expect(page.Locator("#code-check")).ToContainTextAsync("seems wrong");
        await page.FillAsync("#code", "");
        await page.Locator("#code").PressSequentiallyAsync(code.Replace("-", "", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator("#code")).ToHaveValueAsync(code);
        await Assertions.Expect(page.Locator("#code-check")).ToContainTextAsync("complete");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_whole_survey_is_answered_with_the_keyboard_alone_also_without_script(bool script)
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone, script: script);
        await page.GotoAsync($"/r/{portal.FreshCode()}");

        for (var pages = 0; pages < 12 && page.Url.Contains("/r/", StringComparison.Ordinal); pages++)
        {
            await AnswerByKeyboardAsync(page);
        }

        Assert.Contains("/thanks/", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".ref b")).ToContainTextAsync("R-");
    }

    private static async Task AnswerByKeyboardAsync(IPage page)
    {
        var groups = await page.Locator("form input[type=radio]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(r => r.name))]");
        foreach (var group in groups)
        {
            await page.Locator($"input[name=\"{group}\"]").First.FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowRight");
        }

        if (await page.Locator("form input[type=checkbox]").CountAsync() > 0)
        {
            await page.Locator("form input[type=checkbox]").First.FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        var before = page.Url;
        await page.Locator("button.main").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    private static string Slip(string code) => (code[0] == '7' ? '8' : '7') + code[1..];
}
