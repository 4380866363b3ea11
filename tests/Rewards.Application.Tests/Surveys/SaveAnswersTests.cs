using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

/// <summary>Every answer is kept as it is given; a bad one is refused with its field named, and changes nothing.</summary>
public class SaveAnswersTests
{
    [Theory, EveryDatabase]
    public async Task The_first_answer_begins_the_response_and_the_receipt(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();

        var saved = (await portal.Shopper.Answers(code, "recommend", "0")).Value;

        Assert.Equal("satisfaction", saved.Next.Key);
        Assert.Equal(portal.ReceiptOf(code).Id, Assert.Single(await portal.AllAsync<Receipt>()).Id);
        Assert.Equal(portal.Clock.Now, Assert.Single(await portal.AllAsync<Response>()).StartedAt);
        Assert.Equal(0, Assert.Single(await portal.AllAsync<Answer>()).Score);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_given_again_takes_the_place_of_the_first(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        _ = (await portal.Shopper.Answers(code, "recommend", "3")).Value;

        _ = (await portal.Shopper.Answers(code, "recommend", "none")).Value;

        Assert.Null(Assert.Single(await portal.AllAsync<Answer>()).Score);
    }

    [Theory, EveryDatabase]
    public async Task Not_having_gone_anywhere_leaves_the_question_about_departments_out(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();

        var saved = (await portal.Shopper.Answers(code, "visited", "none")).Value;

        Assert.Equal("ease", saved.Next.Key);
        Assert.True((await portal.Shopper.Starts(code)).Value.IsAnswered(saved.Session.Find("departments")!));
    }

    [Theory, EveryDatabase]
    public async Task Only_departments_that_were_visited_keep_a_score_when_the_shopper_thinks_again(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        _ = (await portal.Shopper.Answers(code, "visited", "Bakery", "Produce")).Value;
        _ = (await portal.Shopper.Scores(code, ("Bakery", "5"), ("Produce", "1"))).Value;

        _ = (await portal.Shopper.Answers(code, "visited", "Bakery", "Fuel")).Value;

        var session = (await portal.Shopper.Starts(code)).Value;
        Assert.Equal(["Bakery"], session.Answers.Where(a => a.Question == "departments").Select(a => a.Touchpoint));
        Assert.False(session.IsAnswered(session.Find("departments")!), "Fuel has no score yet");
    }

    [Theory]
    [EveryDatabase("recommend", "11", "answer-out-of-range")]
    [EveryDatabase("recommend", "-1", "answer-out-of-range")]
    [EveryDatabase("recommend", "9.5", "answer-out-of-range")]
    [EveryDatabase("recommend", " 9", "answer-out-of-range")]
    [EveryDatabase("recommend", "٩", "answer-out-of-range")]
    [EveryDatabase("recommend", "99999999999999999999", "answer-out-of-range")]
    [EveryDatabase("recommend", "nine", "answer-out-of-range")]
    [EveryDatabase("recommend", "", "answer-missing")]
    [EveryDatabase("satisfaction", "0", "answer-out-of-range")]
    [EveryDatabase("satisfaction", "6", "answer-out-of-range")]
    [EveryDatabase("ease", "8", "answer-out-of-range")]
    [EveryDatabase("visited", "Nowhere", "answer-not-a-choice")]
    [EveryDatabase("may-contact", "perhaps", "answer-not-a-choice")]
    [EveryDatabase("may-contact", "", "answer-missing")]
    [EveryDatabase("comment", "with a bell \a", "answer-control-characters")]
    [EveryDatabase("comment", "nothing\0after", "answer-control-characters")]
    [EveryDatabase("comment", "\u0090", "answer-control-characters")]
    [EveryDatabase("contact", "9", "question-unknown")]
    [EveryDatabase("no-such-question", "9", "question-unknown")]
    [EveryDatabase("", "9", "question-unknown")]
    public async Task A_bad_answer_is_refused_and_nothing_saved(DatabaseKind database, string question, string answer, string refusal)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var error = (await portal.Shopper.Answers(portal.Code(), question, answer)).Error;

        Assert.Equal(refusal, error?.Code);
        Assert.Equal(refusal == "question-unknown" ? question : AnswerForm.AnswerField, error!.Field);
        Assert.Empty(await portal.AllAsync<Response>());
        Assert.Empty(await portal.AllAsync<Receipt>());
    }

