using Microsoft.EntityFrameworkCore;
using Rewards.Application.FuelPoints;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.FuelPoints;

public class KeepFuelPointsTests
{
    private static readonly PortalSetup _setup = new() { Promotions = [PortalSetup.FuelPoints()] };

    [Fact]
    public async Task The_ledger_is_checked_once_a_night_from_two_oclock()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _setup);

        Assert.NotNull(await KeepsAsync(portal));
        Assert.Null(await KeepsAsync(portal));
        portal.Clock.Advance(TimeSpan.FromHours(15) - TimeSpan.FromSeconds(1));
        Assert.Null(await KeepsAsync(portal));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await KeepsAsync(portal));
        portal.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Null(await KeepsAsync(portal));
    }

    [Theory, EveryDatabase]
    public async Task Several_nodes_at_once_post_what_waited_and_write_off_what_is_over_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()], Settings = { ["FuelPoints:PendingUntilTillConfirms"] = "true" } });
        for (var i = 0; i < 5; i++)
        {
            await portal.Driver($"4000000{i}").Earns(100);
            await portal.Driver($"4000000{i}").Earns(60, totalCents: null);
        }

        portal.Clock.Advance(TimeSpan.FromDays(60));
        await portal.InDatabaseAsync(db => db.Receipts.Where(r => r.TotalCents == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.TotalCents, 5_000)));
        await Crowd.AtOnce(4, _ => KeepsAsync(portal));

        var lines = await portal.LedgerAsync();
        Assert.Equal(5, lines.Count(l => l is { Kind: PostingKind.Expired, Points: -100, LotNumber: 202603 }));
        Assert.Equal(5, lines.Count(l => l is { Kind: PostingKind.Earned, Points: 60, LotNumber: 202605 }));
        Assert.Equal(15, lines.Count);
        Assert.All(await portal.AllAsync<Award>(), a => Assert.Equal(AwardStatus.Granted, a.Status));
        Assert.All(await portal.AllAsync<LedgerCheck>(), c => Assert.Equal(0, c.Faults));
    }

    private static Task<LedgerCheck?> KeepsAsync(PortalForTests portal) => portal.CallAsync<KeepFuelPoints, LedgerCheck?>(u => u.RunAsync(default));
}
