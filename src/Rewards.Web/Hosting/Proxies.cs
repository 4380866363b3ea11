using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Rewards.Setup;

namespace Rewards.Web.Hosting;

/// <summary>Whose word is taken for a client's address: <c>Hosting:TrustedProxies</c>, networks in CIDR form.</summary>
internal static class Proxies
{
    private const int NetworkBitsOfIpV6 = 64;

    public static void Trust(ForwardedHeadersOptions options, IReadOnlyList<System.Net.IPNetwork> networks)
    {
        // Where no network is named nobody's word is taken: with an empty list the framework would take everybody's.
        options.ForwardedHeaders = networks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>The networks that are named.</summary>
    /// <exception cref="SettingException">One of them is none.</exception>
    public static IReadOnlyList<System.Net.IPNetwork> Networks(IConfiguration configuration) =>
    [
        .. configuration.GetSection("Hosting:TrustedProxies").GetChildren().Where(setting => !string.IsNullOrWhiteSpace(setting.Value)).Select(setting =>
            System.Net.IPNetwork.TryParse(setting.Value, out var network)
                ? network
                : throw new SettingException(setting.Path, $"'{setting.Value}' is no network. Write it as 10.0.0.0/8.")),
    ];

    /// <summary>What a client is counted by: its address, of IPv6 the network that one household has.</summary>
    public static string ClientAddress(this HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.GetAddressBytes() is { Length: 16 } bytes
            ? Convert.ToHexString(bytes, 0, NetworkBitsOfIpV6 / 8)
            : address.ToString();
    }
}
