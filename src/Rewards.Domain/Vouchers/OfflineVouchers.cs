using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Rewards.Domain.Vouchers;

/// <summary>
/// Signs what a voucher's paper says of it, and checks it: ECDSA P-256 over SHA-256 (docs/vouchers-offline.md). Thread-safe.
/// </summary>
public sealed class OfflineVouchers
{
    private const int LongestText = 256;

    private readonly List<SigningKey> _keys;

    /// <summary>Derives the keys.</summary>
    /// <param name="secrets">32 bytes each, newest first: the first signs, what any of them has signed is good.</param>
    public OfflineVouchers(IEnumerable<byte[]> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _keys = [.. secrets.Select(SigningKey.Of)];
        if (_keys.Count == 0)
        {
            throw new ArgumentException("There is no key to sign with.", nameof(secrets));
        }
    }

    /// <summary>What forms are checked with, newest first.</summary>
    public IReadOnlyList<OfflineVoucherKey> PublicKeys => [.. _keys.Select(k => k.Public)];

    /// <summary>A form and its signature as text; null where the voucher has more stores than fit.</summary>
    /// <param name="canonicalCode">The voucher's.</param>
    /// <param name="form">What it says of it.</param>
    public string? Sign(string canonicalCode, OfflineForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!form.Fits)
        {
            return null;
        }

        var key = _keys[0];
        var payload = form.Payload(key.Public.Id);
        using var ecdsa = ECDsa.Create(key.Private);
        return OfflineForm.Symbols([.. payload, .. ecdsa.SignData(OfflineForm.Message(canonicalCode, payload), HashAlgorithmName.SHA256)]);
    }

    /// <summary>Reads a form; false where it is none, was changed, belongs to another voucher or is signed by none of our keys.</summary>
    /// <param name="canonicalCode">The voucher's.</param>
    /// <param name="text">As <see cref="Sign"/> wrote it, in any case; may be null.</param>
    /// <param name="form">What it says.</param>
    public bool TryRead(string canonicalCode, string? text, [NotNullWhen(true)] out OfflineForm? form)
    {
        form = null;
        if (text is null || text.Length > LongestText || OfflineForm.Bytes(text) is not { Length: > OfflineForm.SignatureLength } bytes)
        {
            return false;
        }

        var payload = bytes.AsSpan(0, bytes.Length - OfflineForm.SignatureLength);
        if (!OfflineForm.TryRead(payload, out var keyId, out var read))
        {
            return false;
        }

        var message = OfflineForm.Message(canonicalCode, payload);
        var signature = bytes.AsSpan(payload.Length).ToArray();
        if (!_keys.Any(k => k.Public.Id == keyId && k.Verifies(message, signature)))
        {
            return false;
        }

        form = read;
        return true;
    }

    private sealed record SigningKey(ECParameters Private, OfflineVoucherKey Public)
    {
        private const int ScalarLength = 32;

        // FIPS 186-5, A.2.1: 128 bits more than the order, so that the remainder is as good as even.
        private const int DerivedLength = ScalarLength + 16;

        private static readonly BigInteger _order = new(
            Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

        public static SigningKey Of(byte[] secret)
        {
            var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, DerivedLength, info: Encoding.ASCII.GetBytes("rewards/offline-voucher/v1"));
            var scalar = (new BigInteger(derived, isUnsigned: true, isBigEndian: true) % (_order - 1)) + 1;
            var d = new byte[ScalarLength];
            var bytes = scalar.ToByteArray(isUnsigned: true, isBigEndian: true);
            bytes.CopyTo(d, ScalarLength - bytes.Length);
            using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
            var whole = ecdsa.ExportParameters(includePrivateParameters: true);
            return new SigningKey(whole, OfflineVoucherKey.Of([4, .. whole.Q.X!, .. whole.Q.Y!]));
        }

        public bool Verifies(byte[] message, byte[] signature)
        {
            using var ecdsa = ECDsa.Create(Private with { D = null });
            return ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256);
        }
    }
}

/// <summary>A public key that forms are checked with.</summary>
/// <param name="Id">The first two bytes of <c>SHA-256(point)</c>: says which key to try.</param>
/// <param name="Point">The point on P-256, uncompressed: 0x04 ‖ x ‖ y.</param>
public sealed record OfflineVoucherKey(ushort Id, byte[] Point)
{
    /// <summary>The key of a point.</summary>
    public static OfflineVoucherKey Of(byte[] point)
    {
        var hash = SHA256.HashData(point);
        return new OfflineVoucherKey((ushort)((hash[0] << 8) | hash[1]), point);
    }
}
