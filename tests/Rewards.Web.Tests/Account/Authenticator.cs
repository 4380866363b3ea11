using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Rewards.Web.Tests.Account;

/// <summary>An authenticator app: codes by time, six digits every 30 seconds (RFC 6238).</summary>
/// <param name="key">In base32, as the page shows it.</param>
public sealed class Authenticator(string key)
{
    /// <summary>What it shows now.</summary>
    public string Code()
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, FromBase32(key));
        hmac.AppendData(step);
        var hash = hmac.GetHashAndReset();
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit)
            .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
