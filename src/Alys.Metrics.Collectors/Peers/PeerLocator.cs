using System.Net;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>Says where peers are, by their addresses, from a file on this machine: no address is sent anywhere.
/// </summary>
/// <remarks>
/// <para>Look a peer up once, when it connects: its address does not change, and nothing is remembered here.
/// <see cref="PeerConnectionMetricsExtensions"/> does both in one call.</para>
/// <para>The region is a label (<c>alys_peers_by_region</c>), the country is not: 250 series of mostly 0 for each
/// family that had it, and with few peers they tell who is meant. Write the country into the log, if anywhere.</para>
/// <para><b>Threads:</b> any; it may be disposed at any time.</para>
/// </remarks>
public sealed class PeerLocator : IDisposable
{
    private readonly CountryFile? _file;

    private PeerLocator(CountryFile? file) => _file = file;

    /// <summary>For a node without a file: it knows private addresses, all others are unknown. Disposing it does
    /// nothing.</summary>
    public static PeerLocator None { get; } = new(null);

    /// <summary>Reads a file of countries: MMDB whose records have <c>country_code</c>, for IPv4, IPv6 or both.
    /// </summary>
    /// <param name="path">The file, of at most 64 MiB. It is read once; a newer one needs a new locator.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read; the message is one sentence that names it
    /// and says what to do.</exception>
    /// <exception cref="InvalidDataException">The file is no MMDB, not whole, or has no countries; the message is of
    /// the same kind.</exception>
    /// <remarks><b>Cost:</b> some 100 ms and the file's size in memory.</remarks>
    public static PeerLocator Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new PeerLocator(CountryFile.Open(path));
    }

    /// <summary>Where an address is. IPv6 addresses that stand for an IPv4 address (IPv4-mapped, NAT64, 6to4) are where
    /// that is. Never throws; unknown for null, and after disposal as <see cref="None"/>.</summary>
    /// <param name="address">The peer's.</param>
    /// <remarks><b>Cost:</b> a few microseconds and a small object.</remarks>
    public PeerLocation Locate(IPAddress? address)
    {
        if (address is null) return PeerLocation.Unknown;
        IPAddress host = PeerAddress.Unwrap(address);
        if (PeerAddress.IsPrivate(host)) return PeerLocation.Private;
        return CountryRegions.Find(_file?.CountryOf(host));
    }

    /// <summary>Gives the memory back. Locating goes on as by <see cref="None"/>. A second call does nothing.</summary>
    public void Dispose() => _file?.Dispose();
}
