using System.Net;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Feedback;

public class ManyAtOnceTests
{
    [Theory, EveryDatabase]
    public async Task Two_hundred_submissions_of_one_code_give_one_set_of_awards_and_all_see_it(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var code = portal.Below.Code();
        await portal.Below.Shopper.AnswersAll(code);
        var last = await portal.Browser().Opens($"/r/{code}/contact");
        var form = last.Fields("form", ("email", "ann@example.com")).ToArray();

        var pages = await Crowd.AtOnce(200, i => portal.Browser($"203.0.113.{i}").Posts($"/r/{code}/contact", form));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Single(pages.Select(p => p.Address).Distinct());
        Assert.Single(pages.Select(p => p.TextOf(".ref b")).Distinct());
        Assert.Equal(3, (await portal.Below.AllAsync<Award>()).Count);
        Assert.Single(await portal.Below.AllAsync<FuelPointPosting>());
        Assert.Single(await portal.Below.AllAsync<SweepstakesEntry>());
        Assert.Single(await portal.Below.AllAsync<OutboxMail>());
    }
}
