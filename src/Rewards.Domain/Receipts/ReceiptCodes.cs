using System.Buffers.Binary;
using System.Security.Cryptography;
using Rewards.Domain.Codes;

namespace Rewards.Domain.Receipts;

/// <summary>
/// Prints and reads receipt codes: 16 symbols that a till can make with no network, and the portal can tell from a
/// forgery with no database (docs/protocols.md §1). Safe for use by many threads at once.
/// </summary>
public sealed class ReceiptCodes
{
    /// <summary>Symbols in a code, the check symbol included.</summary>
    public const int Length = 16;

    /// <summary>Bytes in a master key.</summary>
    public const int MasterKeyLength = 32;

    /// <summary>
    /// How many days ahead of today a code's day may lie. The code carries the day modulo 2048 only; of the days it may
    /// mean, the one in the window of 2048 days that ends this many days from today is taken.
    /// </summary>
    public const int DaysAhead = 31;

    private const int DayCycle = 2048;
    private const int MacBits = 30;
    private const int PayloadBits = 45;
    private static readonly int _epochDayNumber = new DateOnly(2020, 1, 1).DayNumber;

    private readonly DerivedKeys[] _keys;

    /// <summary>Derives the working keys once.</summary>
    /// <param name="masterKeys">32 bytes each, the newest first; several while a rotation is under way.</param>
    /// <exception cref="ArgumentException">There is no key, or one has not 32 bytes.</exception>
    public ReceiptCodes(IReadOnlyList<byte[]> masterKeys)
    {
        ArgumentNullException.ThrowIfNull(masterKeys);
        if (masterKeys.Count == 0 || masterKeys.Any(key => key.Length != MasterKeyLength))
        {
            throw new ArgumentException($"At least one master key is needed, of {MasterKeyLength} bytes each.", nameof(masterKeys));
        }

        _keys = [.. masterKeys.Select(DerivedKeys.From)];
    }

    /// <summary>The code of a receipt under the newest key, <c>XXXX-XXXX-XXXX-XXXX</c>.</summary>
    public string Print(ReceiptKey key)
    {
        var payload = Payload(key);
        var mac = _keys[0].Mac(payload);
        var cipher = payload ^ _keys[0].KeyStream(mac);

        Span<byte> symbols = stackalloc byte[Length];
        var body = ((UInt128)cipher << MacBits) | mac;
        for (var i = Length - 2; i >= 0; i--)
        {
            symbols[i] = (byte)((uint)body & 31);
            body >>= 5;
        }

        symbols[^1] = (byte)CheckSymbol.Of(symbols[..^1]);
        return GroupedCode.Format(symbols);
    }

    /// <summary>Reads what a shopper typed, trying every key.</summary>
    /// <param name="text">Any case, with or without separators; may be null.</param>
    /// <param name="today">
    /// The store's day or, near enough, the portal's: the code's day modulo 2048 is taken as the one day in
    /// (today + 31 − 2048, today + 31].
    /// </param>
    public ReceiptCodeReading Read(string? text, DateOnly today)
    {
        Span<byte> symbols = stackalloc byte[Length];
        if (GroupedCode.Read(text, symbols) is { } slip)
        {
            return new ReceiptCodeReading.Slip(slip);
        }

        UInt128 body = 0;
        foreach (var symbol in symbols[..^1])
        {
            body = (body << 5) | symbol;
        }

        var mac = (uint)body & ((1u << MacBits) - 1);
        var cipher = (ulong)(body >> MacBits);
        foreach (var keys in _keys)
        {
            var payload = cipher ^ keys.KeyStream(mac);
            if (keys.Mac(payload) == mac)
            {
                return new ReceiptCodeReading.Valid(KeyOf(payload, today), GroupedCode.Format(symbols));
            }
        }

        return new ReceiptCodeReading.Forged();
    }

    // 45 bits, most significant first: store 16, day 11, register 6, transaction 12.
    private static ulong Payload(ReceiptKey key)
    {
        var day = Modulo(key.BusinessDay.DayNumber - _epochDayNumber, DayCycle);
        return ((ulong)key.StoreNumber << 29) | ((ulong)day << 18) | ((ulong)key.Register << 12) | (uint)key.Transaction;
    }

    private static ReceiptKey KeyOf(ulong payload, DateOnly today)
    {
        var day = (int)(payload >> 18) & (DayCycle - 1);
        var latest = today.DayNumber + DaysAhead;
        var dayNumber = latest - Modulo(latest - _epochDayNumber - day, DayCycle);
        _ = ReceiptKey.TryCreate(
            (int)(payload >> 29) & ReceiptKey.MaxStoreNumber,
            DateOnly.FromDayNumber(dayNumber),
            (int)(payload >> 12) & ReceiptKey.MaxRegister,
            (int)payload & ReceiptKey.MaxTransaction,
            out var key);
        return key;
    }

    private static int Modulo(int value, int modulus) => ((value % modulus) + modulus) % modulus;

    private sealed record DerivedKeys(byte[] MacKey, byte[] CipherKey)
    {
        public static DerivedKeys From(byte[] masterKey) => new(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "rewards/receipt-code/mac/v1"u8.ToArray()),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "rewards/receipt-code/enc/v1"u8.ToArray()));

        /// <summary>The first 30 bits of HMAC-SHA256(K_mac, "rcpt1mac" ‖ payload as 6 bytes).</summary>
        public uint Mac(ulong payload)
        {
            Span<byte> message = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(message[6..], payload);
            "rcpt1mac"u8.CopyTo(message);
            return (uint)(FirstBits(MacKey, message[..14]) >> (64 - MacBits));
        }

        /// <summary>The first 45 bits of HMAC-SHA256(K_enc, "rcpt1enc" ‖ m as 4 bytes).</summary>
        public ulong KeyStream(uint mac)
        {
            Span<byte> message = stackalloc byte[12];
            "rcpt1enc"u8.CopyTo(message);
            BinaryPrimitives.WriteUInt32BigEndian(message[8..], mac);
            return FirstBits(CipherKey, message) >> (64 - PayloadBits);
        }

        private static ulong FirstBits(byte[] key, ReadOnlySpan<byte> message)
        {
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, message, hash);
            return BinaryPrimitives.ReadUInt64BigEndian(hash);
        }
    }
}
