using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Rewards.Domain.Staff;

/// <summary>
/// What a till, kiosk or app shows for being who it is: <c>rwd_PREFIX_SECRET</c>. Shown once; the database holds a keyed hash of it.
/// </summary>
public sealed class ApiKey
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 60;

    private ApiKey()
    {
    }

    /// <summary>Makes a key.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="name">What the office calls it.</param>
    /// <param name="prefix">Of its token.</param>
    /// <param name="hash">HMAC-SHA256 of its token under the pepper; unique.</param>
    /// <param name="storeNumber">The only store it may speak for; null for all.</param>
    /// <param name="scopes">Of <see cref="ApiScope.All"/>.</param>
    /// <param name="createdById">By whom.</param>
    /// <param name="createdAt">UTC.</param>
    public ApiKey(
        Guid id, string name, string prefix, byte[] hash, int? storeNumber, IEnumerable<string> scopes, Guid createdById, DateTime createdAt)
    {
        Id = id;
        Name = name;
        Prefix = prefix;
        Hash = hash;
        StoreNumber = storeNumber;
        Scopes = string.Join(' ', scopes);
        CreatedById = createdById;
        CreatedAt = createdAt;
    }

    /// <summary>Its name for us.</summary>
    public Guid Id { get; private set; }

    /// <summary>What the office calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The part of its token that is shown in the office.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>HMAC-SHA256 of its token under the pepper; unique.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The only store it may speak for; null for all.</summary>
    public int? StoreNumber { get; private set; }

    /// <summary>What it may do: of <see cref="ApiScope.All"/>, a blank between two.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>By whom it was made.</summary>
    public Guid CreatedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>By whom it was revoked.</summary>
    public Guid? RevokedById { get; private set; }

    /// <summary>When it ended, UTC; null while it is good.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>When it was used last, to the minute, UTC.</summary>
    public DateTime? LastUsedAt { get; private set; }
}

/// <summary>The text of a key.</summary>
/// <param name="Prefix">What the office is shown of it.</param>
/// <param name="Text">All of it: <c>rwd_PREFIX_SECRET</c>.</param>
public sealed partial record ApiToken(string Prefix, string Text)
{
    private const int PrefixBytes = 4;
    private const int SecretBytes = 24;

    /// <summary>A new one from the cryptographic generator: 192 bits.</summary>
    public static ApiToken Create()
    {
        var prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixBytes));
        return new ApiToken(prefix, $"rwd_{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>Whether a text can be one at all.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex(@"\Arwd_[0-9a-f]{8}_[0-9a-f]{48}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>What a key may do.</summary>
public static class ApiScope
{
    /// <summary>Register receipts.</summary>
    public const string Receipts = "receipts";

    /// <summary>Send responses.</summary>
    public const string Responses = "responses";

    /// <summary>Look vouchers up.</summary>
    public const string ReadVouchers = "vouchers:read";

    /// <summary>Hold and redeem vouchers.</summary>
    public const string RedeemVouchers = "vouchers:redeem";

    /// <summary>Undo redemptions.</summary>
    public const string ReverseVouchers = "vouchers:reverse";

    /// <summary>Read fuel points.</summary>
    public const string ReadFuel = "fuel:read";

    /// <summary>Redeem fuel points.</summary>
    public const string RedeemFuel = "fuel:redeem";

    /// <summary>Read a store's reconciliation.</summary>
    public const string Reconciliation = "reconciliation";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Receipts, Responses, ReadVouchers, RedeemVouchers, ReverseVouchers, ReadFuel, RedeemFuel, Reconciliation];
}
