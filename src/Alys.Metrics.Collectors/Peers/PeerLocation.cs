using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>Where a peer is, as far as its address tells.</summary>
/// <param name="Country">The ISO 3166-1 alpha-2 code, such as <c>DE</c>; <see cref="PrivateCountry"/> or
/// <see cref="UnknownCountry"/> when there is none.</param>
/// <param name="Region">The part of the world; <see cref="PeerRegion.Unknown"/> without a country, and for
/// Antarctica.</param>
public readonly record struct PeerLocation(string Country, PeerRegion Region)
{
    /// <summary>The country of an address that is not one of the public internet.</summary>
    public const string PrivateCountry = "private";

    /// <summary>The country of an address that no record tells anything of.</summary>
    public const string UnknownCountry = "unknown";

    /// <summary>Of an address that is not one of the public internet: private, loopback, reserved.</summary>
    public static PeerLocation Private { get; } = new(PrivateCountry, PeerRegion.Unknown);

    /// <summary>Of an address that no record tells anything of.</summary>
    public static PeerLocation Unknown { get; } = new(UnknownCountry, PeerRegion.Unknown);
}
