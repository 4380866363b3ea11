using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Rewards.Domain.Codes;

namespace Rewards.Domain.Vouchers;

/// <summary>What a voucher's paper says of it, so that a desk without network can decide.</summary>
/// <param name="LimitCents">What could be taken when it was drawn, in cents.</param>
/// <param name="LastDay">The last day it is good, in the programme's time zone.</param>
/// <param name="MinimumPurchaseCents">What a purchase comes to at least, in cents; 0 for any.</param>
/// <param name="Stores">The only stores it is good at; null for all.</param>
/// <param name="SingleUse">Whether it can be taken from once only: what is not taken then is lost.</param>
public sealed record OfflineForm(int LimitCents, DateOnly LastDay, int MinimumPurchaseCents, StoreSet? Stores, bool SingleUse)
{
    /// <summary>More stores than this make no QR that a scanner likes: such a voucher is redeemed with network only.</summary>
    public const int MostStores = 20;

    /// <summary>The bytes of a signature: r ‖ s, 32 each.</summary>
    public const int SignatureLength = 64;

    private const byte UntilSpent = 1;
    private const byte Once = 2;
    private const int FixedLength = 14;
    private const int SymbolBits = 5;

    private static readonly DateOnly _firstDay = new(2020, 1, 1);

    /// <summary>Whether it can be written down: not too many stores, and a day from 2020 to 2199.</summary>
    public bool Fits => LastDay >= _firstDay && LastDay.DayNumber - _firstDay.DayNumber <= ushort.MaxValue && (Stores?.Numbers.Count ?? 0) <= MostStores;

    /// <summary>The payload, in its one form (docs/vouchers-offline.md).</summary>
    /// <param name="keyId">Which key signs it.</param>
    public byte[] Payload(ushort keyId)
    {
        var stores = Stores?.Numbers ?? [];
        var bytes = new byte[FixedLength + (2 * stores.Count)];
        bytes[0] = SingleUse ? Once : UntilSpent;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), keyId);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(3), LimitCents);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(7), checked((ushort)(LastDay.DayNumber - _firstDay.DayNumber)));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), MinimumPurchaseCents);
        bytes[13] = checked((byte)stores.Count);
        for (var i = 0; i < stores.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(FixedLength + (2 * i)), checked((ushort)stores[i]));
        }

        return bytes;
    }

    /// <summary>What is signed: the payload bound to the code that it stands beside.</summary>
    /// <param name="canonicalCode">The voucher's.</param>
    /// <param name="payload">As in the form.</param>
    public static byte[] Message(string canonicalCode, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(canonicalCode);
        return
        [
            .. Prefixed("rewards/offline-voucher/v1"), .. Prefixed(canonicalCode.Replace("-", "", StringComparison.Ordinal)), .. payload,
        ];
    }

    /// <summary>Reads the bytes of a payload; false for what <see cref="Payload"/> would not have written.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="keyId">Which key has signed it.</param>
    /// <param name="form">What it says.</param>
    public static bool TryRead(ReadOnlySpan<byte> payload, out ushort keyId, [NotNullWhen(true)] out OfflineForm? form)
    {
        (keyId, form) = (0, null);
        if (payload.Length < FixedLength || payload[0] is not (UntilSpent or Once) || payload.Length != FixedLength + (2 * payload[13]))
        {
            return false;
        }

        var numbers = new List<int>();
        for (var at = FixedLength; at < payload.Length; at += 2)
        {
            numbers.Add(BinaryPrimitives.ReadUInt16BigEndian(payload[at..]));
        }

        keyId = BinaryPrimitives.ReadUInt16BigEndian(payload[1..]);
        form = new OfflineForm(
            BinaryPrimitives.ReadInt32BigEndian(payload[3..]),
            _firstDay.AddDays(BinaryPrimitives.ReadUInt16BigEndian(payload[7..])),
            BinaryPrimitives.ReadInt32BigEndian(payload[9..]),
            StoreSet.Of(numbers),
            payload[0] == Once);
        return form.Fits && form.Payload(keyId).AsSpan().SequenceEqual(payload);
    }

    /// <summary>Bytes as symbols of five bits, most significant first; the last is filled up with zeros.</summary>
    internal static string Symbols(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = (((buffer << 8) | b) & 0xFFF, bits + 8);
            while (bits >= SymbolBits)
            {
                bits -= SymbolBits;
                text.Append(Crockford.SymbolOf((buffer >> bits) & 31));
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Crockford.SymbolOf((buffer << (SymbolBits - bits)) & 31)).ToString();
    }

    /// <summary>Symbols as bytes; null where there is no symbol, or where what fills the last up is not zero.</summary>
    internal static byte[]? Bytes(string text)
    {
        var bytes = new List<byte>(text.Length * SymbolBits / 8);
        var (buffer, bits) = (0, 0);
        foreach (var value in text.Select(Crockford.ValueOf))
        {
            if (value < 0)
            {
                return null;
            }

            (buffer, bits) = (((buffer << SymbolBits) | value) & 0xFFF, bits + SymbolBits);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return bits < SymbolBits && (buffer & ((1 << bits) - 1)) == 0 ? [.. bytes] : null;
    }

    private static byte[] Prefixed(string text)
    {
        var bytes = new byte[4 + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, text.Length);
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(4));
        return bytes;
    }
}
