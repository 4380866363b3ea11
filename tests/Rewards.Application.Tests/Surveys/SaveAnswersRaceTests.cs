using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

/// <summary>Several devices, or a nervous finger, on one receipt.</summary>
public class SaveAnswersRaceTests
{
    [Theory]
    [EveryDatabase(false)]
    [EveryDatabase(true)]
    public async Task Two_hundred_first_answers_at_once_begin_one_response(DatabaseKind database, bool registered)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = registered ? await portal.RegisteredCodeAsync() : portal.Code();

        var saved = await Crowd.AtOnce(200, i => portal.Shopper.Answers(code, "recommend", $"{i % 11}"));

        Assert.All(saved, s => Assert.Equal("satisfaction", s.Value.Next.Key));
        Assert.Single(await portal.AllAsync<Response>());
        Assert.InRange(Assert.Single(await portal.AllAsync<Answer>()).Score!.Value, 0, 10);
    }

    [Theory, EveryDatabase]
    public async Task Two_hundred_answers_to_different_questions_at_once_are_all_kept(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync();
        _ = (await portal.Shopper.Answers(code, "recommend", "9")).Value;
        string[] questions = ["satisfaction", "ease", "friendliness", "comment"];

        var saved = await Crowd.AtOnce(200, i => portal.Shopper.Answers(code, questions[i % 4], "4"));

        Assert.Equal("200 done", saved.Tally());
        Assert.Equal(5, (await portal.AllAsync<Answer>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_beside_a_submission_is_kept_before_it_or_refused_after_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync();
        await portal.Shopper.AnswersAll(code, nps: 0);
        var (response, _) = await portal.Shopper.Sees(code);

        var outcomes = await Crowd.AtOnce(100, async i => i == 50
            ? (await portal.Shopper.Submits(code, responseId: response.Id)).Error?.Code
            : (await portal.Shopper.Answers(code, "recommend", $"{i % 11}")).Error?.Code);

        Assert.All(outcomes, o => Assert.True(o is null or "receipt-already-used", o));
        Assert.Null(outcomes[50]);
        Assert.NotNull((await portal.Shopper.Sees(code)).Response.SubmittedAt);
    }
}
