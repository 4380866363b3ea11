using System.Globalization;
using Rewards.Domain.Receipts;

namespace Rewards.Data.Receipts;

/// <summary>The columns of the table of receipts, for the providers' bulk inserts.</summary>
public static class ReceiptColumns
{
    /// <summary>How wall-clock time is stored, as text: so no provider takes it for an instant.</summary>
    public const string LocalFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Their names, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Id", "StoreNumber", "BusinessDay", "PurchasedAt", "TotalCents", "LineItems", "Departments", "Household", "LoyaltyCard"];

    /// <summary>Those that only the till knows: null, or empty, in a receipt of which only its code is known.</summary>
    public static IReadOnlyList<string> TillsOnly { get; } = ["PurchasedAt", "TotalCents", "LineItems", "Departments", "Household", "LoyaltyCard"];

    /// <summary>A receipt's values, in the order of <see cref="Names"/>; null where unknown.</summary>
    public static object?[] Values(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return
        [
            receipt.Id, receipt.StoreNumber, receipt.BusinessDay, Local(receipt.PurchasedAt),
            receipt.TotalCents, receipt.LineItems, receipt.Departments, receipt.Household, receipt.LoyaltyCard,
        ];
    }

    /// <summary>Wall-clock time as it is stored.</summary>
    public static string? Local(DateTime? wallClock) => wallClock?.ToString(LocalFormat, CultureInfo.InvariantCulture);

    internal static DateTime FromLocal(string text) => DateTime.ParseExact(text, LocalFormat, CultureInfo.InvariantCulture);
}
