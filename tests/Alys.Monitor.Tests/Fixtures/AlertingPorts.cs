using System.Globalization;
using System.Net;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Free ports for what <c>up</c> runs for alerts.</summary>
internal sealed class AlertingPorts
{
    internal IPEndPoint Alertmanager { get; } = FreePorts.Next();

    internal IPEndPoint NodeExporter { get; } = FreePorts.Next();

    internal IPEndPoint Webhook { get; } = FreePorts.Next();

    /// <summary>As options of <c>up</c>.</summary>
    internal string[] Arguments =>
    [
        "--alertmanager-port", Text(Alertmanager), "--node-exporter-port", Text(NodeExporter),
        "--webhook-port", Text(Webhook),
    ];

    internal IEnumerable<IPEndPoint> All => [Alertmanager, NodeExporter, Webhook];

    private static string Text(IPEndPoint endpoint) => endpoint.Port.ToString(CultureInfo.InvariantCulture);
}
