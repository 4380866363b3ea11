using Rewards.Domain.Insights;
using Xunit;

namespace Rewards.Domain.Tests.Insights;

public class ChangeTests
{
    [Fact]
    public void The_change_of_a_share_is_counted_in_standard_errors()
    {
        // p₁ = 75/109, p₂ = 61/102: 0.09003/√(0.0019691 + 0.0023568).
        Assert.Equal(1.36891, Metrics.ShareChange(new Part(74, 107), new Part(60, 100))!.Value, 0.00001);
        Assert.Equal(0, Metrics.ShareChange(new Part(5, 10), new Part(5, 10))!.Value, 12);
        Assert.Null(Metrics.ShareChange(default, new Part(1, 1)));
    }

    [Fact]
    public void A_small_difference_of_many_answers_is_real_and_a_great_one_of_few_is_not()
    {
        var many = Change.Of(new Part(4100, 5000), new Part(4000, 5000));
        var few = Change.Of(new Part(9, 12), new Part(6, 12));

        Assert.Equal((2.0, true), (Math.Round(many!.Difference, 6), many.IsReal));
        Assert.Equal((25.0, false), (Math.Round(few!.Difference, 6), few.IsReal));
    }

    [Fact]
    public void Nps_goes_down_for_real_when_promoters_become_detractors()
    {
        var change = Change.Of(new NpsAnswers(30, 30, 40), new NpsAnswers(60, 30, 10));

        Assert.Equal(-60, change!.Difference, 10);
        Assert.True(change is { IsReal: true, StandardErrors: < -1.96 });
    }

    [Fact]
    public void There_is_nothing_to_compare_while_a_score_is_not_shown()
    {
        Assert.Null(Change.Of(new Part(9, 9), new Part(50, 100)));
        Assert.Null(Change.Of(new Part(50, 100), default));
        Assert.Null(Change.Of(new NpsAnswers(9, 0, 0), new NpsAnswers(50, 30, 20)));
        Assert.NotNull(Change.Of(new NpsAnswers(10, 0, 0), new NpsAnswers(5, 3, 2)));
        Assert.Null(Change.OfCount(9, 100));
    }

    [Fact]
    public void A_count_moves_for_real_beyond_the_root_of_both()
    {
        // 120 against 80: 40/√200 = 2.83; 110 against 90: 20/√200 = 1.41.
        Assert.Equal((40.0, true), (Change.OfCount(120, 80)!.Difference, Change.OfCount(120, 80)!.IsReal));
        Assert.Equal(2.828, Change.OfCount(120, 80)!.StandardErrors, 0.001);
        Assert.False(Change.OfCount(110, 90)!.IsReal);
    }

    [Fact]
    public void Among_five_changes_the_third_is_not_real_although_alone_it_would_be()
    {
        // p = 0.001, 0.019, 0.04, 0.3, 0.9; allowed 0.01, 0.02, 0.03, 0.04, 0.05: the first two stand out.
        var changes = new[] { 1.0364, -3.2905, 2.0537, 0.1257, 2.3455 }.Select(z => new Change(z, z, Math.Abs(z) > Metrics.Z)).ToList();

        var judged = Change.AmongMany(changes);

        Assert.Equal([false, true, true, false, true], changes.Select(c => c.IsReal));
        Assert.Equal([false, true, false, false, true], judged.Select(c => c.IsReal));
    }

    [Fact]
    public void A_later_rank_that_is_allowed_takes_those_before_it_along()
    {
        // p = 0.005, 0.01, 0.03, 0.04; allowed 0.0125, 0.025, 0.0375, 0.05.
        Assert.Equal(2.0537, Metrics.StandsOut([2.807, 2.5758, 2.1701, 2.0537]));
        Assert.Equal(double.PositiveInfinity, Metrics.StandsOut([1.2, -0.4]));
        Assert.Equal(double.PositiveInfinity, Metrics.StandsOut([]));
    }
}
