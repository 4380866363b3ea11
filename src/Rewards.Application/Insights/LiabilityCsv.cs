using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>The books as a table for a spreadsheet: vouchers in money, fuel points in points. Less owed is below zero.</summary>
public static class LiabilityCsv
{
    private static readonly string[] _weeks = ["from", "to", "start"];

    /// <summary>The books of vouchers.</summary>
    public static byte[] Vouchers(IEnumerable<BookWeek> weeks) => Write<VoucherColumn>(weeks, cents => Csv.Money(cents));

    /// <summary>The books of fuel points.</summary>
    public static byte[] FuelPoints(IEnumerable<BookWeek> weeks) => Write<PointColumn>(weeks, points => points);

    private static byte[] Write<TColumn>(IEnumerable<BookWeek> weeks, Func<long, object> show)
        where TColumn : struct, Enum => Csv.Write(
        [.. _weeks, .. Enum.GetNames<TColumn>().Select(n => n.ToLowerInvariant()), "end"],
        weeks.Select(w => (IEnumerable<object?>)[w.Days.From, w.Days.To, show(w.Start), .. w.Sums.Select(show), show(w.End)]));
}
