using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>What Prometheus reads, and whom it tells: exactly what runs.</summary>
/// <param name="Main">Job <c>alys</c>: a node or a monitor.</param>
/// <param name="Prometheus">Job <c>prometheus</c>: where it listens itself.</param>
internal sealed record PrometheusTargets(IPEndPoint Main, IPEndPoint Prometheus)
{
    /// <summary>Job <c>alys-migration</c>: the node under migration. Default: none; the job is left out.</summary>
    public IPEndPoint? Migration { get; init; }

    /// <summary>Job <c>alertmanager</c>, which is told of alerts. Default: none; the job is left out, and nobody is
    /// told.</summary>
    public IPEndPoint? Alertmanager { get; init; }

    /// <summary>Job <c>node</c>: node exporter, the machine. Default: none; the job is left out.</summary>
    public IPEndPoint? NodeExporter { get; init; }

    /// <summary>The store to which all samples go, and which is asked by rules. Default: none; Prometheus evaluates the
    /// rules.</summary>
    public StoreTargets? Store { get; init; }
}