    [Theory]
    [EveryDatabase('\uD800')]
    [EveryDatabase('\uDFFF')]
    public async Task Half_a_character_is_refused_wherever_it_stands(DatabaseKind database, char half)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        foreach (var text in new[] { $"{half}", $"a{half}", $"{half}a", $"😀{half}" })
        {
            Assert.Equal("answer-control-characters", (await portal.Shopper.Answers(portal.Code(), "comment", text)).Error?.Code);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_comment_is_kept_to_the_last_character_of_2000(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        var text = "¡Qué pan! 😀\n" + new string('ñ', 1987);

        Assert.Null((await portal.Shopper.Answers(code, "comment", text.ReplaceLineEndings("\r\n"))).Error);
        Assert.Equal(text, Assert.Single(await portal.AllAsync<Answer>()).Text);

        Assert.Equal(new AnswerTooLong("answer", 2000), (await portal.Shopper.Answers(code, "comment", text + "x")).Error);
        Assert.Equal(new AnswerTooLong("answer", 2000), (await portal.Shopper.Answers(code, "comment", new string('x', 100_000))).Error);
        Assert.Equal(text, Assert.Single(await portal.AllAsync<Answer>()).Text);
    }

    [Theory, EveryDatabase]
    public async Task Two_answers_to_one_question_are_none(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        Assert.Equal(new AnswerMissing("answer"), (await portal.Shopper.Answers(portal.Code(), "recommend", "9", "10")).Error);
        Assert.Equal(new AnswerMissing("answer"), (await portal.Shopper.Answers(portal.Code(), "recommend")).Error);
    }

    [Theory, EveryDatabase]
    public async Task Every_department_of_the_receipt_needs_an_answer_and_no_other_takes_one(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync("Bakery|Produce");

        Assert.Equal(new AnswerMissing("touchpoint:Produce"), (await portal.Shopper.Scores(code, ("Bakery", "5"))).Error);
        Assert.Equal(
            new AnswerOutOfRange("touchpoint:Produce", 1, 5), (await portal.Shopper.Scores(code, ("Bakery", "5"), ("Produce", "9"))).Error);
        Assert.Equal(
            new AnswerNotAChoice("touchpoint:Fuel"),
            (await portal.Shopper.Scores(code, ("Bakery", "5"), ("Produce", "5"), ("Fuel", "1"))).Error);
        Assert.Empty(await portal.AllAsync<Answer>());

        Assert.Null((await portal.Shopper.Scores(code, ("Bakery", "5"), ("Produce", "none"))).Error);
        Assert.Equal(2, (await portal.AllAsync<Answer>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_touchpoint_beside_another_question_is_refused_with_a_name_of_bearable_length(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["answer"] = ["9"],
            ["touchpoint:" + new string('x', 100_000)] = ["1"],
        };

        var error = (await portal.Shopper.Sends(portal.Code(), "recommend", fields)).Error;

        Assert.IsType<AnswerNotAChoice>(error);
        Assert.InRange(error.Field!.Length, 1, 100);
    }

    [Theory, EveryDatabase]
    public async Task A_question_of_unbearable_name_is_not_given_back_whole(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var error = (await portal.Shopper.Answers(portal.Code(), new string('q', 100_000), "9")).Error;

        Assert.IsType<QuestionUnknown>(error);
        Assert.InRange(error.Field!.Length, 1, 100);
    }

    [Theory, EveryDatabase]
    public async Task Another_shoppers_response_opens_nothing_and_changes_nothing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var (mine, theirs) = (portal.Code(), portal.Code());
        _ = (await portal.Shopper.Answers(theirs, "recommend", "10")).Value;
        var (response, _) = await portal.Shopper.Sees(theirs);
        var zero = new Dictionary<string, IReadOnlyList<string>> { ["answer"] = ["0"] };

        var withoutOne = (await portal.Shopper.Sends(mine, "recommend", zero, response.Id)).Error;
        _ = (await portal.Shopper.Answers(mine, "recommend", "5")).Value;
        var withOne = (await portal.Shopper.Sends(mine, "recommend", zero, response.Id)).Error;

        Assert.All([withoutOne, withOne], e => Assert.Equal(new ResponseUnknown(), e));
        Assert.Equal([5, 10], (await portal.AllAsync<Answer>()).Select(a => a.Score!.Value).Order());
    }

    [Theory, EveryDatabase]
    public async Task After_it_was_sent_no_answer_is_taken_any_more(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        var at = portal.Clock.Now;
        var sent = await portal.Shopper.GivesFeedback(code, nps: 9);
        var zero = new Dictionary<string, IReadOnlyList<string>> { ["answer"] = ["0"] };

        Assert.Equal(new ReceiptAlreadyUsed(at), (await portal.Shopper.Sends(code, "recommend", zero)).Error);
        Assert.Equal(new ReceiptAlreadyUsed(at), (await portal.Shopper.Sends(code, "recommend", zero, sent.ResponseId)).Error);
        Assert.Equal(9, (await portal.AllAsync<Answer>()).Single(a => a.Question == "recommend").Score);
    }

    [Theory, EveryDatabase]
    public async Task Refusals_of_the_code_stand_before_those_of_the_answer(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        Error?[] refusals =
        [
            (await portal.Shopper.Answers(PortalForTests.ForgedCode(), "recommend", "99")).Error,
            (await portal.Shopper.Answers("ABCD", "recommend", "99")).Error,
            (await portal.Shopper.Answers(portal.Code(daysAgo: 8), "recommend", "99")).Error,
            (await portal.Shopper.Answers(portal.Code(StoreNumbers.NotTakingPart), "recommend", "99")).Error,
        ];

        Assert.Equal(
            ["receipt-code-unknown", "receipt-code-wrong-length", "receipt-too-old", "store-not-taking-part"], refusals.Select(r => r?.Code));
    }
}
