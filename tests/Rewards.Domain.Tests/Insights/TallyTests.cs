using Rewards.Domain.Insights;
using Rewards.Domain.Surveys;
using Xunit;

namespace Rewards.Domain.Tests.Insights;

public class TallyTests
{
    private static readonly Tally _some = new(
    [
        new(QuestionKind.Recommend, 10, 3), new(QuestionKind.Recommend, 9, 2), new(QuestionKind.Recommend, 8, 1),
        new(QuestionKind.Recommend, 6, 1), new(QuestionKind.Recommend, 0, 1),
        new(QuestionKind.Satisfaction, 5, 4), new(QuestionKind.Satisfaction, 4, 1), new(QuestionKind.Satisfaction, 3, 5),
        new(QuestionKind.Ease, 7, 2), new(QuestionKind.Ease, 5, 1), new(QuestionKind.Ease, 4, 1),
    ]);

    [Fact]
    public void Each_question_is_scored_by_its_own_answers_only()
    {
        Assert.Equal(new NpsAnswers(5, 1, 2), _some.Recommend);
        Assert.Equal(37.5, _some.Nps!.Value, 10);
        Assert.Equal(new Part(5, 10), _some.Satisfied);
        Assert.Equal(50, _some.Csat!.Value, 10);
        Assert.Equal(new Part(3, 4), _some.Easy);
        Assert.Equal((14 + 5 + 4) / 4.0, _some.Ces!.Mean, 10);
    }

    [Fact]
    public void A_sum_of_tallies_counts_as_one_tally_of_all()
    {
        var sum = Tally.Sum([_some, Tally.Empty, _some]);

        Assert.Equal(new NpsAnswers(10, 2, 4), sum.Recommend);
        Assert.Equal(new Part(10, 20), sum.Satisfied);
        Assert.Equal(_some.Ces!.Mean, sum.Ces!.Mean, 10);
    }

    [Fact]
    public void Without_answers_there_is_no_score() =>
        Assert.Equal((null, null, null), (Tally.Empty.Nps, Tally.Empty.Csat, Tally.Empty.Ces));

    [Theory]
    [InlineData(QuestionKind.Recommend, 11)]
    [InlineData(QuestionKind.Recommend, -1)]
    [InlineData(QuestionKind.Satisfaction, 0)]
    [InlineData(QuestionKind.Ease, 8)]
    [InlineData(QuestionKind.Comment, 1)]
    public void A_score_off_its_scale_is_refused(QuestionKind question, int score) =>
        Assert.Throws<ArgumentException>(() => new Tally([new TallyLine(question, score, 1)]));
}
