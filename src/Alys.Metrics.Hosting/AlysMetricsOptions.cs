using System.Net;
using System.Reflection;
using Alys.Metrics.Collectors;

namespace Alys.Metrics.Hosting;

/// <summary>Settings of <see cref="AlysMetricsServiceCollectionExtensions.AddAlysMetrics"/>; checked when the host
/// starts.</summary>
public sealed class AlysMetricsOptions
{
    private static readonly TimeSpan LeastScrapeTimeout = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan MostScrapeTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Where the own listener answers, as <c>address:port</c>, so that metrics are reachable when the
    /// application's own port is not. Port 0 takes a free one. Null or empty: no own listener; use
    /// <see cref="AlysMetricsEndpointRouteBuilderExtensions.MapAlysMetrics"/>. Default: 127.0.0.1:9001, which nothing
    /// beyond this machine can reach.</summary>
    public string? Listen { get; set; } = "127.0.0.1:9001";

    /// <summary>What runs, as <c>alys_build_info{component}</c> says it. Default: <c>node</c>.</summary>
    public string Component { get; set; } = "node";

    /// <summary>The version of what runs, as <c>alys_build_info{version}</c> and <c>/health</c> say it. Default: that
    /// of
    /// the program's entry assembly.</summary>
    public string Version { get; set; } = EntryVersion();

    /// <summary>The most scrapes at once; one more gets 503 and is to come back after a second. Default 8: two
    /// Prometheus servers, an agent and some people with a browser, twice. Each holds about 100 KiB while it is
    /// written. At least 1.</summary>
    public int MaxConcurrentScrapes { get; set; } = 8;

    /// <summary>How long a scrape may take until its client has read it; then the connection is broken off, so that a
    /// part of a page is never taken for the whole. A client that says that it waits less long
    /// (<c>X-Prometheus-Scrape-Timeout-Seconds</c>) gets less. Default 30 s; from 0.1 s to 10 minutes.</summary>
    public TimeSpan ScrapeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The meters of other libraries that the page shows too, by name, <c>*</c> standing for any characters;
    /// see <see cref="MetricRegistry.IngestMeters"/>. Default: those of .NET's runtime and of HTTP, its clients and its
    /// servers. Clear it to show none.</summary>
    public IList<string> Meters { get; } =
    [
        "System.Runtime",
        "System.Net.Http",
        "System.Net.NameResolution",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
    ];

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
        if (MaxConcurrentScrapes < 1)
            yield return "MaxConcurrentScrapes must be at least 1, or nobody could scrape.";
        if (ScrapeTimeout < LeastScrapeTimeout || ScrapeTimeout > MostScrapeTimeout)
            yield return "ScrapeTimeout must be from 0.1 seconds to 10 minutes.";
        if (Meters.Any(string.IsNullOrWhiteSpace)) yield return "Meters holds an empty name; take it out.";
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

    /// <summary>Without the commit that a build may append.</summary>
    private static string EntryVersion() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+')[0] ?? "unknown";
}
