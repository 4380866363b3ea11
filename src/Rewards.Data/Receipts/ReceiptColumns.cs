using System.Globalization;
using Rewards.Domain.Receipts;

namespace Rewards.Data.Receipts;

/// <summary>The columns of the table of receipts, for the providers' bulk inserts.</summary>
public static class ReceiptColumns
{
    private const string LocalFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Their names, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Id", "StoreNumber", "BusinessDay", "PurchasedAt", "TotalCents", "LineItems", "Departments", "Household"];

    /// <summary>A receipt's values, in the order of <see cref="Names"/>; null where unknown.</summary>
    public static object?[] Values(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return
        [
            receipt.Id, receipt.StoreNumber, receipt.BusinessDay, Local(receipt.PurchasedAt),
            receipt.TotalCents, receipt.LineItems, receipt.Departments, receipt.Household,
        ];
    }

    /// <summary>Wall-clock time as it is stored: text, so that no provider takes it for an instant.</summary>
    public static string? Local(DateTime? wallClock) => wallClock?.ToString(LocalFormat, CultureInfo.InvariantCulture);

    internal static DateTime FromLocal(string text) => DateTime.ParseExact(text, LocalFormat, CultureInfo.InvariantCulture);
}
