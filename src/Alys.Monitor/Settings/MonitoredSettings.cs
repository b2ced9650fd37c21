using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>A node and the monitor beside it: anvil of our own, or a node that someone else runs.</summary>
internal sealed record MonitoredSettings : PictureSettings
{
    /// <summary>Runs anvil.</summary>
    public static readonly Setting AnvilSetting =
        new("anvil", null, "Run anvil, an EVM node for development, and the monitor beside it.");

    /// <summary>What only the pair has a use for.</summary>
    private static readonly Setting[] OfThePair =
    [
        PairSettings.PhaseTimeSetting, PairSettings.SeedSetting, PairSettings.MigrationPortSetting,
        PairSettings.MigrationRpcPortSetting,
    ];

    // With a block a second, what Prometheus answers is at most one block behind the node: the newest sample is at most
    // 250 ms + 500 ms old, and the time of a scrape.
    private static readonly TimeSpan AnvilInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AnvilScrapeInterval = TimeSpan.FromMilliseconds(500);
    // A node on this machine may be asked again soon after it failed: whoever kills it to look wants to see it come
    // back.
    private static readonly TimeSpan AnvilBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GivenNodeScrapeInterval = TimeSpan.FromSeconds(5);

    /// <summary>The monitor's own.</summary>
    public required MonitorSettings Monitor { get; init; }

    /// <summary>Where our anvil listens; null: a node was given.</summary>
    public required IPEndPoint? Anvil { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<UsedPort> Ports
    {
        get
        {
            UsedPort monitor = new(Monitor.Listen, "the metrics", MonitorSettings.ListenSetting.OptionName);
            return Anvil is null
                ? [monitor]
                : [new UsedPort(Anvil, "anvil", UpSettings.RpcPortSetting.OptionName), monitor];
        }
    }

    /// <inheritdoc/>
    public override TimeSpan DefaultScrapeInterval => Anvil is null ? GivenNodeScrapeInterval : AnvilScrapeInterval;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static MonitoredSettings Read(SettingValues values, AlysHome home)
    {
        if (OfThePair.FirstOrDefault(values.Has) is { } strange)
        {
            throw new UsageException(
                $"{strange.OptionName} is for the pair of nodes that up runs without --anvil and --rpc: leave it out");
        }

        MonitorSettings monitor = MonitorSettings.Read(values);
        monitor = monitor with { DataDirectory = monitor.DataDirectory ?? home.Root };
        return values.Has(AnvilSetting) ? WithAnvil(values, monitor) : WithGivenNode(values, monitor);
    }

    private static MonitoredSettings WithAnvil(SettingValues values, MonitorSettings monitor)
    {
        if (monitor.Rpc is not null)
            throw new UsageException("give one of --anvil (run a node) and --rpc (watch this node), not both");
        if (monitor.WatchesProcess)
        {
            throw new UsageException(
                "a process can be watched together with --rpc only: with --anvil, up runs a node of its own");
        }

        IPEndPoint node = Loopback.At(values.Number(UpSettings.RpcPortSetting, 1, IPEndPoint.MaxPort) ?? 8545);
        return new MonitoredSettings
        {
            Monitor = monitor with
            {
                Rpc = new Uri($"http://{node}"),
                Interval = values.Has(MonitorSettings.IntervalSetting) ? monitor.Interval : AnvilInterval,
                MaxBackoff = AnvilBackoff,
            },
            Anvil = node,
        };
    }

    private static MonitoredSettings WithGivenNode(SettingValues values, MonitorSettings monitor) =>
        values.Has(UpSettings.RpcPortSetting)
            ? throw new UsageException(
                "give one of --rpc (watch this node) and --rpc-port (run a node there), not both")
            : new MonitoredSettings { Monitor = monitor, Anvil = null };
}
