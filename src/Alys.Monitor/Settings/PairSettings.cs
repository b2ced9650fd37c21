using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>A v1 node and a v2 node that migrates, both with the metrics library inside.</summary>
internal sealed record PairSettings : PictureSettings
{
    /// <summary>Where the JSON-RPC and the faults of v1 are unless an option says otherwise.</summary>
    public const int DefaultRpcPort = 9011;

    /// <summary>Where the JSON-RPC and the faults of v2 are unless an option says otherwise.</summary>
    public const int DefaultMigrationRpcPort = 9012;

    /// <summary>How long each phase takes.</summary>
    public static readonly Setting PhaseTimeSetting =
        new("phase-time", "TIME", "Let each phase of the migration take this long, from 500ms to 24h. Default: 2m.");

    /// <summary>What both chains are drawn from.</summary>
    public static readonly Setting SeedSetting =
        new("seed", "N", "Draw the chain, the load and the peers from this number. Default: 1.");

    /// <summary>The port of v2's pages.</summary>
    public static readonly Setting MigrationPortSetting =
        new("migration-port", "N", "Serve the pages of the v2 node on this port of 127.0.0.1. Default: 9002.");

    /// <summary>The port of v2's JSON-RPC.</summary>
    public static readonly Setting MigrationRpcPortSetting =
        new("migration-rpc-port", "N", "Serve the v2 node's JSON-RPC and faults on this port. Default: 9012.");

    /// <summary>What only a monitor has a use for; the pair runs none.</summary>
    private static readonly Setting[] OfTheMonitor =
    [
        MonitorSettings.PidSetting, MonitorSettings.PidFileSetting, MonitorSettings.ProcessNameSetting,
        MonitorSettings.DataDirSetting, MonitorSettings.IntervalSetting,
    ];

    private static readonly TimeSpan LeastPhaseTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostPhaseTime = TimeSpan.FromHours(24);

    /// <summary>Where v1 serves its pages.</summary>
    public required IPEndPoint Main { get; init; }

    /// <summary>Where v1 serves its JSON-RPC and its faults.</summary>
    public required IPEndPoint MainRpc { get; init; }

    /// <summary>Where v2 serves its pages.</summary>
    public required IPEndPoint Migration { get; init; }

    /// <summary>Where v2 serves its JSON-RPC and its faults.</summary>
    public required IPEndPoint MigrationRpc { get; init; }

    /// <summary>How long a phase takes. Default: 2 min; range: 500 ms to 24 h.</summary>
    public required TimeSpan PhaseTime { get; init; }

    /// <summary>What both chains are drawn from. Default: 1.</summary>
    public required int Seed { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<UsedPort> Ports =>
    [
        new(Main, "the metrics of v1", MonitorSettings.ListenSetting.OptionName),
        new(MainRpc, "the JSON-RPC of v1", UpSettings.RpcPortSetting.OptionName),
        new(Migration, "the metrics of v2", MigrationPortSetting.OptionName),
        new(MigrationRpc, "the JSON-RPC of v2", MigrationRpcPortSetting.OptionName),
    ];

    /// <inheritdoc/>
    public override TimeSpan DefaultScrapeInterval => TimeSpan.FromSeconds(5);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static PairSettings Read(SettingValues values)
    {
        if (OfTheMonitor.FirstOrDefault(values.Has) is { } strange)
        {
            throw new UsageException(
                $"{strange.OptionName} is for the monitor, which up runs with --anvil or --rpc only: give one of them");
        }

        return new PairSettings
        {
            Main = MainPages(values),
            MainRpc = Port(values, UpSettings.RpcPortSetting, DefaultRpcPort),
            Migration = Port(values, MigrationPortSetting, 9002),
            MigrationRpc = Port(values, MigrationRpcPortSetting, DefaultMigrationRpcPort),
            PhaseTime = values.Duration(PhaseTimeSetting, LeastPhaseTime, MostPhaseTime) ?? TimeSpan.FromMinutes(2),
            Seed = values.Number(SeedSetting, 0, int.MaxValue) ?? 1,
        };
    }

    private static IPEndPoint MainPages(SettingValues values)
    {
        Setting listen = MonitorSettings.ListenSetting;
        IPEndPoint main = values.Endpoint(listen) ?? Loopback.At(9001);
        return main.Address.Equals(IPAddress.Loopback)
            ? main
            : throw values.Wrong(
                listen, values.Text(listen)!, "is no port of 127.0.0.1, and the pair of nodes listens nowhere else");
    }

    private static IPEndPoint Port(SettingValues values, Setting setting, int otherwise) =>
        Loopback.At(values.Number(setting, 1, IPEndPoint.MaxPort) ?? otherwise);
}
