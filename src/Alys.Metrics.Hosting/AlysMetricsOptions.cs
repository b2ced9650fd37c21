using System.Net;
using Alys.Metrics.Collectors;

namespace Alys.Metrics.Hosting;

/// <summary>Settings of <see cref="AlysMetricsServiceCollectionExtensions.AddAlysMetrics"/>; checked when the host
/// starts.</summary>
public sealed class AlysMetricsOptions
{
    /// <summary>Where the own listener answers, as <c>address:port</c>, so that metrics are reachable when the
    /// application's own port is not. Port 0 takes a free one. Null or empty: no own listener; use
    /// <see cref="AlysMetricsEndpointRouteBuilderExtensions.MapAlysMetrics"/>. Default: 127.0.0.1:9001, which nothing
    /// beyond this machine can reach.</summary>
    public string? Listen { get; set; } = "127.0.0.1:9001";

    /// <summary>What runs, as <c>alys_build_info{component}</c> says it. Default: <c>node</c>.</summary>
    public string Component { get; set; } = "node";

    /// <summary>Limits of the registry.</summary>
    public MetricRegistryOptions Registry { get; } = new();

    /// <summary>When collectors run.</summary>
    public CollectionOptions Collection { get; } = new();

    /// <summary>The parsed <see cref="Listen"/>; null: no own listener.</summary>
    internal IPEndPoint? ListenEndPoint =>
        string.IsNullOrEmpty(Listen) ? null : IPEndPoint.TryParse(Listen, out IPEndPoint? parsed) ? parsed : null;

    /// <summary>What is wrong with the settings, one sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        bool hasPort = Listen?.Contains(':', StringComparison.Ordinal) == true;
        if (!string.IsNullOrEmpty(Listen) && (ListenEndPoint is null || !hasPort))
            yield return $"Listen is '{Listen}'; it must be an IP address and a port, such as 127.0.0.1:9001.";
        if (string.IsNullOrWhiteSpace(Component)) yield return "Component must not be empty.";
        foreach (Action check in new Action[] { Registry.Validate, Collection.Validate })
        {
            string? problem = null;
            try
            {
                check();
            }
            catch (ArgumentException error)
            {
                problem = error.Message;
            }

            if (problem is not null) yield return problem;
        }
    }
}
