using System.Net;
using System.Text;
using Rewards.Setup;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Hosting;
using Xunit;

namespace Rewards.Web.Tests;

/// <summary>Requests that no browser sends: turned away, and never by an error of ours.</summary>
public class HostileRequestTests
{
    public static TheoryData<string, string> Addresses =>
    [
        .. from method in (string[])["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "FOO"]
           from address in (string[])["/", "/r/{code}/recommend", "/claim", "/my", "/account/sign-in", "/store/redeem", "/office", "/winners"]
           select new TheoryDataRow<string, string>(method, address),
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_method_that_no_page_has_is_not_allowed(string method, string address)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        using var request = new HttpRequestMessage(new HttpMethod(method), address.Replace("{code}", portal.Below.Code(), StringComparison.Ordinal));
        using var response = await portal.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    public static TheoryData<string, string?> Bodies =>
    [
        .. from address in (string[])["/", "/r/{code}/recommend", "/claim", "/my", "/account/sign-in"]
           from type in (string?[])[null, "application/json", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7", "nonsense"]
           select new TheoryDataRow<string, string?>(address, type),
    ];

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_form_is_turned_away_with_a_page(string address, string? type)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"answer":"9"}"""));
        if (type is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await portal.Http.PostAsync(
            new Uri(address.Replace("{code}", portal.Below.Code(), StringComparison.Ordinal), UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_says_where_a_request_comes_from_unless_they_are_trusted_to()
    {
        await using var portal = await PortalOnLoopback.StartAsync(
            DatabaseKind.Sqlite, new PortalSetup { Settings = { ["Hosting:TrustedProxies:0"] = "", ["Throttle:PerClient"] = "3" } });

        var statuses = new List<HttpStatusCode>();
        for (var i = 1; i <= 5; i++)
        {
            statuses.Add((await portal.Browser($"203.0.113.{i}").Posts("/", ("code", PortalForTests.ForgedCode()))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task A_portal_of_https_says_so_to_whoever_comes_without()
    {
        await using var portal = await PortalOnLoopback.StartAsync(
            DatabaseKind.Sqlite, new PortalSetup { Settings = { ["Portal:Url"] = "https://feedback.fairview.example" } });

        using var plain = await portal.Http.GetAsync(new Uri("/my", UriKind.Relative), TestContext.Current.CancellationToken);
        using var health = await portal.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        Assert.Contains("https://feedback.fairview.example", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Opens("/my")).Status);
    }

    [Theory]
    [InlineData("Portal:Url", "")]
    [InlineData("Hosting:TrustedProxies:0", "everybody")]
    [InlineData("Receipts:ValidDays", "-5")]
    [InlineData("Throttle:PerClient", "0")]
    [InlineData("Portal:Currency", "dollars")]
    [InlineData("Mail:Port", "99999999")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_by_its_name(string setting, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(async () =>
        {
            await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Settings = { [setting] = value } });
        });

        Assert.StartsWith(setting, refused.Message, StringComparison.Ordinal);
    }
}
