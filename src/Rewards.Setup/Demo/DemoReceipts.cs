using Rewards.Application.Receipts;
using Rewards.Domain.Receipts;

namespace Rewards.Setup.Demo;

/// <summary>The receipts of db/seed, moved to these days.</summary>
internal static class DemoReceipts
{
    /// <summary>
    /// Moves them by whole weeks, so that a Saturday stays a Saturday and the newest are of the last hours; those that would lie
    /// ahead are left out.
    /// </summary>
    /// <param name="now">Wall-clock time in the programme's zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<Receipt>> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        var receipts = await ReadSeedAsync(cancellationToken);
        var last = receipts.Max(r => r.BusinessDay);
        var weeks = (int)Math.Ceiling((DateOnly.FromDateTime(now).DayNumber - last.DayNumber) / 7.0);
        return [.. receipts.Select(r => Moved(r, weeks * 7)).Where(r => r.PurchasedAt < now)];
    }

    private static async Task<List<Receipt>> ReadSeedAsync(CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        var opened = await ReceiptReader.OpenAsync(SeedFiles.Open("receipts.csv"), mustBePacked: false, cancellationToken);
        using var reader = opened.Value;
        while (reader.TryRead(out var line))
        {
            receipts.Add(line.Receipt ?? throw new InvalidOperationException($"db/seed/receipts.csv, line {line.Number}: {line.Reason}"));
        }

        return receipts;
    }

    private static Receipt Moved(Receipt receipt, int days)
    {
        var key = ReceiptKey.FromId(receipt.Id);
        _ = ReceiptKey.TryCreate(key.StoreNumber, key.BusinessDay.AddDays(days), key.Register, key.Transaction, out var moved);
        return new Receipt(
            moved, receipt.PurchasedAt!.Value.AddDays(days), receipt.TotalCents, receipt.LineItems, receipt.Departments, receipt.Household);
    }
}
