using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Webhooks;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Webhooks;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Architecture;
using Xunit;

namespace Rewards.Web.Tests.Webhooks;

/// <summary>Other systems are told, from the office's page to a receiver on loopback (docs/webhooks.md).</summary>
public partial class WebhookTests
{
    [Theory, EveryDatabase]
    public async Task A_redemption_is_told_once_signed_and_what_the_docs_say_verifies_it(DatabaseKind database)
    {
        await using var receiver = await ReceiverForTests.StartAsync();
        await using var office = await OfficeAsync(database);
        var secret = await AddsAsync(office, receiver.Url, WebhookEvent.RedemptionMade);
        var voucher = await office.Portal.Below.VoucherAsync();
        var redeemed = (await (await office.Portal.Below.CashierAsync()).Redeems(voucher.Code, 200)).Value;

        var told = Assert.Single(await receiver.ToldAsync(1));

        var body = JsonDocument.Parse(told.Body).RootElement;
        Assert.Equal((WebhookEvent.RedemptionMade, told.Delivery), (told.Event, body.GetProperty("id").GetString()));
        var data = body.GetProperty("data");
        Assert.Equal(redeemed.RedemptionId, data.GetProperty("redemptionId").GetGuid());
        Assert.Equal((200, 300), (data.GetProperty("amountCents").GetInt32(), data.GetProperty("balanceCents").GetInt32()));
        Assert.DoesNotContain(voucher.Code[..9], told.Body, StringComparison.Ordinal);
        var now = office.Portal.Below.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal("true false false false", await VerifiesAsync(
            (secret, told.Signature, told.Body, now), (secret, told.Signature, told.Body + " ", now),
            ("whsec_other", told.Signature, told.Body, now), (secret, told.Signature, told.Body, now + 301)));
    }

    [Fact]
    public async Task What_fails_comes_again_later_under_the_same_id_and_a_redirect_is_a_failure()
    {
        await using var receiver = await ReceiverForTests.StartAsync();
        await using var office = await OfficeAsync(DatabaseKind.Sqlite);
        receiver.Answers = before => before switch { 0 => 500, 1 => 302, _ => 200 };
        await AddsAsync(office, receiver.Url, WebhookEvent.AwardGranted);
        await office.Portal.Below.Shopper.GivesFeedback(office.Portal.Below.Code());

        await receiver.ToldAsync(1);
        await office.NotedAsync(d => d is { Attempts: 1, LastStatus: 500, SentAt: null });
        office.Portal.Below.Clock.Advance(TimeSpan.FromSeconds(61));
        await receiver.ToldAsync(2);
        await office.NotedAsync(d => d is { Attempts: 2, LastStatus: 302, SentAt: null });
        office.Portal.Below.Clock.Advance(TimeSpan.FromSeconds(121));
        var told = await receiver.ToldAsync(3);

        await office.NotedAsync(d => d is { Attempts: 3, LastStatus: 200, SentAt: not null, DueAt: null });
        Assert.Single(told.Select(t => (t.Delivery, t.Body)).Distinct());
        Assert.Equal(3, told.Select(t => t.Signature).Distinct().Count());
    }

