using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>
/// What the programme owes over time, week by week, as docs/metrics.md defines it. Everything is summed up in the database by the
/// quarter of an hour, so that days are those of the programme's zone whatever its offset.
/// </summary>
public sealed class ShowLiability(RewardsDb db, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Closes the books of vouchers, in cents.</summary>
    /// <param name="period">Not after today.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<BookWeek>> VouchersAsync(Period period, CancellationToken cancellationToken)
    {
        var undone =
            from reversal in db.Reversals
            join redemption in db.Redemptions on reversal.RedemptionId equals redemption.Id
            join voucher in db.Vouchers on redemption.VoucherId equals voucher.Id
            select new { reversal.At, reversal.AmountCents, voucher.SingleUse, voucher.ValueCents };
        var taken =
            from redemption in db.Redemptions
            join voucher in db.Vouchers on redemption.VoucherId equals voucher.Id
            where voucher.SingleUse
            select new { redemption.At, redemption.AmountCents, voucher.ValueCents };
        return Books.ByWeek(
            [
                .. await SumAsync(VoucherColumn.Issued, +1, db.Vouchers.Select(v => new Row { At = v.IssuedAt, Amount = v.ValueCents }), period, cancellationToken),
                .. await SumAsync(VoucherColumn.Redeemed, -1, db.Redemptions.Select(r => new Row { At = r.At, Amount = r.AmountCents }), period, cancellationToken),
                .. await SumAsync(VoucherColumn.Undone, +1, undone.Select(u => new Row { At = u.At, Amount = u.AmountCents }), period, cancellationToken),
                .. await SumAsync(VoucherColumn.Voided, -1, db.Vouchers.Where(v => v.VoidedAt != null).Select(v => new Row { At = v.VoidedAt!.Value, Amount = v.VoidedCents }), period, cancellationToken),

                // What a single-use voucher is not taken for is gone with its redemption, and back with its undoing.
                .. await SumAsync(VoucherColumn.Lapsed, -1, taken.Select(t => new Row { At = t.At, Amount = t.ValueCents - t.AmountCents }), period, cancellationToken),
                .. await SumAsync(VoucherColumn.Lapsed, +1, undone.Where(u => u.SingleUse).Select(u => new Row { At = u.At, Amount = u.ValueCents - u.AmountCents }), period, cancellationToken),
                .. await ExpiredVouchersAsync(cancellationToken),
            ],
            Enum.GetValues<VoucherColumn>().Length,
            period);
    }

    /// <summary>Closes the books of fuel points, in points. Those that wait for the till are not owed yet.</summary>
    /// <param name="period">Not after today.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<BookWeek>> FuelPointsAsync(Period period, CancellationToken cancellationToken)
    {
        var movements = new List<Movement>(await ExpiredPointsAsync(cancellationToken));
        foreach (var (column, kind) in _kinds)
        {
            var lines = db.FuelPointPostings.Where(p => p.Kind == kind).Select(p => new Row { At = p.PostedAt, Amount = p.Points });
            movements.AddRange(await SumAsync(column, +1, lines, period, cancellationToken));
        }

        return Books.ByWeek(movements, Enum.GetValues<PointColumn>().Length, period);
    }

    private static readonly (PointColumn Column, PostingKind Kind)[] _kinds =
    [
        (PointColumn.Earned, PostingKind.Earned),
        (PointColumn.Spent, PostingKind.Spent),
        (PointColumn.Undone, PostingKind.Reversed),
        (PointColumn.TakenBack, PostingKind.TakenBack),
        (PointColumn.Adjusted, PostingKind.Adjusted),
    ];

    private DateOnly Today => Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);

    // A voucher is gone on the day after its last, with what is left on it.
    private async Task<IEnumerable<Movement>> ExpiredVouchersAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        var sums = await db.Vouchers.AsNoTracking()
            .Where(v => v.LastDay < today && v.BalanceCents > 0 && (!v.SingleUse || v.BalanceCents == v.ValueCents))
            .GroupBy(v => v.LastDay)
            .Select(g => new { LastDay = g.Key, Cents = g.Sum(v => (long)v.BalanceCents) })
            .ToListAsync(cancellationToken);
        return sums.Select(s => new Movement((int)VoucherColumn.Lapsed, s.LastDay.AddDays(1), -s.Cents));
    }

    // A month's points are gone on the day after its lot's last, whenever the ledger says so.
    private async Task<IEnumerable<Movement>> ExpiredPointsAsync(CancellationToken cancellationToken)
    {
        var oldest = Lot.OldestOn(Today).Number;
        var sums = await db.FuelPointPostings.AsNoTracking()
            .Where(p => p.LotNumber < oldest && p.Kind != PostingKind.Expired)
            .GroupBy(p => p.LotNumber)
            .Select(g => new { Lot = g.Key, Points = g.Sum(p => (long)p.Points) })
            .ToListAsync(cancellationToken);
        return sums.Select(s => new Movement((int)PointColumn.Expired, Lot.FromNumber(s.Lot).LastDay.AddDays(1), -s.Points));
    }

    private async Task<IEnumerable<Movement>> SumAsync<TColumn>(
        TColumn column, int sign, IQueryable<Row> rows, Period period, CancellationToken cancellationToken)
        where TColumn : struct, Enum
    {
        var (from, to) = (Zone.StartOf(period.From, chain.TimeZone), Zone.StartOf(period.To.AddDays(1), chain.TimeZone));
        var before = await rows.Where(r => r.At < from).SumAsync(r => r.Amount, cancellationToken);
        var within = await rows.Where(r => r.At >= from && r.At < to)
            .GroupBy(r => new { r.At.Date, r.At.Hour, Quarter = r.At.Minute / 15 })
            .Select(g => new { g.Key.Date, g.Key.Hour, g.Key.Quarter, Amount = g.Sum(r => r.Amount) })
            .ToListAsync(cancellationToken);
        var number = Convert.ToInt32(column, System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            new Movement(number, period.From.AddDays(-1), sign * before),
            .. within.Select(w => new Movement(number, Zone.DayOf(QuarterOf(w.Date, w.Hour, w.Quarter), chain.TimeZone), sign * w.Amount)),
        ];
    }

    private static DateTime QuarterOf(DateTime date, int hour, int quarter) =>
        DateTime.SpecifyKind(date.Date.AddHours(hour).AddMinutes(15 * quarter), DateTimeKind.Utc);

    private sealed class Row
    {
        public DateTime At { get; init; }

        public long Amount { get; init; }
    }
}

/// <summary>What changes what is owed on vouchers.</summary>
public enum VoucherColumn
{
    /// <summary>Given out, also in place of a lost one.</summary>
    Issued,

    /// <summary>Taken at tills and desks.</summary>
    Redeemed,

    /// <summary>Redemptions that were undone.</summary>
    Undone,

    /// <summary>Not taken until the last day was over, or left when a voucher for one use was taken for less.</summary>
    Lapsed,

    /// <summary>Made void.</summary>
    Voided,
}

/// <summary>What changes how many fuel points are owed.</summary>
public enum PointColumn
{
    /// <summary>By feedback.</summary>
    Earned,

    /// <summary>At the pump.</summary>
    Spent,

    /// <summary>Redemptions at the pump that were undone.</summary>
    Undone,

    /// <summary>By refunds.</summary>
    TakenBack,

    /// <summary>By two people in the office.</summary>
    Adjusted,

    /// <summary>Their month was over.</summary>
    Expired,
}
