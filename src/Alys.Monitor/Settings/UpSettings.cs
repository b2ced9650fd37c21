using System.Globalization;
using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>What <c>up</c> runs: a picture, Prometheus, which reads it, and what alerts need.</summary>
internal sealed record UpSettings
{
    /// <summary>The port of Prometheus.</summary>
    public static readonly Setting PrometheusPortSetting =
        new("prometheus-port", "N", "Run Prometheus on this port of 127.0.0.1. Default: 9090.");

    /// <summary>The JSON-RPC port of the node that is run: v1, or anvil.</summary>
    public static readonly Setting RpcPortSetting = new(
        "rpc-port", "N",
        "Serve the v1 node's JSON-RPC and faults on this port, or that of anvil. Default: 9011; with --anvil: 8545.");

    /// <summary>How often Prometheus reads the metrics.</summary>
    public static readonly Setting ScrapeIntervalSetting =
        new("scrape-interval", "TIME", "Let Prometheus read the metrics this often. Default: 5s; with --anvil: 500ms.");

    /// <summary>The folder of <see cref="AlysHome"/>.</summary>
    public static readonly Setting HomeSetting =
        new("home", "DIR", "Keep tools, data and logs here. Default: ALYS_HOME, else .alys in the repository.");

    /// <summary>Every option of <c>up</c>.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        PairSettings.PhaseTimeSetting, PairSettings.SeedSetting,
        MonitoredSettings.AnvilSetting,
        MonitorSettings.RpcSetting with { Help = "Run the monitor beside a node that runs already, at this JSON-RPC." },
        MonitorSettings.PidSetting, MonitorSettings.PidFileSetting, MonitorSettings.ProcessNameSetting,
        MonitorSettings.DataDirSetting,
        MonitorSettings.IntervalSetting with
        {
            Help = "Let the monitor read every source this often, from 100ms to 1h. Default: 5s; with --anvil: 250ms.",
        },
        MonitorSettings.ListenSetting with
        {
            Help = "Serve /metrics, /health and /ready of the monitor, or of the v1 node, here. "
                + "Default: 127.0.0.1:9001, this machine only.",
        },
        RpcPortSetting, PairSettings.MigrationPortSetting, PairSettings.MigrationRpcPortSetting,
        PrometheusPortSetting, .. AlertingSettings.All, .. StoreSettings.All, ScrapeIntervalSetting, HomeSetting,
    ];

    private static readonly TimeSpan LeastScrapeInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostScrapeInterval = TimeSpan.FromMinutes(2);

    /// <summary>What is run beside Prometheus.</summary>
    public required PictureSettings Picture { get; init; }

    /// <summary>Where Prometheus listens: loopback.</summary>
    public required IPEndPoint Prometheus { get; init; }

    /// <summary>Where the parts are that alerts need.</summary>
    public required AlertingSettings Alerting { get; init; }

    /// <summary>The store beside Prometheus. Default: none.</summary>
    public StoreSettings? Store { get; init; }

    /// <summary>
    /// How often Prometheus reads the metrics; range 100 ms to 2 min, since Prometheus forgets a sample after five
    /// minutes.
    /// </summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>Where everything is kept.</summary>
    public required AlysHome Home { get; init; }

    /// <summary>Every port that is taken.</summary>
    public IReadOnlyList<UsedPort> Ports =>
    [
        .. Picture.Ports, new UsedPort(Prometheus, "Prometheus", PrometheusPortSetting.OptionName), .. Alerting.Ports,
        .. Store?.Ports ?? [],
    ];

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static UpSettings Read(SettingValues values)
    {
        AlysHome home = AlysHome.Locate(values.Text(HomeSetting));
        PictureSettings picture = values.Has(MonitoredSettings.AnvilSetting) || values.Has(MonitorSettings.RpcSetting)
            ? MonitoredSettings.Read(values, home)
            : PairSettings.Read(values);
        int prometheus = values.Number(PrometheusPortSetting, 1, IPEndPoint.MaxPort) ?? 9090;
        UpSettings settings = new()
        {
            Picture = picture,
            Prometheus = Loopback.At(prometheus),
            Alerting = AlertingSettings.Read(values),
            Store = StoreSettings.Read(values),
            ScrapeInterval = values.Duration(ScrapeIntervalSetting, LeastScrapeInterval, MostScrapeInterval)
                ?? picture.DefaultScrapeInterval,
            Home = home,
        };
        RefuseSharedPort(settings.Ports);
        return settings;
    }

    private static void RefuseSharedPort(IEnumerable<UsedPort> ports)
    {
        IGrouping<int, UsedPort>? shared =
            ports.GroupBy(port => port.EndPoint.Port).FirstOrDefault(group => group.Count() > 1);
        if (shared is null) return;
        string options = string.Join(" and ", shared.Select(port => port.Option));
        throw new UsageException(string.Create(
            CultureInfo.InvariantCulture, $"port {shared.Key} is given twice: {options} need a port each"));
    }
}
