using Rewards.Domain.FuelPoints;
using Xunit;

namespace Rewards.Domain.Tests.FuelPoints;

public class FuelTiersTests
{
    private static readonly FuelTiers _tiers = new([new(500, 40), new(100, 10), new(1_000, 100)]);

    [Theory]
    [InlineData(-5, null)]
    [InlineData(99, null)]
    [InlineData(100, 10)]
    [InlineData(499, 10)]
    [InlineData(999, 40)]
    [InlineData(25_000, 100)]
    public void The_best_tier_is_the_highest_that_the_points_reach(int points, int? cents) =>
        Assert.Equal(cents, _tiers.BestFor(points)?.CentsPerGallon);

    [Fact]
    public void A_tier_takes_exactly_its_points()
    {
        Assert.Equal(40, _tiers.Of(500)?.CentsPerGallon);
        Assert.Null(_tiers.Of(450));
        Assert.Equal([100, 500, 1_000], _tiers.InOrder.Select(t => t.Points));
    }

    [Fact]
    public void Tiers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new FuelTiers([]));
        Assert.Throws<ArgumentException>(() => new FuelTiers([new(0, 10)]));
        Assert.Throws<ArgumentException>(() => new FuelTiers([new(100, 10), new(100, 20)]));
        Assert.Throws<ArgumentException>(() => new FuelTiers([new(100, 20), new(200, 20)]));
    }
}

public class RefundShareTests
{
    [Theory]
    [InlineData(42, true, 4_217, 0, 0)]
    [InlineData(42, true, 4_217, 1, 1)]
    [InlineData(42, true, 4_217, 2_109, 22)]
    [InlineData(42, true, 4_217, 4_217, 42)]
    [InlineData(50, false, 4_217, 4_216, 0)]
    [InlineData(50, false, 4_217, 4_217, 50)]
    [InlineData(50, false, 0, 0, 0)]
    public void So_many_points_go_with_a_part_of_the_receipt(int amount, bool byTotal, long total, long refunded, int share) =>
        Assert.Equal(share, RefundShare.Of(amount, byTotal, total, refunded));

    [Fact]
    public void However_a_receipt_is_refunded_in_parts_the_parts_take_the_same_in_all_and_never_less_for_more()
    {
        for (var total = 1L; total < 400; total += 7)
        {
            var (before, sum) = (0, 0);
            for (var refunded = 0L; refunded <= total; refunded++)
            {
                var share = RefundShare.Of(97, byTotal: true, total, refunded);
                Assert.InRange(share, before, 97);
                sum += share - before;
                before = share;
            }

            Assert.Equal(97, sum);
        }
    }
}
