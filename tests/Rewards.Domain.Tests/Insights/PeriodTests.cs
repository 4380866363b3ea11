using Rewards.Domain.Insights;
using Rewards.Domain.Surveys;
using Xunit;

namespace Rewards.Domain.Tests.Insights;

public class PeriodTests
{
    private static readonly DateOnly _sunday = new(2026, 11, 22);

    [Fact]
    public void The_last_seven_days_end_today_and_follow_the_seven_before()
    {
        var week = Period.Last(7, _sunday);

        Assert.Equal((new DateOnly(2026, 11, 16), _sunday, 7), (week.From, week.To, week.Days));
        Assert.Equal(new Period(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15)), week.Before);
    }

    [Fact]
    public void Weeks_begin_on_monday_and_months_on_the_first_but_within_the_period()
    {
        var period = new Period(new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 10));

        Assert.Equal(13, period.By(Step.Day).Count);
        Assert.Equal(
            [
                new Period(new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 1)),
                new Period(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8)),
                new Period(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 10)),
            ],
            period.By(Step.Week));
        Assert.Equal(
            [
                new Period(new DateOnly(2026, 10, 29), new DateOnly(2026, 10, 31)),
                new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 10)),
            ],
            period.By(Step.Month));
    }

    [Theory]
    [InlineData(7, 20, Step.Day)]
    [InlineData(31, 20, Step.Day)]
    [InlineData(32, 20, Step.Week)]
    [InlineData(190, 20, Step.Week)]
    [InlineData(191, 20, Step.Month)]
    [InlineData(28, 2, Step.Week)]
    [InlineData(28, 1, Step.Month)]
    [InlineData(7, 1, Step.Day)]
    public void Points_are_as_long_as_the_period_and_the_answers_a_day_ask_for(int days, int answersADay, Step step)
    {
        var period = Period.Last(days, _sunday);
        var byDay = period.By(Step.Day).ToDictionary(d => d.From, _ => new Tally([new TallyLine(QuestionKind.Recommend, 9, answersADay)]));

        var timeline = Timeline.Of(period, byDay);

        Assert.Equal(step, timeline.Step);
        Assert.Equal(days * answersADay, timeline.Points.Sum(p => p.Tally.Recommend.Count));
        Assert.Equal((period.From, period.To), (timeline.Points[0].Days.From, timeline.Points[^1].Days.To));
    }
}
