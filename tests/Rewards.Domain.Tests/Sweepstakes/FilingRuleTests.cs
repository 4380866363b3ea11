using Rewards.Domain.Sweepstakes.Filings;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

/// <summary>What a state asks, and by when.</summary>
public class FilingRuleTests
{
    private static readonly DateOnly _first = new(2026, 12, 1);
    private static readonly FilingRule _rule = new() { Place = "New York", OverCents = 500_000, Days = 30 };

    [Theory]
    [InlineData(500_000, "", false)]
    [InlineData(500_001, "", true)]
    [InlineData(500_001, "NY RI", false)]
    [InlineData(500_001, "RI", true)]
    public void It_is_asked_for_more_than_its_value_where_the_sweepstakes_is_not_void(long cents, string voidIn, bool asks) =>
        Assert.Equal(asks, _rule.Asks(cents, _first, voidIn));

    [Fact]
    public void It_is_asked_of_periods_that_begin_while_it_is_in_force()
    {
        var rule = _rule with { From = _first, Until = _first };

        Assert.Equal([false, true, false], new[] { -1, 0, 1 }.Select(days => rule.Asks(500_001, _first.AddDays(days), "")));
    }

    [Fact]
    public void Days_are_counted_from_the_first_day_backwards_or_from_the_last_onwards()
    {
        var last = new DateOnly(2026, 12, 31);

        Assert.Equal(new DateOnly(2026, 11, 1), _rule.DueOn(_first, last));
        Assert.Equal(new DateOnly(2027, 1, 30), (_rule with { Moment = FilingMoment.AfterClosing }).DueOn(_first, last));
    }
}
