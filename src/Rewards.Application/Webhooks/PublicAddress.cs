using System.Net;
using System.Net.Sockets;

namespace Rewards.Application.Webhooks;

/// <summary>Which addresses are of the public internet, by IANA's registries of special-purpose addresses.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] _notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of 2000::/3: protocols, documentation, and what carries an IPv4 address inside.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly string[] _localNames = [".localhost", ".local", ".internal", ".home.arpa", ".onion"];

    private static readonly IPNetwork _global = IPNetwork.Parse("2000::/3");

    /// <summary>Whether a host may be public by its name alone: what a name leads to is looked at when it is connected to.</summary>
    /// <param name="host">A name, or an address in digits.</param>
    public static bool MayBePublic(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.TrimEnd('.');
        return IPAddress.TryParse(name.Trim('[', ']'), out var address)
            ? IsPublic(address)
            : name.Contains('.', StringComparison.Ordinal) && !_localNames.Any(n => name.EndsWith(n, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether it is.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || _global.Contains(plain)) && !_notPublic.Any(n => n.Contains(plain));
    }
}
