using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>Where a part will listen.</summary>
/// <param name="EndPoint">The address and the port.</param>
/// <param name="Part">Who will listen there, as in "port 9090 for Prometheus".</param>
/// <param name="Option">The option that chooses another.</param>
internal sealed record UsedPort(IPEndPoint EndPoint, string Part, string Option);
