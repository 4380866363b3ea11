using System.Globalization;

namespace Rewards.Domain.Receipts;

/// <summary>
/// The natural key of a purchase: one transaction of one register of one store on one business day. A receipt is unique
/// by this key, never by the text of its code (docs/protocols.md §1).
/// </summary>
public readonly record struct ReceiptKey
{
    /// <summary>The greatest store number.</summary>
    public const int MaxStoreNumber = 0xFFFF;

    /// <summary>The greatest register number within a store.</summary>
    public const int MaxRegister = 0x3F;

    /// <summary>The greatest transaction number within a register's day.</summary>
    public const int MaxTransaction = 0xFFF;

    private const int RegisterShift = 12;
    private const int DayShift = 18;
    private const int StoreShift = 40;
    private const int MaxDayNumber = 0x3FFFFF;

    private ReceiptKey(int storeNumber, DateOnly businessDay, int register, int transaction)
    {
        StoreNumber = storeNumber;
        BusinessDay = businessDay;
        Register = register;
        Transaction = transaction;
    }

    /// <summary>The store's number, 0 to 65535.</summary>
    public int StoreNumber { get; }

    /// <summary>The business day, in the store's own time zone.</summary>
    public DateOnly BusinessDay { get; }

    /// <summary>The register within the store, 0 to 63.</summary>
    public int Register { get; }

    /// <summary>The transaction within the register's day, 0 to 4095.</summary>
    public int Transaction { get; }

    /// <summary>
    /// The key packed into one number, which identifies the receipt in the database:
    /// store · 2⁴⁰ + day number (of <see cref="DateOnly.DayNumber"/>) · 2¹⁸ + register · 2¹² + transaction.
    /// Ids sort by store, then day, then register, then transaction.
    /// </summary>
    public long Id =>
        ((long)StoreNumber << StoreShift) | ((long)BusinessDay.DayNumber << DayShift)
        | ((long)Register << RegisterShift) | (long)Transaction;

    /// <summary>Where a store's ids begin; they end where those of the next number begin.</summary>
    public static long FirstIdOf(int storeNumber) => (long)storeNumber << StoreShift;

    /// <summary>Makes a key if every part is within its range.</summary>
    /// <returns>False when a part is out of range; <paramref name="key"/> is then the default.</returns>
    public static bool TryCreate(int storeNumber, DateOnly businessDay, int register, int transaction, out ReceiptKey key)
    {
        var inRange = storeNumber is >= 0 and <= MaxStoreNumber
            && register is >= 0 and <= MaxRegister
            && transaction is >= 0 and <= MaxTransaction;
        key = inRange ? new ReceiptKey(storeNumber, businessDay, register, transaction) : default;
        return inRange;
    }

    /// <summary>Reads a key as tills write it, <c>27.2026-11-21.5.77</c>: store, business day, register, transaction. No code has a dot.</summary>
    /// <returns>False when it is none; <paramref name="key"/> is then the default.</returns>
    public static bool TryRead(string? text, out ReceiptKey key)
    {
        key = default;
        return text?.Split('.') is [var store, var day, var register, var transaction]
            && int.TryParse(store, NumberStyles.None, CultureInfo.InvariantCulture, out var storeNumber)
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var businessDay)
            && int.TryParse(register, NumberStyles.None, CultureInfo.InvariantCulture, out var registerNumber)
            && int.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var transactionNumber)
            && TryCreate(storeNumber, businessDay, registerNumber, transactionNumber, out key);
    }

    /// <summary>The key that <see cref="Id"/> was packed from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no packed key.</exception>
    public static ReceiptKey FromId(long id)
    {
        var dayNumber = (int)(id >> DayShift) & MaxDayNumber;
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id >> StoreShift, MaxStoreNumber, nameof(id));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayNumber, DateOnly.MaxValue.DayNumber, nameof(id));
        return new ReceiptKey(
            (int)(id >> StoreShift),
            DateOnly.FromDayNumber(dayNumber),
            (int)(id >> RegisterShift) & MaxRegister,
            (int)id & MaxTransaction);
    }
}
