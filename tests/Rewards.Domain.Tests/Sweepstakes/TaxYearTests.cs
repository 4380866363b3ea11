using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class TaxYearTests
{
    private static readonly TaxThreshold[] _thresholds =
    [
        new() { FromYear = 2026, Cents = 200_000, IndexedFrom = 2027 },
        new() { FromYear = 1954, Cents = 60_000 },
    ];

    [Theory]
    [InlineData(2025, 59_999, false)]
    [InlineData(2025, 60_000, true)]
    [InlineData(2026, 60_000, false)]
    [InlineData(2026, 199_999, false)]
    [InlineData(2026, 200_000, true)]
    [InlineData(2027, 200_000, true)]
    [InlineData(1953, 1_000_000, false)]
    public void A_sum_is_reported_from_the_threshold_of_its_year_on(int year, long cents, bool reported) =>
        Assert.Equal(reported, TaxYear.Of(year, _thresholds).Reports(cents));

    [Theory]
    [InlineData(0, 200_000, true)]
    [InlineData(199_999, 1, true)]
    [InlineData(199_999, 0, false)]
    [InlineData(200_000, 1, false)]
    [InlineData(100_000, 99_999, false)]
    public void A_prize_passes_the_threshold_once(long before, long prize, bool passes) =>
        Assert.Equal(passes, TaxYear.Of(2026, _thresholds).PassesWith(before, prize));

    [Fact]
    public void A_year_that_may_have_been_adjusted_is_to_be_checked_until_it_has_a_figure_of_its_own()
    {
        Assert.Equal([false, false, true, true], ((int[])[2025, 2026, 2027, 2031]).Select(y => TaxYear.Of(y, _thresholds).IsToBeChecked));
        Assert.False(TaxYear.Of(2027, [.. _thresholds, new() { FromYear = 2027, Cents = 205_000, IndexedFrom = 2028 }]).IsToBeChecked);
        Assert.True(TaxYear.Of(1953, _thresholds).IsToBeChecked);
    }

    [Theory]
    [InlineData("2026-03-09", "2008-03-10", 17)]
    [InlineData("2026-03-10", "2008-03-10", 18)]
    [InlineData("2026-02-28", "2008-02-29", 17)]
    [InlineData("2026-03-01", "2008-02-29", 18)]
    [InlineData("2026-12-31", "2008-01-01", 18)]
    public void Years_of_age_are_completed_ones(string day, string birth, int years) =>
        Assert.Equal(years, Age.On(DateOnly.Parse(day, null), DateOnly.Parse(birth, null)));
}
