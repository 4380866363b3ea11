using Npgsql;
using NpgsqlTypes;
using Rewards.Data.Receipts;
using Rewards.Domain.Receipts;

namespace Rewards.Data.PostgreSql;

/// <summary>
/// Writes receipts by COPY straight into their table: what is there already is looked up and left out first. Where another import
/// put one of them in meanwhile, its unique key stops the COPY, nothing is in, and it is looked up again.
/// </summary>
internal static class ReceiptCopy
{
    private const int MostTries = 5;

    private const string Find = """SELECT "Id", "PurchasedAt" IS NOT NULL FROM "Receipts" WHERE "Id" = ANY ($1)""";

    private const string Complete =
        """
        UPDATE "Receipts" AS known
        SET "PurchasedAt" = till.at, "TotalCents" = till.cents, "LineItems" = till.items, "Departments" = till.departments,
            "Household" = till.household, "LoyaltyCard" = till.card
        FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::text[], $7::text[])
            AS till (id, at, cents, items, departments, household, card)
        WHERE known."Id" = till.id AND known."PurchasedAt" IS NULL AND till.at IS NOT NULL
        """;

    private static readonly string _copy =
        $"COPY \"Receipts\" ({string.Join(", ", ReceiptColumns.Names.Select(n => $"\"{n}\""))}) FROM STDIN (FORMAT BINARY)";

    /// <summary>Writes them in a transaction of its own.</summary>
    /// <returns>How many were inserted or completed.</returns>
    public static async Task<int> RunAsync(NpgsqlConnection connection, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                var known = await FindAsync(connection, receipts, cancellationToken);
                var registered = await CompleteAsync(
                    connection, [.. receipts.Where(r => known.TryGetValue(r.Id, out var isComplete) && !isComplete)], cancellationToken);
                registered += await CopyAsync(connection, [.. receipts.Where(r => !known.ContainsKey(r.Id))], cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return registered;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation && tries < MostTries)
            {
            }
        }
    }

    private static async Task<Dictionary<long, bool>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand(Find, connection);
        find.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. receipts.Select(r => r.Id)] });
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<long, bool>();
        while (await rows.ReadAsync(cancellationToken))
        {
            known.Add(rows.GetInt64(0), rows.GetBoolean(1));
        }

        return known;
    }

    private static async Task<int> CompleteAsync(NpgsqlConnection connection, List<Receipt> receipts, CancellationToken cancellationToken)
    {
        if (receipts.Count == 0)
        {
            return 0;
        }

        await using var complete = new NpgsqlCommand(Complete, connection);
        AddColumn(r => r.Id);
        AddColumn(r => ReceiptColumns.Local(r.PurchasedAt));
        AddColumn(r => r.TotalCents);
        AddColumn(r => r.LineItems);
        AddColumn(r => r.Departments);
        AddColumn(r => r.Household);
        AddColumn(r => r.LoyaltyCard);
        return await complete.ExecuteNonQueryAsync(cancellationToken);

        void AddColumn<T>(Func<Receipt, T> column) =>
            complete.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. receipts.Select(column)] });
    }

    private static async Task<int> CopyAsync(NpgsqlConnection connection, List<Receipt> receipts, CancellationToken cancellationToken)
    {
        if (receipts.Count == 0)
        {
            return 0;
        }

        await using var copy = await connection.BeginBinaryImportAsync(_copy, cancellationToken);
        foreach (var receipt in receipts)
        {
            Write(copy, receipt);
        }

        return (int)await copy.CompleteAsync(cancellationToken);
    }

    // Into a buffer: to wait for each value would cost more than the value.
    private static void Write(NpgsqlBinaryImporter copy, Receipt receipt)
    {
        copy.StartRow();
        copy.Write(receipt.Id, NpgsqlDbType.Bigint);
        copy.Write(receipt.StoreNumber, NpgsqlDbType.Integer);
        copy.Write(receipt.BusinessDay, NpgsqlDbType.Date);
        copy.Write(ReceiptColumns.Local(receipt.PurchasedAt), NpgsqlDbType.Text);
        copy.Write(receipt.TotalCents, NpgsqlDbType.Bigint);
        copy.Write(receipt.LineItems, NpgsqlDbType.Integer);
        copy.Write(receipt.Departments, NpgsqlDbType.Text);
        copy.Write(receipt.Household, NpgsqlDbType.Text);
        copy.Write(receipt.LoyaltyCard, NpgsqlDbType.Text);
    }
}