    [Fact]
    public async Task What_was_given_up_is_sent_again_from_the_office()
    {
        await using var receiver = await ReceiverForTests.StartAsync();
        await using var office = await OfficeAsync(DatabaseKind.Sqlite);
        receiver.Answers = before => before < BackOff.MostAttempts ? 503 : 200;
        await AddsAsync(office, receiver.Url, WebhookEvent.AwardGranted);
        var page = await (await office.Browser.Opens("/office/webhooks")).Follows("th a");
        page = await page.Submits("#ping");
        for (var tries = 1; tries <= BackOff.MostAttempts; tries++)
        {
            await receiver.ToldAsync(tries);
            await office.NotedAsync(d => d.Attempts == tries);
            office.Portal.Below.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Contains("Given up", (await office.Browser.Opens(page.Address)).Text, StringComparison.Ordinal);
        page = await page.Submits("#replay-all");
        var told = await receiver.ToldAsync(BackOff.MostAttempts + 1);

        await office.NotedAsync(d => d.SentAt is not null);
        Assert.Contains("Arrived", (await office.Browser.Opens(page.Address)).Text, StringComparison.Ordinal);
        Assert.Equal((1, "ping"), (told.Select(t => t.Delivery).Distinct().Count(), told[0].Event));
        page = await office.Browser.Opens(page.Address);
        Assert.Contains("cannot be resumed", page.TextOf("#end details"), StringComparison.Ordinal);
        page = await page.Submits("#end button[value=Ended]");
        Assert.Contains("Ended", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("#ping"));
    }

    [Fact]
    public async Task What_waits_for_an_ended_webhook_is_said_never_to_be_sent_and_where_nothing_was_given_up_that_is_said()
    {
        await using var receiver = await ReceiverForTests.StartAsync();
        await using var office = await OfficeAsync(DatabaseKind.Sqlite);
        receiver.Answers = _ => 503;
        await AddsAsync(office, receiver.Url, WebhookEvent.AwardGranted);
        var page = await (await office.Browser.Opens("/office/webhooks")).Follows("th a");
        Assert.Contains("nothing to send again", (await page.Submits("#replay-all")).TextOf("[role=alert]"), StringComparison.Ordinal);
        await page.Submits("#ping");
        await office.NotedAsync(d => d is { Attempts: 1, LastStatus: 503 });

        var waiting = await office.Browser.Opens(page.Address);
        var ended = await waiting.Submits("#end button[value=Ended]");

        Assert.Contains("1 try; next", waiting.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("It answered with 503.", waiting.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("not sent any more", ended.TextOf("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("next", ended.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Equal("0", (await office.Browser.Opens("/office/webhooks")).TextOf("td.num"));
    }

    [Fact]
    public async Task A_page_with_a_secret_that_is_loaded_again_adds_nothing_and_shows_no_secret()
    {
        await using var office = await OfficeAsync(DatabaseKind.Sqlite);
        var made = await MakesAsync(office, "https://hooks.example.com/", WebhookEvent.AwardGranted);

        var again = await office.Browser.Opens(made.Address);

        Assert.Equal("/office/webhooks", Assert.Single(made.Redirects));
        Assert.StartsWith("whsec_", made.TextOf("#secret"), StringComparison.Ordinal);
        Assert.False(again.Has("#secret"));
        Assert.Single(await office.Portal.Below.AllAsync<Webhook>());
    }

    [Fact]
    public async Task Nothing_is_sent_into_the_portals_own_network_unless_it_may_be()
    {
        await using var receiver = await ReceiverForTests.StartAsync();
        await using var office = await OfficeAsync(DatabaseKind.Sqlite, allowPrivate: false);
        var port = new Uri(receiver.Url).Port;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MakesAsync(office, receiver.Url, WebhookEvent.AwardGranted)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MakesAsync(office, "https://a:b@example.com/", WebhookEvent.AwardGranted)).Status);
        foreach (var inside in (string[])[$"https://localhost:{port}/hook", "https://127.0.0.1/", "https://10.1.2.3/", "https://169.254.169.254/latest", "https://[::1]/", "https://till.local/", "https://till/"])
        {
            var refused = await MakesAsync(office, inside, WebhookEvent.AwardGranted);
            Assert.Contains("inside a network of its own", refused.TextOf("[role=alert]"), StringComparison.Ordinal);
        }

        // A name that was public when it was added and leads inside when it is connected to.
        await AddsAsync(office, "https://hooks.example.com/", WebhookEvent.AwardGranted);
        await office.Portal.Below.InDatabaseAsync(db => (Task)db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.Url, $"https://localhost:{port}/hook")));
        await office.Portal.Below.Shopper.GivesFeedback(office.Portal.Below.Code());

        await office.NotedAsync(d => d.LastError?.Contains("network of its own", StringComparison.Ordinal) == true && d.DueAt is not null);
        Assert.Empty(receiver.Told);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    private static async Task<OfficeForTests> OfficeAsync(DatabaseKind kind, bool allowPrivate = true)
    {
        var portal = await PortalOnLoopback.StartAsync(kind, new PortalSetup
        {
            Promotions = [PortalSetup.Voucher()],
            Settings = new() { ["Webhooks:AllowPrivateAddresses"] = $"{allowPrivate}" },
        });
        var browser = portal.Browser();
        await browser.SignsIn(await portal.HiresAsync(StaffRole.Administrator));
        return new OfficeForTests(portal, browser);
    }

    private static async Task<PageForTests> MakesAsync(OfficeForTests office, string url, string @event) =>
        await (await office.Browser.Opens("/office/webhooks")).Submits("#make", ("url", url), ("events", @event));

    private static async Task<string> AddsAsync(OfficeForTests office, string url, string @event) =>
        (await MakesAsync(office, url, @event)).TextOf("#secret");

    // The snippet of docs/webhooks.md, run by Node.
    private static async Task<string> VerifiesAsync(params (string Secret, string Signature, string Body, long Now)[] calls)
    {
        var snippet = Snippet().Match(await File.ReadAllTextAsync(Path.Combine(House.Root.FullName, "docs", "webhooks.md"))).Groups[1].Value;
        var asked = calls.Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"isGenuine({JsonSerializer.Serialize(c.Secret)}, {JsonSerializer.Serialize(c.Signature)}, {JsonSerializer.Serialize(c.Body)}, {c.Now})"));
        var start = new ProcessStartInfo("node", ["--input-type=module"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync($"{snippet}\nconsole.log({string.Join(", ", asked)});");
        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Trim();
    }

    [GeneratedRegex("```js\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    private sealed record OfficeForTests(PortalOnLoopback Portal, BrowserForTests Browser) : IAsyncDisposable
    {
        /// <summary>Waits until the delivery is noted so, ten seconds at most.</summary>
        public async Task NotedAsync(Func<WebhookDelivery, bool> isSo)
        {
            WebhookDelivery? last = null;
            for (var tenths = 0; tenths < 100; tenths++)
            {
                last = (await Portal.Below.AllAsync<WebhookDelivery>()).SingleOrDefault();
                if (last is not null && isSo(last))
                {
                    return;
                }

                await Task.Delay(100);
            }

            throw new TimeoutException($"It is {last?.Attempts} tries, {last?.LastStatus} {last?.LastError}, due {last?.DueAt}, sent {last?.SentAt}.");
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
