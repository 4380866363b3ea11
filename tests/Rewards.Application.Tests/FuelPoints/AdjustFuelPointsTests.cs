using Rewards.Application.FuelPoints;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.FuelPoints;

public class AdjustFuelPointsTests
{
    private static readonly PortalSetup _setup = new() { Promotions = [PortalSetup.FuelPoints()] };

    [Theory, EveryDatabase]
    public async Task What_one_proposes_another_posts_with_a_line_that_names_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var office = await OfficeAsync(portal, 100);

        var given = (await office.ProposesAsync(40)).Value;
        Assert.Equal(100, (await portal.Driver().Balance()).Points);
        Assert.Equal("adjustment-by-same-person", (await office.DecidesAsync(given.Id, by: office.Luz)).Error?.Code);
        Assert.Equal(AdjustmentStatus.Approved, (await office.DecidesAsync(given.Id)).Value.Status);
        var taken = (await office.ProposesAsync(-120)).Value;
        Assert.Null((await office.DecidesAsync(taken.Id)).Error);

        Assert.Equal(20, (await portal.Driver().Balance()).Points);
        Assert.Equal(
            [(PostingKind.Earned, 100, null), (PostingKind.Adjusted, 40, given.Id), (PostingKind.Adjusted, -120, (Guid?)taken.Id)],
            (await portal.LedgerAsync()).Select(l => (l.Kind, l.Points, l.AdjustmentId)));
        Assert.Equal((office.Luz, office.Max), (await portal.AllAsync<FuelPointAdjustment>()).Select(a => (a.ProposedBy, a.DecidedBy!.Value)).Distinct().Single());
        Assert.Null((await portal.ChecksLedger()).FirstFault);
    }

    [Theory, EveryDatabase]
    public async Task What_is_declined_or_more_than_there_is_moves_nothing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var office = await OfficeAsync(portal, 100);
        var declined = (await office.ProposesAsync(40)).Value;
        Assert.Equal("fuel-points-too-few", (await office.ProposesAsync(-101)).Error?.Code);
        var (all, tooMuch) = ((await office.ProposesAsync(-100)).Value, (await office.ProposesAsync(-1)).Value);

        Assert.Equal(AdjustmentStatus.Declined, (await office.DecidesAsync(declined.Id, approves: false)).Value.Status);
        Assert.Equal("adjustment-already-decided", (await office.DecidesAsync(declined.Id)).Error?.Code);
        Assert.Null((await office.DecidesAsync(all.Id)).Error);
        Assert.Equal("fuel-points-too-few", (await office.DecidesAsync(tooMuch.Id)).Error?.Code);
        Assert.Equal("adjustment-unknown", (await office.DecidesAsync(Guid.NewGuid())).Error?.Code);

        Assert.Equal([100, -100], (await portal.LedgerAsync()).Select(l => l.Points));
        Assert.Equal(AdjustmentStatus.Proposed, (await portal.AllAsync<FuelPointAdjustment>()).Single(a => a.Id == tooMuch.Id).Status);
    }

    [Theory]
    [InlineData(null, "So.", "adjustment-points-invalid")]
    [InlineData(0, "So.", "adjustment-points-invalid")]
    [InlineData(10_001, "So.", "adjustment-points-invalid")]
    [InlineData(-10_001, "So.", "adjustment-points-invalid")]
    [InlineData(1, null, "adjustment-reason-invalid")]
    [InlineData(1, "  ", "adjustment-reason-invalid")]
    [InlineData(1, "a\u0000b", "adjustment-reason-invalid")]
    public async Task What_cannot_be_proposed_is_refused(int? points, string? reason, string code)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _setup);
        var office = await OfficeAsync(portal, 100);

        Assert.Equal(code, (await office.ProposesAsync(points, reason)).Error?.Code);
        Assert.Equal("shopper-unknown", (await (office with { ShopperId = Guid.NewGuid() }).ProposesAsync(1)).Error?.Code);
        Assert.Empty(await portal.AllAsync<FuelPointAdjustment>());
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_decide_one_at_once_one_does_and_it_is_posted_once_or_never(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var office = await OfficeAsync(portal, 100);
        var others = new List<Guid>();
        for (var i = 0; i < 16; i++)
        {
            others.Add((await portal.CashierAsync()).Id);
        }

        var adjustment = (await office.ProposesAsync(50)).Value;

        var answers = await Crowd.AtOnce(16, i => office.DecidesAsync(adjustment.Id, approves: i % 2 == 0, by: others[i]));

        var decided = Assert.Single(answers, a => a.Error is null).Value;
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("adjustment-already-decided", a.Error!.Code));
        Assert.Equal(decided.Status == AdjustmentStatus.Approved ? 150 : 100, (await portal.Driver().Balance()).Points);
    }

    [Theory, EveryDatabase]
    public async Task Takings_that_are_approved_as_the_points_are_spent_never_take_more_than_there_is(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var office = await OfficeAsync(portal, 500);
        var proposed = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            proposed.Add((await office.ProposesAsync(-100)).Value.Id);
        }

        var answers = await Crowd.AtOnce(16, async i => i % 2 == 0
            ? (await office.DecidesAsync(proposed[i / 2])).Error?.Code
            : (await portal.Driver().Redeems(100)).Error?.Code);

        Assert.Equal((5, 11), (answers.Count(a => a is null), answers.Count(a => a == "fuel-points-too-few")));
        Assert.Equal(0, (await portal.Driver().Balance()).Points);
        Assert.Null((await portal.ChecksLedger()).FirstFault);
    }

    private static async Task<Office> OfficeAsync(PortalForTests portal, int points)
    {
        await portal.Driver().Earns(points);
        return new Office(
            portal, (await portal.Driver().Balance()).ShopperId, (await portal.CashierAsync()).Id, (await portal.CashierAsync()).Id);
    }

    // Luz proposes and Max decides, where nothing else is said.
    private sealed record Office(PortalForTests Portal, Guid ShopperId, Guid Luz, Guid Max)
    {
        public Task<Outcome<FuelPointAdjustment>> ProposesAsync(int? points, string? reason = "The pump was out of order.") =>
            Portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.ProposeAsync(ShopperId, points, reason, Luz, default));

        public Task<Outcome<FuelPointAdjustment>> DecidesAsync(Guid adjustment, bool approves = true, Guid? by = null) =>
            Portal.CallAsync<AdjustFuelPoints, Outcome<FuelPointAdjustment>>(u => u.DecideAsync(adjustment, approves, by ?? Max, default));
    }
}
