using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>Looks at a page as it stands: by axe, for anything at its side that cannot be seen, and for errors that script reports.</summary>
internal sealed class Look
{
    // Run in the page itself: our pages have no frames, for which its package would open a window at every look.
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPage _page;
    private readonly List<string> _complaints = [];
    private Screen _screen;

    public Look(IPage page, Screen screen)
    {
        (_page, _screen) = (page, screen);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    /// <summary>Takes the page to another kind of screen.</summary>
    public async Task MoveToAsync(Screen screen)
    {
        _screen = screen;
        await _page.SetViewportSizeAsync(screen.Width, screen.Height);
        await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = screen.Scheme });
    }

    public async Task IsFineAsync()
    {
        await _page.WaitForLoadStateAsync(LoadState.Load);
        await _page.EvaluateAsync(_axe);
        Assert.Empty(await _page.EvaluateAsync<string[]>(
            "axe.run().then(found => found.violations.map(v => `${location} ${v.id}: ${v.help} (${v.nodes.map(n => n.html).join('; ')})`))"));
        Assert.Empty(_complaints);
        var wide = await _page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= _screen.Width, $"{_page.Url} is {wide} px wide on a screen of {_screen.Width}.");
    }
}
