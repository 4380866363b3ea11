using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rewards.Application.Webhooks;

/// <summary>What a webhook's deliveries are signed with (docs/webhooks.md).</summary>
public static class WebhookSecret
{
    /// <summary>A new one, <c>whsec_…</c>.</summary>
    public static string Create() => "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary><c>t=…,v1=…</c>: HMAC-SHA-256 under the secret of <c>t.body</c>, in hex.</summary>
    /// <param name="secret">As <see cref="Create"/> made it.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    public static string Sign(string secret, DateTimeOffset at, string body)
    {
        var t = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{body}"));
        return $"t={t},v1={Convert.ToHexStringLower(mac)}";
    }
}
