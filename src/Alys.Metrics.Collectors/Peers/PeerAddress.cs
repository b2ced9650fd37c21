using System.Net;
using System.Net.Sockets;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>What an address tells by itself.</summary>
/// <remarks><b>Source:</b> IANA's registries of special-purpose addresses (RFC 6890).</remarks>
internal static class PeerAddress
{
    private static readonly IPNetwork[] PrivateNetworks = Array.ConvertAll<string, IPNetwork>(
    [
        "0.0.0.0/8", // this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // RFC 1918
        "100.64.0.0/10", // between a provider and its customers (CGNAT)
        "127.0.0.0/8", "169.254.0.0/16", // loopback, link-local
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation
        "198.18.0.0/15", // benchmarks
        "224.0.0.0/4", "240.0.0.0/4", // multicast, reserved, broadcast
        "::/96", // unspecified, loopback, and the abandoned way to write IPv4
        "64:ff9b:1::/48", // translation within a network
        "100::/64", // discarded
        "2001:2::/48", // benchmarks
        "2001:db8::/32", "3fff::/20", // documentation
        "5f00::/16", // segment routing
        "fc00::/7", "fe80::/10", "fec0::/10", // unique local, link-local, site-local
        "ff00::/8", // multicast
    ],
    IPNetwork.Parse);

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunnelled = IPNetwork.Parse("2002::/16");

    /// <summary>The IPv4 address that an IPv6 address stands for (IPv4-mapped, NAT64 or 6to4), else the address
    /// itself.</summary>
    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        int start = Translated.Contains(address) ? 12 : Tunnelled.Contains(address) ? 2 : -1;
        return start < 0 ? address : new IPAddress(address.GetAddressBytes().AsSpan(start, 4));
    }

    /// <summary>Whether an unwrapped address is not one of the public internet.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        foreach (IPNetwork network in PrivateNetworks)
        {
            if (network.Contains(address)) return true;
        }

        return false;
    }
}
