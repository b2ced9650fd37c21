using System.Globalization;
using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>What <c>up</c> runs: the monitor, a Prometheus and, when no node is given, a node.</summary>
internal sealed record UpSettings
{
    /// <summary>The port of Prometheus.</summary>
    public static readonly Setting PrometheusPortSetting =
        new("prometheus-port", "N", "Run Prometheus on this port of 127.0.0.1. Default: 9090.");

    /// <summary>The port of the development node.</summary>
    public static readonly Setting RpcPortSetting =
        new(
            "rpc-port", "N",
            "Run the development node on this port of 127.0.0.1; not together with --rpc. Default: 8545.");

    /// <summary>How often Prometheus reads the monitor.</summary>
    public static readonly Setting ScrapeIntervalSetting =
        new("scrape-interval", "TIME", "Let Prometheus read the monitor this often. Default: 5s; own node: 500ms.");

    /// <summary>The folder of <see cref="AlysHome"/>.</summary>
    public static readonly Setting HomeSetting =
        new("home", "DIR", "Keep tools, data and logs here. Default: ALYS_HOME, else .alys in the repository.");

    /// <summary>Every option of <c>up</c>.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        MonitorSettings.RpcSetting, MonitorSettings.PidSetting, MonitorSettings.PidFileSetting,
        MonitorSettings.ProcessNameSetting, MonitorSettings.DataDirSetting, MonitorSettings.ListenSetting,
        MonitorSettings.IntervalSetting with
        {
            Help = "Read every source this often, from 100ms to 1h. Default: 5s; own node: 250ms.",
        },
        ScrapeIntervalSetting, PrometheusPortSetting, RpcPortSetting, HomeSetting,
    ];

    // With a block a second, what Prometheus answers is at most one block behind the node: the newest sample is at most
    // 250 ms + 500 ms old, and the time of a scrape.
    private static readonly TimeSpan OwnNodeInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OwnNodeScrapeInterval = TimeSpan.FromMilliseconds(500);
    // A node on this machine may be asked again soon after it failed: whoever kills it to look wants to see it come
    // back.
    private static readonly TimeSpan OwnNodeBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DefaultScrapeInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastScrapeInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostScrapeInterval = TimeSpan.FromMinutes(2);

    /// <summary>The monitor's own.</summary>
    public required MonitorSettings Monitor { get; init; }

    /// <summary>Where Prometheus listens: loopback.</summary>
    public required IPEndPoint Prometheus { get; init; }

    /// <summary>Where our development node listens; null: a node was given.</summary>
    public required IPEndPoint? DevNode { get; init; }

    /// <summary>
    /// How often Prometheus reads the monitor; range 100 ms to 2 min, since Prometheus forgets a sample after five
    /// minutes.
    /// </summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>Where everything is kept.</summary>
    public required AlysHome Home { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static UpSettings Read(SettingValues values)
    {
        MonitorSettings monitor = MonitorSettings.Read(values);
        bool ownNode = monitor.Rpc is null;
        if (ownNode && monitor.WatchesProcess)
        {
            throw new UsageException(
                "a process can be watched together with --rpc only: without it, up runs a node of its own");
        }

        if (!ownNode && values.Text(RpcPortSetting) is not null)
            throw new UsageException("give one of --rpc (watch this node) and --rpc-port (run a node there), not both");
        IPEndPoint? node = ownNode ? Local(values.Number(RpcPortSetting, 1, IPEndPoint.MaxPort) ?? 8545) : null;
        IPEndPoint prometheus = Local(values.Number(PrometheusPortSetting, 1, IPEndPoint.MaxPort) ?? 9090);
        RefuseSharedPort(monitor.Listen, prometheus, node);
        AlysHome home = AlysHome.Locate(values.Text(HomeSetting));
        monitor = monitor with { DataDirectory = monitor.DataDirectory ?? home.Root };
        bool intervalGiven = values.Text(MonitorSettings.IntervalSetting) is not null;
        return new UpSettings
        {
            Monitor = node is null ? monitor : monitor with
            {
                Rpc = new Uri($"http://{node}"),
                Interval = intervalGiven ? monitor.Interval : OwnNodeInterval,
                MaxBackoff = OwnNodeBackoff,
            },
            DevNode = node,
            Prometheus = prometheus,
            ScrapeInterval = values.Duration(ScrapeIntervalSetting, LeastScrapeInterval, MostScrapeInterval)
                ?? (ownNode ? OwnNodeScrapeInterval : DefaultScrapeInterval),
            Home = home,
        };
    }

    private static void RefuseSharedPort(params IEnumerable<IPEndPoint?> endPoints)
    {
        IGrouping<int, IPEndPoint?>? shared = endPoints.Where(endPoint => endPoint is not null)
            .GroupBy(endPoint => endPoint!.Port).FirstOrDefault(group => group.Count() > 1);
        if (shared is null) return;
        throw new UsageException(string.Create(
            CultureInfo.InvariantCulture,
            $"port {shared.Key} is given twice: --listen, --prometheus-port and --rpc-port need a port each"));
    }

    private static IPEndPoint Local(int port) => new(IPAddress.Loopback, port);
}
