using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rewards.Data;
using Rewards.Domain.Surveys;

namespace Rewards.Application;

/// <summary>All that is hashed under the pepper or sealed with the sealing key. Thread-safe.</summary>
public sealed class Vault
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _voucherKey;
    private readonly byte[] _linkKey;
    private readonly byte[] _clientKey;
    private readonly byte[] _apiKey;
    private readonly byte[] _deskKey;
    private readonly byte[] _auditKey;
    private readonly byte[] _nameKey;
    private readonly byte[] _prizeKey;
    private readonly byte[] _sealingKey;
    private readonly byte[] _drawKey;

    /// <summary>Derives a key for each use, so that none can be taken for another.</summary>
    public Vault(Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _voucherKey = secrets.Pepper;
        _linkKey = Derive(secrets.Pepper, "rewards/sign-in-link/v1");
        _clientKey = Derive(secrets.Pepper, "rewards/client/v1");
        _apiKey = Derive(secrets.Pepper, "rewards/api-key/v1");
        _deskKey = Derive(secrets.Pepper, "rewards/desk-pass/v1");
        _auditKey = Derive(secrets.Pepper, "rewards/audit/v1");
        _nameKey = Derive(secrets.Pepper, "rewards/name/v1");
        _prizeKey = Derive(secrets.Pepper, "rewards/prize-link/v1");
        _sealingKey = secrets.SealingKey;
        _drawKey = secrets.DrawKey;
    }

    /// <summary>What a voucher is found by: <c>HMAC-SHA256(pepper, code)</c> (docs/protocols.md §2).</summary>
    /// <param name="code">In canonical form.</param>
    public byte[] HashVoucher(string code) => HMACSHA256.HashData(_voucherKey, Encoding.ASCII.GetBytes(code));

    /// <summary>What a key of the interface is found by.</summary>
    public byte[] HashApiToken(string token) => HMACSHA256.HashData(_apiKey, Encoding.ASCII.GetBytes(token));

    /// <summary>A name that is the same for the same text, and that nobody else can make up.</summary>
    public Guid NameOf(string text) => new(HMACSHA256.HashData(_nameKey, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);

    /// <summary>What the response of a sender is marked with, by a text that says who and what.</summary>
    public SenderMark MarkOf(string text) => new(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(_nameKey, Encoding.UTF8.GetBytes(text))));

    /// <summary>What a client's address is counted by.</summary>
    public byte[] HashClient(string address) => HMACSHA256.HashData(_clientKey, Encoding.UTF8.GetBytes(address))[..16];

    /// <summary>The key of the audit's chain: who has the database alone cannot make links.</summary>
    public ReadOnlySpan<byte> AuditKey => _auditKey;

    /// <summary>The part of a sign-in link that cannot be made up: a keyed hash of its id.</summary>
    public string SignLink(Guid linkId) => Base64Url.EncodeToString(HMACSHA256.HashData(_linkKey, linkId.ToByteArray(bigEndian: true)));

    /// <summary>Whether the part of a link was made by <see cref="SignLink"/>; in constant time.</summary>
    public bool IsSignature(Guid linkId, string signature) => AreSame(SignLink(linkId), signature);

    /// <summary>The part of a desk's pass that cannot be made up: a keyed hash of what it says.</summary>
    public string SignDeskPass(string says) => Base64Url.EncodeToString(HMACSHA256.HashData(_deskKey, Encoding.UTF8.GetBytes(says)));

    /// <summary>Whether the part of a pass was made by <see cref="SignDeskPass"/>; in constant time.</summary>
    public bool IsDeskPass(string says, string signature) => AreSame(SignDeskPass(says), signature);

    /// <summary>The part of a winner's link that cannot be made up: a keyed hash of the claim's id.</summary>
    public string SignPrize(Guid claimId) => Base64Url.EncodeToString(HMACSHA256.HashData(_prizeKey, claimId.ToByteArray(bigEndian: true)));

    /// <summary>Whether the part of a link was made by <see cref="SignPrize"/>; in constant time.</summary>
    public bool IsPrizeSignature(Guid claimId, string signature) => AreSame(SignPrize(claimId), signature);

    /// <summary>A draw's secret key, from which the tags of its entries come.</summary>
    public byte[] DrawKey(string drawId) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _drawKey, 32, info: Encoding.UTF8.GetBytes("rewards/draw/v1/" + drawId));

    /// <summary>Seals a text (AES-256-GCM), bound to what it belongs to.</summary>
    public byte[] Seal(string text, ReadOnlySpan<byte> belongsTo) => SealBytes(Encoding.UTF8.GetBytes(text), belongsTo);

    /// <summary>Seals bytes (AES-256-GCM), bound to what they belong to.</summary>
    public byte[] SealBytes(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo)
    {
        var result = new byte[NonceLength + plain.Length + TagLength];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sealingKey, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceLength, plain.Length), result.AsSpan(NonceLength + plain.Length), belongsTo);
        return result;
    }

    /// <summary>Seals a value as JSON, bound to the row that it stands in.</summary>
    public byte[] SealJson<T>(T value, Guid row) => Seal(JsonSerializer.Serialize(value, DataJson.Options), row.ToByteArray(bigEndian: true));

    /// <summary>Opens what <see cref="SealJson"/> sealed.</summary>
    public T OpenJson<T>(byte[] sealedJson, Guid row) =>
        JsonSerializer.Deserialize<T>(Unseal(sealedJson, row.ToByteArray(bigEndian: true)), DataJson.Options)!;

    /// <summary>Opens what <see cref="Seal"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to something else, or the key is another.</exception>
    public string Unseal(ReadOnlySpan<byte> sealedText, ReadOnlySpan<byte> belongsTo) => Encoding.UTF8.GetString(UnsealBytes(sealedText, belongsTo));

    /// <summary>Opens what <see cref="SealBytes"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to something else, or the key is another.</exception>
    public byte[] UnsealBytes(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> belongsTo)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_sealingKey, TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[NonceLength..^TagLength], sealedBytes[^TagLength..], plain, belongsTo);
        return plain;
    }

    private static bool AreSame(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes(use));
}
