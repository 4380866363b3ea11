using Rewards.Domain.Stores;

namespace Rewards.Application.Vouchers;

/// <summary>What tills took on a business day, as a table for a spreadsheet: a line for each store, register and cashier.</summary>
public static class ReconciliationCsv
{
    private static readonly string[] _head =
    [
        "store", "name", "day", "register", "cashier", "redeemed_count", "redeemed", "reversed_count", "reversed", "net", "currency",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="day">The business day.</param>
    /// <param name="lines">By store, register, then cashier; the desk has no register.</param>
    /// <param name="stores">By number.</param>
    /// <param name="currency">ISO 4217.</param>
    public static byte[] Write(DateOnly day, IEnumerable<ReconciledCashier> lines, IReadOnlyDictionary<int, Store> stores, string currency) =>
        Csv.Write(_head, lines.Select(l => (IEnumerable<object?>)
        [
            l.StoreNumber,
            stores.TryGetValue(l.StoreNumber, out var store) ? store.Name : "",
            day,
            l.Register,
            l.Cashier,
            l.Redeemed.Count,
            Csv.Money(l.Redeemed.Cents),
            l.Reversed.Count,
            Csv.Money(l.Reversed.Cents),
            Csv.Money(l.NetCents),
            currency,
        ]));
}
