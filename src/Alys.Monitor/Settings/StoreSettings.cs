using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>A store for many nodes beside Prometheus, and what evaluates the rules over it: all on loopback.</summary>
internal sealed record StoreSettings
{
    /// <summary>Which store.</summary>
    public static readonly Setting StoreSetting = new(
        "store", "NAME",
        "Keep what is scraped in this store as well, and let it decide on alerts: prometheus (Prometheus alone) or "
            + "victoriametrics. Default: prometheus.");

    /// <summary>The port of the store.</summary>
    public static readonly Setting StorePortSetting =
        new("store-port", "N", "Run VictoriaMetrics on this port of 127.0.0.1. Default: 8428.");

    /// <summary>The port of vmalert.</summary>
    public static readonly Setting VmalertPortSetting =
        new("vmalert-port", "N", "Run vmalert, which evaluates the rules, on this port of 127.0.0.1. Default: 8880.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All = [StoreSetting, StorePortSetting, VmalertPortSetting];

    private const string None = "prometheus";
    private const string VictoriaMetrics = "victoriametrics";

    /// <summary>Where VictoriaMetrics listens.</summary>
    public required IPEndPoint Store { get; init; }

    /// <summary>Where vmalert listens.</summary>
    public required IPEndPoint Vmalert { get; init; }

    /// <summary>Every port that is taken.</summary>
    public IReadOnlyList<UsedPort> Ports =>
    [
        new(Store, "VictoriaMetrics", StorePortSetting.OptionName),
        new(Vmalert, "vmalert", VmalertPortSetting.OptionName),
    ];

    /// <summary>Reads and checks the settings. Null: there is no store but Prometheus.</summary>
    /// <exception cref="UsageException">One of them is wrong, or of use with a store only: says which and why.
    /// </exception>
    public static StoreSettings? Read(SettingValues values)
    {
        switch (values.Text(StoreSetting))
        {
            case VictoriaMetrics:
                return new StoreSettings
                {
                    Store = Port(values, StorePortSetting, 8428),
                    Vmalert = Port(values, VmalertPortSetting, 8880),
                };
            case null or None:
                RefusePorts(values);
                return null;
            case var other:
                throw values.Wrong(StoreSetting, other, $"is no store: choose {None} or {VictoriaMetrics}");
        }
    }

    private static void RefusePorts(SettingValues values)
    {
        foreach (Setting setting in (ReadOnlySpan<Setting>)[StorePortSetting, VmalertPortSetting])
        {
            if (values.Has(setting))
            {
                throw new UsageException(
                    $"{setting.OptionName} is of use with {StoreSetting.OptionName} {VictoriaMetrics} only");
            }
        }
    }

    private static IPEndPoint Port(SettingValues values, Setting setting, int otherwise) =>
        Loopback.At(values.Number(setting, 1, IPEndPoint.MaxPort) ?? otherwise);
}
