using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Setup;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Crash;

public class KilledUnderLoadTests
{
    private const int Shoppers = 120;

    [Theory, EveryDatabase]
    public async Task Every_acknowledged_submission_is_there_with_its_awards_and_none_twice(DatabaseKind database)
    {
        IReadOnlyDictionary<string, string?> settings = new Dictionary<string, string?>();
        var setup = new PortalSetup
        {
            Start = TimeProvider.System.GetUtcNow().UtcDateTime,
            Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()],
        };
        await using var below = await PortalForTests.StartAsync(database, setup, (given, clock) =>
        {
            settings = given;
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
            return new ServiceCollection().AddLogging().AddPortal(configuration, isDevelopment: false).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        });
        var codes = Enumerable.Range(0, Shoppers).Select(_ => below.Code()).ToList();
        foreach (var code in codes)
        {
            await below.Shopper.AnswersAll(code);
        }

        // Killed once a third is acknowledged, with the others on their way; then again, started again, all send again.
        var acknowledged = new ConcurrentDictionary<string, string>();
        await SendUntilKilledAsync(settings, codes, acknowledged, killAfter: Shoppers / 3);
        var first = acknowledged.ToDictionary();
        await SendUntilKilledAsync(settings, codes, acknowledged, killAfter: Shoppers * 2 / 3);
        await using var portal = await PortalProcess.StartAsync(settings);
        await SendAllAsync(portal, codes, acknowledged, () => Task.CompletedTask);

        Assert.InRange(first.Count, Shoppers / 3, Shoppers - 1);
        Assert.Equal(Shoppers, acknowledged.Count);
        Assert.All(first, a => Assert.Equal(a.Value, acknowledged[a.Key]));
        var sent = (await below.AllAsync<Response>()).Where(r => r.SubmittedAt is not null).ToList();
        var awards = await below.AllAsync<Award>();
        Assert.Equal(Shoppers, sent.Count);
        Assert.All(sent, r => Assert.Equal(3, awards.Count(a => a.ResponseId == r.Id)));
        Assert.Equal(Shoppers * 3, awards.Count);
        Assert.Equal(Shoppers, (await below.AllAsync<FuelPointPosting>()).Count);
        Assert.Equal(Shoppers, (await below.AllAsync<SweepstakesEntry>()).Count);
        Assert.Equal(Shoppers, (await below.AllAsync<Voucher>()).Count);
        Assert.Equal(Shoppers, (await below.AllAsync<OutboxMail>()).Count(m => m.Kind == MailKind.Awards));
        var promotion = (await below.AllAsync<Promotion>()).Single(p => p.Kind == AwardKind.Voucher);
        Assert.Equal((Shoppers * 500L, (long)Shoppers), (promotion.SpentCents, promotion.AwardedCount));
    }

    private static async Task SendUntilKilledAsync(
        IReadOnlyDictionary<string, string?> settings, IReadOnlyList<string> codes, ConcurrentDictionary<string, string> acknowledged, int killAfter)
    {
        await using var portal = await PortalProcess.StartAsync(settings);
        var killed = 0;
        await SendAllAsync(portal, codes, acknowledged, () =>
            acknowledged.Count >= killAfter && Interlocked.Exchange(ref killed, 1) == 0 ? portal.KillAsync() : Task.CompletedTask);
    }

    /// <summary>Everyone sends at once; where the portal is gone, it is not acknowledged.</summary>
    private static async Task SendAllAsync(
        PortalProcess portal, IReadOnlyList<string> codes, ConcurrentDictionary<string, string> acknowledged, Func<Task> afterEach) =>
        await Parallel.ForEachAsync(codes, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (code, _) =>
        {
            try
            {
                var browser = new BrowserForTests(portal.Http, "203.0.113.1");
                var last = await browser.Opens($"/r/{code}/contact");
                if (last.Has("#email"))
                {
                    var shopper = code.Replace("-", "", StringComparison.Ordinal);
                    var thanks = await last.Submits("form", ("email", $"{shopper}@example.com"));
                    Assert.Contains("/thanks/", thanks.Address, StringComparison.Ordinal);
                    acknowledged[code] = thanks.Address;
                    await afterEach();
                }
                else
                {
                    // Written, though nobody was told: the code is used, once and for all.
                    Assert.Equal(HttpStatusCode.Conflict, last.Status);
                    acknowledged.TryAdd(code, "");
                }
            }
            catch (HttpRequestException)
            {
                // Killed: whoever was on the way asks again later.
            }
        });
}
