using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

public class SubmitResponseTests
{
    [Theory, EveryDatabase]
    public async Task Whoever_leaves_an_address_is_given_points_and_an_entry(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry()] });
        var code = portal.Code();

        await portal.Shopper.GivesFeedback(code, email: "ana@example.com");

        var (response, awards) = await portal.Shopper.Sees(code);
        Assert.NotNull(response.ShopperId);
        Assert.Equal([AwardStatus.Granted, AwardStatus.Granted], awards.Select(a => a.Status));
        Assert.Equal([AwardReason.FirstInPeriod, AwardReason.ThankYou], awards.Select(a => a.Reason));
    }
}
