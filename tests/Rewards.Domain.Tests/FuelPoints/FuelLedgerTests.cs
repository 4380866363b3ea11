using Rewards.Domain.FuelPoints;
using Xunit;

namespace Rewards.Domain.Tests.FuelPoints;

/// <summary>The arithmetic of lots, over made-up lives of a ledger.</summary>
public class FuelLedgerTests
{
    private static readonly DateOnly _today = new(2026, 4, 10);
    private static readonly Lot _march = new(2026, 3);
    private static readonly Lot _april = new(2026, 4);

    [Theory]
    [InlineData("2026-03-31", "2026-04-30", true)]
    [InlineData("2026-03-31", "2026-05-01", false)]
    [InlineData("2026-12-01", "2027-01-31", true)]
    [InlineData("2024-01-31", "2024-02-29", true)]
    [InlineData("2024-01-31", "2024-03-01", false)]
    public void Points_of_a_month_end_with_the_month_after(string earned, string day, bool live)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var lot = Lot.Of(DateOnly.Parse(earned, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(live, lot.IsLiveOn(on));
        Assert.Equal(live, lot.Number >= Lot.OldestOn(on).Number);
    }

    [Fact]
    public void What_ends_soonest_is_spent_first_and_what_has_ended_is_not()
    {
        var ledger = Ledger((new Lot(2026, 2), 900), (_march, 130), (_april, 80));

        Assert.Equal(210, ledger.SpendableOn(_today));
        Assert.Equal([new LotPoints(_march, 130), new LotPoints(_april, 70)], ledger.Take(200, _today));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Take(211, _today));
    }

    [Fact]
    public void A_debt_in_one_month_lowers_what_another_can_spend()
    {
        var ledger = Ledger((_march, 100), (_april, -30));

        Assert.Equal(70, ledger.SpendableOn(_today));
        Assert.Equal([new LotPoints(_march, 70)], ledger.Take(70, _today));
        Assert.Equal(0, Ledger((_march, 10), (_april, -30)).SpendableOn(_today));
    }

    [Theory]
    [InlineData(RefundPolicy.PendingOnly, "")]
    [InlineData(RefundPolicy.WithinBalance, "202604: 20, 202603: 50")]
    [InlineData(RefundPolicy.IntoDebt, "202604: 50, 202603: 50")]
    public void A_refund_takes_from_the_month_it_was_earned_in_first(RefundPolicy policy, string expected)
    {
        var taken = Ledger((_march, 50), (_april, 20)).TakeBack(100, _april, _today, policy);

        Assert.Equal(expected, string.Join(", ", taken.Select(t => $"{t.Lot.Number}: {t.Points}")));
    }

    [Fact]
    public void Nothing_is_taken_back_of_a_month_that_is_over() =>
        Assert.Empty(Ledger((_march, 50), (_april, 20)).TakeBack(10, new Lot(2026, 2), _today, RefundPolicy.IntoDebt));

    [Fact]
    public void Only_a_refund_takes_more_than_a_lot_holds()
    {
        var ledger = Ledger((_april, 20));

        Assert.Throws<InvalidOperationException>(() => Post(ledger, _april, PostingKind.Spent, -21));
        Assert.Equal(-1, Post(ledger, _april, PostingKind.TakenBack, -21).BalanceAfter);
    }

    [Fact]
    public void Over_any_life_balances_are_sums_and_nothing_is_made_or_lost()
    {
        Given.ForAll(Given.Number(0, int.MaxValue), seed =>
        {
            var chance = new Dice(seed);
            var policy = (RefundPolicy)(1 + chance.Below(3));
            var ledger = new FuelLedger(Guid.NewGuid());
            var lines = new List<FuelPointPosting>();
            var (earned, spent, back) = (0, 0, 0);
            var today = new DateOnly(2026, 1, 15);
            for (var step = 0; step < 60; step++)
            {
                switch (chance.Below(4))
                {
                    case 0:
                        var points = 1 + chance.Below(150);
                        earned += points;
                        lines.Add(Post(ledger, Lot.Of(today), PostingKind.Earned, points));
                        break;
                    case 1 when ledger.SpendableOn(today) is > 0 and var most:
                        var asked = 1 + chance.Below(most);
                        var takes = ledger.Take(asked, today);
                        Assert.Equal(asked, takes.Sum(t => t.Points));
                        Assert.True(takes.Zip(takes.Skip(1)).All(p => p.First.Lot.Number < p.Second.Lot.Number));
                        spent += asked;
                        lines.AddRange(takes.Select(t => Post(ledger, t.Lot, PostingKind.Spent, -t.Points)));
                        break;
                    case 2:
                        var due = 1 + chance.Below(120);
                        var held = ledger.SpendableOn(today);
                        var taken = ledger.TakeBack(due, chance.Below(2) == 0 ? Lot.Of(today) : Lot.OldestOn(today), today, policy);
                        Assert.Equal(
                            policy switch { RefundPolicy.PendingOnly => 0, RefundPolicy.WithinBalance => Math.Min(due, held), _ => due },
                            taken.Sum(t => t.Points));
                        Assert.Equal(taken.Count, taken.DistinctBy(t => t.Lot).Count());
                        back += taken.Sum(t => t.Points);
                        lines.AddRange(taken.Select(t => Post(ledger, t.Lot, PostingKind.TakenBack, -t.Points)));
                        break;
                    default:
                        today = today.AddDays(chance.Below(12));
                        break;
                }
            }

            var audit = new LedgerAudit();
            foreach (var p in lines.OrderBy(l => l.LotNumber).ThenBy(l => l.Sequence))
            {
                audit.Take(new LedgerLine(p.ShopperId, p.LotNumber, p.Sequence, p.Kind, p.Points, p.BalanceAfter));
            }

            Assert.Equal((0L, null), (audit.Faults, audit.FirstFault));
            Assert.Equal(earned - spent - back, audit.Points);
            Assert.Equal(audit.Points, ledger.Ends.Sum(e => e.Balance));
            return policy == RefundPolicy.IntoDebt || ledger.Ends.All(e => e.Balance >= 0);
        });
    }

    [Theory]
    [InlineData(2, 50, 50, PostingKind.Earned, "line 2 follows line 0")]
    [InlineData(1, 50, 60, PostingKind.Earned, "line 1 says 60, its lines make 50")]
    [InlineData(1, -50, -50, PostingKind.Spent, "line 1 falls below zero by Spent")]
    public void A_line_that_does_not_agree_is_named(int sequence, int points, int balance, PostingKind kind, string fault)
    {
        var audit = new LedgerAudit();

        audit.Take(new LedgerLine(Guid.Empty, 202603, sequence, kind, points, balance));

        Assert.Equal(1, audit.Faults);
        Assert.EndsWith($"lot 202603: {fault}", audit.FirstFault, StringComparison.Ordinal);
    }

    private static FuelLedger Ledger(params (Lot Lot, int Balance)[] lots) =>
        new(Guid.NewGuid(), lots.Select(l => new LotEnd(l.Lot, 1, l.Balance)));

    private static FuelPointPosting Post(FuelLedger ledger, Lot lot, PostingKind kind, int points) =>
        ledger.Post(Guid.NewGuid(), lot, kind, points, default, DateTime.UnixEpoch);

    /// <summary>Numbers that are the same in every run.</summary>
    private sealed class Dice(int seed)
    {
        private ulong _state = ((ulong)seed * 0x9E3779B97F4A7C15) + 1;

        public int Below(int limit)
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (int)((_state >> 33) % (ulong)limit);
        }
    }
}
