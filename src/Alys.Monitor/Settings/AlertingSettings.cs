using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>Where the parts of <c>up</c> are that alerts need: all on loopback.</summary>
internal sealed record AlertingSettings
{
    /// <summary>The port of Alertmanager.</summary>
    public static readonly Setting AlertmanagerPortSetting =
        new("alertmanager-port", "N", "Run Alertmanager on this port of 127.0.0.1. Default: 9093.");

    /// <summary>The port of node exporter.</summary>
    public static readonly Setting NodeExporterPortSetting =
        new("node-exporter-port", "N", "Run node exporter on this port of 127.0.0.1. Default: 9100.");

    /// <summary>The port of the webhook.</summary>
    public static readonly Setting WebhookPortSetting = new(
        "webhook-port", "N", "Let Alertmanager post alerts to this port of 127.0.0.1, to be shown. Default: 9095.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All =
        [AlertmanagerPortSetting, NodeExporterPortSetting, WebhookPortSetting];

    /// <summary>Where Alertmanager listens.</summary>
    public required IPEndPoint Alertmanager { get; init; }

    /// <summary>Where node exporter listens.</summary>
    public required IPEndPoint NodeExporter { get; init; }

    /// <summary>Where this process takes what Alertmanager tells.</summary>
    public required IPEndPoint Webhook { get; init; }

    /// <summary>Every port that is taken.</summary>
    public IReadOnlyList<UsedPort> Ports =>
    [
        new(Alertmanager, "Alertmanager", AlertmanagerPortSetting.OptionName),
        new(NodeExporter, "node exporter", NodeExporterPortSetting.OptionName),
        new(Webhook, "the webhook", WebhookPortSetting.OptionName),
    ];

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static AlertingSettings Read(SettingValues values) => new()
    {
        Alertmanager = Port(values, AlertmanagerPortSetting, 9093),
        NodeExporter = Port(values, NodeExporterPortSetting, 9100),
        Webhook = Port(values, WebhookPortSetting, 9095),
    };

    private static IPEndPoint Port(SettingValues values, Setting setting, int otherwise) =>
        Loopback.At(values.Number(setting, 1, IPEndPoint.MaxPort) ?? otherwise);
}
