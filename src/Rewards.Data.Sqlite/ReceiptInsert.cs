using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Rewards.Data.Receipts;
using Rewards.Domain.Receipts;
using SQLitePCL;

namespace Rewards.Data.Sqlite;

/// <summary>
/// Writes receipts by SQLite's own calls: one prepared statement, values bound by place and with nothing allocated. SQLite has
/// no work to wait for, so nothing here is asynchronous.
/// </summary>
internal static class ReceiptInsert
{
    // Of text columns, in bytes of UTF-8: the longest has 400 characters of three bytes.
    private const int LongestText = 3 * Receipt.DepartmentsLength;

    private static readonly string _sql =
        $"""
        INSERT INTO "Receipts" ({string.Join(", ", ReceiptColumns.Names)})
        VALUES ({string.Join(", ", ReceiptColumns.Names.Select(_ => "?"))})
        ON CONFLICT ("Id") DO UPDATE SET {string.Join(", ", ReceiptColumns.TillsOnly.Select(n => $"\"{n}\" = excluded.\"{n}\""))}
        WHERE "PurchasedAt" IS NULL AND excluded."PurchasedAt" IS NOT NULL
        """;

    /// <summary>Writes them in the connection's transaction.</summary>
    /// <returns>How many were inserted or completed.</returns>
    public static int Run(SqliteConnection connection, IReadOnlyList<Receipt> receipts)
    {
        var handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(handle, _sql, out var insert), handle);
        using (insert)
        {
            var registered = 0;
            foreach (var receipt in receipts)
            {
                Bind(insert, receipt);
                Check(raw.sqlite3_step(insert), handle);
                registered += raw.sqlite3_changes(handle);
                Check(raw.sqlite3_reset(insert), handle);
            }

            return registered;
        }
    }

    private static void Bind(sqlite3_stmt insert, Receipt receipt)
    {
        raw.sqlite3_bind_int64(insert, 1, receipt.Id);
        raw.sqlite3_bind_int(insert, 2, receipt.StoreNumber);
        BindFormatted<DateOnly>(insert, 3, receipt.BusinessDay, "yyyy-MM-dd");
        BindFormatted(insert, 4, receipt.PurchasedAt, ReceiptColumns.LocalFormat);
        BindNumber(insert, 5, receipt.TotalCents);
        BindNumber(insert, 6, receipt.LineItems);
        BindText(insert, 7, receipt.Departments);
        BindText(insert, 8, receipt.Household);
        BindText(insert, 9, receipt.LoyaltyCard);
    }

    private static void BindNumber(sqlite3_stmt insert, int place, long? number)
    {
        if (number is { } value)
        {
            raw.sqlite3_bind_int64(insert, place, value);
        }
        else
        {
            raw.sqlite3_bind_null(insert, place);
        }
    }

    private static void BindFormatted<T>(sqlite3_stmt insert, int place, T? value, string format)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> bytes = stackalloc byte[32];
        if (value is { } some && some.TryFormat(bytes, out var length, format, CultureInfo.InvariantCulture))
        {
            raw.sqlite3_bind_text(insert, place, bytes[..length]);
        }
        else
        {
            raw.sqlite3_bind_null(insert, place);
        }
    }

    private static void BindText(sqlite3_stmt insert, int place, string? text)
    {
        if (text is null)
        {
            raw.sqlite3_bind_null(insert, place);
            return;
        }

        Span<byte> bytes = stackalloc byte[LongestText];
        raw.sqlite3_bind_text(insert, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private static void Check(int result, sqlite3 handle)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), result, raw.sqlite3_extended_errcode(handle));
        }
    }
}
