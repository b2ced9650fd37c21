using System.Net;
using Alys.Metrics.Node;

namespace Alys.DevNode.Peers;

/// <summary>Another node of the simulated network.</summary>
internal sealed record PeerProfile(int Id, PeerKind Kind, PeerDirection Direction, IPAddress Address);
