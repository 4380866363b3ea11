using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DayCountsTests
{
    private static readonly DateOnly _first = new(2026, 11, 1);

    // Of tables of the chi-square distribution.
    [Theory]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(6.635, 1, 0.01)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(16.919, 9, 0.05)]
    [InlineData(43.773, 30, 0.05)]
    [InlineData(18.493, 30, 0.95)]
    [InlineData(124.342, 100, 0.05)]
    public void A_p_value_is_that_of_the_tables(double statistic, int degrees, double expected) =>
        Assert.Equal(expected, new ChiSquareTest(statistic, degrees).PValue, 0.0002);

    [Fact]
    public void A_p_value_is_one_where_all_is_as_expected_and_close_to_none_where_nothing_is()
    {
        Assert.Equal(1, new ChiSquareTest(0, 7).PValue);
        Assert.InRange(new ChiSquareTest(2000, 7).PValue, 0, 1e-200);
    }

    [Fact]
    public void Winners_spread_as_the_entries_fit_and_winners_of_the_first_days_alone_do_not()
    {
        var entries = Days(Enumerable.Repeat(1000L, 30));

        var even = DayCounts.Compare(entries, Days(Enumerable.Repeat(4L, 30)))!.Value;
        var early = DayCounts.Compare(entries, Days([60, 50, .. Enumerable.Repeat(0L, 10), 10]))!.Value;

        // Two days each make a class of which eight are expected.
        Assert.Equal((0.0, 14), (even.Statistic, even.Degrees));
        Assert.InRange(early.PValue, 0, 1e-12);
        Assert.Null(DayCounts.Compare(entries, Days([9])));
        Assert.Null(DayCounts.Compare([], []));
        Assert.Null(DayCounts.Compare(Days([500]), Days([120])));
    }

    [Fact]
    public void What_remains_at_the_end_belongs_to_the_last_class()
    {
        var test = DayCounts.Compare(Days([100, 100, 10]), Days([10, 10, 1]))!.Value;

        Assert.Equal(1, test.Degrees);
        Assert.Equal(0, test.Statistic, 1e-9);
    }

    [Fact]
    public void A_day_far_from_the_others_is_told_and_chance_alone_is_not()
    {
        var usual = Enumerable.Range(0, 30).Select(i => 1000L + (i * 37 % 60)).ToArray();

        Assert.Empty(DayCounts.Outliers(Days(usual)));
        usual[17] = 5000;
        usual[3] = 10;
        Assert.Equal([_first.AddDays(3), _first.AddDays(17)], DayCounts.Outliers(Days(usual)));
        Assert.Empty(DayCounts.Outliers(Days([1, 2, 0, 3, 1, 2, 4, 1])));
        Assert.Empty(DayCounts.Outliers(Days([1, 900])));
    }

    private static DayCount[] Days(IEnumerable<long> counts) => [.. counts.Select((count, i) => new DayCount(_first.AddDays(i), count))];
}
