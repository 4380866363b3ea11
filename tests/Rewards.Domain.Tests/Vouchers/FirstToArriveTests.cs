using Rewards.Domain.Vouchers;
using Xunit;

namespace Rewards.Domain.Tests.Vouchers;

/// <summary>Fifty desks took the same voucher without network: in whatever order they send, the first that fits takes it.</summary>
public class FirstToArriveTests
{
    private const int Desks = 50;

    [Theory]
    [InlineData(500, 1, 49)]
    [InlineData(100, 5, 45)]
    public void Of_fifty_in_any_of_five_hundred_orders_those_that_fit_are_taken(int cents, int fit, int rest)
    {
        var dice = new Random(20261122);
        for (var shuffle = 0; shuffle < 500; shuffle++)
        {
            var order = Enumerable.Range(0, Desks).ToArray();
            dice.Shuffle(order);
            var voucher = new Voucher(Guid.NewGuid(), [], [], 500, null, null, null, DateTime.UnixEpoch, new DateOnly(2026, 12, 31));

            var arrived = order.Select(desk => Arrives(voucher, cents, desk)).ToList();

            // Whoever is first in the order is taken, whoever is last is not.
            Assert.Equal(Enumerable.Repeat("taken", fit), arrived.Take(fit));
            Assert.Equal(Enumerable.Repeat("voucher-already-redeemed", rest), arrived.Skip(fit));
            Assert.Equal(0, voucher.BalanceCents);
        }
    }

    // Whenever it happened, it is decided by what is left when it arrives.
    private static string Arrives(Voucher voucher, int cents, int desk)
    {
        var happened = new DateTime(2026, 11, 22, 12, desk, 0, DateTimeKind.Utc);
        if (voucher.Terms.Check(new Taking(cents, 27, Guid.Empty, happened.AddDays(1), DateOnly.FromDateTime(happened), null, null)) is { } refusal)
        {
            return refusal.Code;
        }

        voucher.Take(cents);
        return "taken";
    }
}
