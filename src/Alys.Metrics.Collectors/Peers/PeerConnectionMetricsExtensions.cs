using System.Net;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>Counts peers by where their addresses are.</summary>
public static class PeerConnectionMetricsExtensions
{
    /// <summary>A peer came from an address, which is looked up here and never again. Dispose what is returned when it
    /// goes. A node that wants the country too, for its log, asks <see cref="PeerLocator.Locate"/> itself.</summary>
    /// <param name="peers">The connected peers.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="address">Where it connects from or is connected to; null: not known.</param>
    /// <param name="locator">Knows where addresses are; <see cref="PeerLocator.None"/> without a file.</param>
    /// <param name="direction">Who called whom.</param>
    /// <param name="score">How good it is, from 0 to 100.</param>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> that of <see cref="PeerLocator.Locate"/>.</remarks>
    public static PeerConnection Connected(
        this PeerConnectionMetrics peers,
        PeerKind kind,
        IPAddress? address,
        PeerLocator locator,
        PeerDirection direction,
        double score)
    {
        ArgumentNullException.ThrowIfNull(peers);
        ArgumentNullException.ThrowIfNull(locator);
        return peers.Connected(kind, locator.Locate(address).Region, direction, score);
    }
}
