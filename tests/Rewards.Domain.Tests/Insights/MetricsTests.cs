using Rewards.Domain.Insights;
using Xunit;

namespace Rewards.Domain.Tests.Insights;

public class MetricsTests
{
    [Fact]
    public void Nps_of_fifty_promoters_and_twenty_detractors_in_a_hundred_is_thirty()
    {
        var score = Metrics.Nps(new NpsAnswers(50, 30, 20));

        Assert.NotNull(score);
        Assert.Equal(30, score.Value, 10);
        Assert.Equal(29.1, (score.Low + score.High) / 2, 0.05);
        Assert.Equal(15.1, (score.High - score.Low) / 2, 0.05);
        Assert.Equal(100, score.Answers);
    }

    [Fact]
    public void The_interval_of_nps_stays_on_the_scale()
    {
        var all = Metrics.Nps(new NpsAnswers(1, 0, 0));
        var none = Metrics.Nps(new NpsAnswers(0, 0, 1));

        Assert.Equal(100, all!.Value);
        Assert.InRange(all.High, all.Low, 100);
        Assert.Equal(-100, none!.Value);
        Assert.InRange(none.Low, -100, none.High);
    }

    [Fact]
    public void The_change_of_nps_is_counted_in_standard_errors()
    {
        // s₁ = 30/103, v₁ = 71.5/103 − s₁²; s₂ = 10/103, v₂ = 71.5/103 − s₂².
        var first = new NpsAnswers(50, 30, 20);
        var second = new NpsAnswers(40, 30, 30);
        var (s1, s2) = (30 / 103.0, 10 / 103.0);
        var error = Math.Sqrt(((71.5 / 103.0) - (s1 * s1) + (71.5 / 103.0) - (s2 * s2)) / 103.0);

        Assert.Equal((s1 - s2) / error, Metrics.NpsChange(first, second)!.Value, 12);
        Assert.Equal(1.732, Metrics.NpsChange(first, second)!.Value, 0.001);
        Assert.Equal(0, Metrics.NpsChange(first, first)!.Value, 12);
    }

    [Fact]
    public void Csat_of_74_in_107_is_69_2_between_59_9_and_77_1()
    {
        var score = Metrics.Csat(74, 107);

        Assert.NotNull(score);
        Assert.Equal(69.2, score.Value, 0.05);
        Assert.Equal(59.9, score.Low, 0.05);
        Assert.Equal(77.1, score.High, 0.05);
    }

    [Fact]
    public void A_share_of_none_or_all_keeps_its_interval_within_bounds()
    {
        Assert.Equal(0, Metrics.Share(0, 20)!.Low, 10);
        Assert.Equal(100, Metrics.Share(20, 20)!.High, 10);
        Assert.InRange(Metrics.Share(0, 20)!.High, 1, 99);
    }

    [Fact]
    public void Ces_is_the_mean_and_the_share_of_five_and_more()
    {
        var effort = Metrics.Ces([1, 0, 0, 2, 3, 3, 1]);

        Assert.NotNull(effort);
        Assert.Equal((1 + 8 + 15 + 18 + 7) / 10.0, effort.Mean, 12);
        Assert.Equal(70, effort.Easy.Value, 10);
        Assert.Equal(10, effort.Easy.Answers);
    }

    [Fact]
    public void Without_answers_there_is_no_score()
    {
        Assert.Null(Metrics.Nps(default));
        Assert.Null(Metrics.NpsChange(default, new NpsAnswers(1, 1, 1)));
        Assert.Null(Metrics.Csat(0, 0));
        Assert.Null(Metrics.Ces([0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NpsAnswers(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Csat(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Csat(-1, 1));
        Assert.Throws<ArgumentException>(() => Metrics.Ces([1, 2, 3]));
    }

    [Theory]
    [InlineData(9, false, false)]
    [InlineData(10, true, false)]
    [InlineData(29, true, false)]
    [InlineData(30, true, true)]
    public void Few_answers_are_not_shown_and_not_ranked(int answers, bool shown, bool ranked)
    {
        var score = Metrics.Csat(answers / 2, answers);

        Assert.Equal((shown, ranked), (score!.IsShown, score.IsRanked));
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(6, false, true)]
    [InlineData(7, false, false)]
    [InlineData(8, false, false)]
    [InlineData(9, true, false)]
    [InlineData(10, true, false)]
    public void Nine_and_ten_promote_and_six_and_less_detract(int answer, bool promoter, bool detractor) =>
        Assert.Equal((promoter, detractor), (NpsAnswers.IsPromoter(answer), NpsAnswers.IsDetractor(answer)));
}
