using Microsoft.Playwright;
using Xunit;

namespace Rewards.Browser.Tests;

public class FirstPageTests(DemoPortal portal)
{
    private const int MostBytes = 25 * 1024;
    private const int MostRequests = 5;

    [Fact]
    public async Task The_first_page_is_under_25_KB_in_at_most_5_requests()
    {
        Assert.SkipUnless(DemoPortal.HasBrowser, "There is no /usr/bin/chromium here.");
        var page = await portal.OpenAsync(Screen.Phone);
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);

        await page.GotoAsync("/");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var bytes = 0;
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.InRange(requests.Count, 2, MostRequests);
        Assert.InRange(bytes, 1_000, MostBytes);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes in {requests.Count} requests");
    }
}
