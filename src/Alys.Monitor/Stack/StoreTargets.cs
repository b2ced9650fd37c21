using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>A store beside Prometheus, which reads the metrics of both its parts.</summary>
/// <param name="VictoriaMetrics">Job <c>victoriametrics</c>: what all samples are written to.</param>
/// <param name="Vmalert">Job <c>vmalert</c>: what evaluates the rules in Prometheus' place.</param>
internal sealed record StoreTargets(IPEndPoint VictoriaMetrics, IPEndPoint Vmalert);
