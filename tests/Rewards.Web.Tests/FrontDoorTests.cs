using System.Net;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests;

public class FrontDoorTests
{
    [Theory, EveryDatabase]
    public async Task The_first_page_asks_for_the_code_and_the_portal_is_ready(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var browser = portal.Browser();

        var first = await browser.Opens("/");
        var ready = await browser.Opens("/health/ready");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.True(first.Has("input#code"));
        Assert.Equal(HttpStatusCode.OK, ready.Status);
    }

    [Fact]
    public async Task A_code_is_typed_and_the_first_question_is_asked()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);

        var question = await (await portal.Browser().Opens("/")).Submits("form", ("code", portal.Below.Code()));

        Assert.Equal(HttpStatusCode.OK, question.Status);
        Assert.StartsWith("/r/", question.Address, StringComparison.Ordinal);
        Assert.True(question.Has("input[type=radio]"));
    }
}
