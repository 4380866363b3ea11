using Rewards.Domain.Insights;
using Rewards.Domain.Surveys;
using Xunit;

namespace Rewards.Domain.Tests.Insights;

public class DropOffTests
{
    private static readonly Question[] _questions =
    [
        Ask("recommend", QuestionKind.Recommend), Ask("visited", QuestionKind.Visited), Ask("departments", QuestionKind.Touchpoints),
        Ask("comment", QuestionKind.Comment), Ask("contact", QuestionKind.Contact),
    ];

    [Fact]
    public void Who_left_is_counted_where_the_next_answer_is_missing()
    {
        // Six are open: one left at the touchpoints, three at the comment, two on the last page; twenty sent.
        var known = new SurveyWay(true, true, 20, 6, Answers(("recommend", 6), ("departments", 5), ("comment", 2)));

        var steps = DropOff.Of(_questions, [known]);

        Assert.Equal(
            [("recommend", 0, 26), ("departments", 1, 26), ("comment", 3, 25), ("contact", 2, 22)],
            steps.Select(s => (s.Question.Key, s.Left.Count, s.Left.Of)));
    }

    [Fact]
    public void A_question_is_reached_only_by_those_it_is_asked()
    {
        var known = new SurveyWay(true, true, 20, 0, Answers());
        var asked = new SurveyWay(false, true, 5, 1, Answers(("recommend", 1), ("visited", 1)));
        var neither = new SurveyWay(false, false, 3, 4, Answers(("recommend", 2)));

        var steps = DropOff.Of(_questions, [known, asked, neither]).ToDictionary(s => s.Question.Key, s => (s.Left.Count, s.Left.Of));

        Assert.Equal((2, 33), steps["recommend"]);
        Assert.Equal((2, 5 + 3 + 1 + 2), steps["visited"]);
        Assert.Equal((1, 20 + 5 + 1), steps["departments"]);
        Assert.Equal((0, 28), steps["contact"]);
    }

    [Fact]
    public void Answers_out_of_order_lose_nobody()
    {
        var skipped = new SurveyWay(true, true, 0, 2, Answers(("recommend", 0), ("comment", 2)));

        var steps = DropOff.Of(_questions, [skipped]);

        Assert.Equal([("recommend", 2)], steps.Select(s => (s.Question.Key, s.Left.Count)));
    }

    private static Question Ask(string key, QuestionKind kind) => new(key, kind, new LocalizedText(key, key));

    private static Dictionary<string, int> Answers(params (string Question, int Times)[] answers) =>
        answers.ToDictionary(a => a.Question, a => a.Times);
}
