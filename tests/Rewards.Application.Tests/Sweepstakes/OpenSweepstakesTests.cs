using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

public class OpenSweepstakesTests
{
    private const string Address = "Fairview Sweepstakes, P.O. Box 7, Fairview, OH 45000";

    private static readonly Dictionary<string, string?> _settings = new() { ["Sweepstakes:MailInAddress"] = Address };

    [Theory, EveryDatabase]
    public async Task A_month_without_a_sweepstakes_gets_one_in_the_programmes_zone(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Settings = _settings });
        portal.Clock.Advance(new DateTime(2026, 5, 1, 3, 59, 0, DateTimeKind.Utc) - portal.Clock.Now);

        // It is still April in New York, and May is opened ahead.
        Assert.Equal(["2026-04-monthly", "2026-05-monthly"], (await OpensAsync(portal)).Value.DrawIds);

        var april = (await portal.AllAsync<MonthlySweepstakes>()).Single(s => s.DrawId == "2026-04-monthly");
        Assert.Equal(new DateTime(2026, 4, 1, 4, 0, 0, DateTimeKind.Utc), april.OpensAt);
        Assert.Equal(new DateTime(2026, 5, 1, 4, 0, 0, DateTimeKind.Utc), april.ClosesAt);
        Assert.Equal(SweepstakesStatus.Open, april.Status);
        Assert.Equal(21, april.PrizeList.Count);
        Assert.Equal("$500 grocery gift card / Tarjeta de regalo de $500", april.PrizeList[0]);
    }

    [Theory, EveryDatabase]
    public async Task Opening_again_or_on_many_nodes_at_once_opens_one(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Settings = _settings });
        portal.Clock.Advance(TimeSpan.FromDays(30));

        var opened = await Crowd.AtOnce(8, _ => OpensAsync(portal));

        Assert.Equal(["2026-04-monthly"], opened.SelectMany(o => o.Value.DrawIds));
        Assert.Empty((await OpensAsync(portal)).Value.DrawIds);
        Assert.Equal(2, (await portal.AllAsync<MonthlySweepstakes>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_shopper_can_enter_the_month_that_was_just_opened(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Settings = _settings, Promotions = [PortalSetup.Entry()] });
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await OpensAsync(portal);

        await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");

        var entry = Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        var april = await portal.InDatabaseAsync(db => db.Sweepstakes.SingleAsync(s => s.DrawId == "2026-04-monthly"));
        Assert.Equal(april.Id, entry.SweepstakesId);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_way_to_enter_free_nothing_is_opened(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        portal.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new FreeEntryAddressMissing(), (await OpensAsync(portal)).Error);
        Assert.Single(await portal.AllAsync<MonthlySweepstakes>());
    }

    [Fact]
    public async Task The_rules_name_everything_in_both_languages_and_pages_read_them_back()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Settings = _settings });
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await OpensAsync(portal);
        var rules = (await portal.AllAsync<MonthlySweepstakes>()).Single(s => s.DrawId == "2026-04-monthly").Rules;

        var parts = RulesText.Read(rules);

        Assert.Equal(["en", "es"], parts.Select(p => p.Language));
        Assert.Equal("Fairview: monthly sweepstakes of April 2026", parts[0].Title);
        Assert.Equal("Fairview: sorteo mensual de abril de 2026", parts[1].Title);
        Assert.All(parts, p => Assert.Equal(11, p.Sections.Count));
        foreach (var part in parts)
        {
            var text = string.Join('\n', part.Sections.SelectMany(s => s.Paragraphs));
            Assert.All(
                (string[])[Address, "America/New_York", "18", "Rhode Island", "$500", "$1,000", "sweeps/v1", "2026-04-monthly", "/winners", "14"],
                fact => Assert.Contains(fact, text, StringComparison.Ordinal));
            Assert.DoesNotContain("[rules.", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\r', rules);
        Assert.EndsWith("\n", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_stay_as_they_were_when_the_month_was_opened()
    {
        await using var before = await PortalForTests.StartAsync(DatabaseKind.Sqlite, new PortalSetup { Settings = _settings });
        before.Clock.Advance(TimeSpan.FromDays(30));
        await OpensAsync(before);
        var opened = (await before.AllAsync<MonthlySweepstakes>()).Single(s => s.DrawId == "2026-04-monthly");
        var settings = new PortalSettings { Sweepstakes = new SweepstakesSettings { MailInAddress = "elsewhere", Prizes = [new() { Text = "A pencil" }] } };

        var again = await before.CallAsync<IServiceProvider, Outcome<OpenedMonths>>(
            services => Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<OpenSweepstakes>(services, settings).RunAsync(default));

        Assert.Empty(again.Value.DrawIds);
        var still = (await before.AllAsync<MonthlySweepstakes>()).Single(s => s.DrawId == "2026-04-monthly");
        Assert.Equal((opened.Rules, opened.Prizes), (still.Rules, still.Prizes));
    }

    private static Task<Outcome<OpenedMonths>> OpensAsync(PortalForTests portal) =>
        portal.CallAsync<OpenSweepstakes, Outcome<OpenedMonths>>(u => u.RunAsync(default));
}
