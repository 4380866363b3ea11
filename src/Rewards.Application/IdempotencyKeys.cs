using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rewards.Application;

/// <summary>
/// What makes sending twice do once (docs/protocols.md §4): a key that the sender chooses, and a hash of what was asked for, so that
/// the same key with something else is told.
/// </summary>
public static class IdempotencyKeys
{
    /// <summary>1 to 64 visible ASCII characters and spaces, one of them visible.</summary>
    public static bool IsKey([NotNullWhen(true)] string? key) =>
        !string.IsNullOrWhiteSpace(key) && key.Length <= 64 && key.All(c => c is >= ' ' and <= '~');

    /// <summary>SHA-256 over each part as u32 byte length ‖ UTF-8 bytes; a part that was not given is empty.</summary>
    public static byte[] HashOf(params IEnumerable<object?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(Convert.ToString(part, CultureInfo.InvariantCulture) ?? "");
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
