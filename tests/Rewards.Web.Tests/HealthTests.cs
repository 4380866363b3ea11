using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests;

/// <summary><c>/health/ready</c> says what the last check of the ledger found; no node goes out of service for it.</summary>
public class HealthTests
{
    [Theory, EveryDatabase]
    public async Task A_line_that_was_tampered_with_degrades_the_ledger_and_leaves_the_portal_in_service(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()] });
        Assert.Equal(("Healthy", "not checked yet"), await LedgerAsync(portal));
        await portal.Below.Driver().Earns(100);
        await portal.Below.ChecksLedger();
        Assert.Equal(("Healthy", "all 1 balances agree with their 1 lines; 2026-03-10 15:00 UTC"), await LedgerAsync(portal));

        await portal.Below.InDatabaseAsync(db => db.FuelPointPostings.ExecuteUpdateAsync(set => set.SetProperty(p => p.Points, 1_000)));
        await portal.Below.ChecksLedger();

        var (status, ledger) = await LedgerAsync(portal);
        Assert.Equal("Degraded", status);
        Assert.StartsWith("1 line(s) do not agree; the first: shopper ", ledger, StringComparison.Ordinal);
        Assert.EndsWith("lot 202603: line 1 says 100, its lines make 1000", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_is_two_days_old_degrades_the_ledger()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.ChecksLedger();

        portal.Below.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("Healthy", (await LedgerAsync(portal)).Status);
        portal.Below.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("Degraded", "not checked since 2026-03-10 15:00 UTC"), await LedgerAsync(portal));
    }

    private static async Task<(string Status, string Ledger)> LedgerAsync(PortalOnLoopback portal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var response = await portal.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var said = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        return (said.GetProperty("status").GetString()!, said.GetProperty("checks").GetProperty("ledger").GetString()!);
    }
}
