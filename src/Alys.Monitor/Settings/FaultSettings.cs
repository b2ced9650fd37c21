using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>What <c>fault</c> is to do, and with which node.</summary>
internal sealed record FaultSettings
{
    /// <summary>How long the fault lasts.</summary>
    public static readonly Setting ForSetting =
        new("for", "TIME", "Let the fault last this long, from 1s to 1h; it ends by itself. Default: 30s.");

    /// <summary>Which node.</summary>
    public static readonly Setting NodeSetting = new(
        "node", "v1|v2|URL",
        "The node: v1 or v2 of up, or where another serves its JSON-RPC. Default: v2, which is http://127.0.0.1:9012.");

    /// <summary>Whether the fault ends.</summary>
    public static readonly Setting StopSetting = new("stop", null, "End the fault now.");

    /// <summary>Every option of <c>fault</c>.</summary>
    public static readonly IReadOnlyList<Setting> All = [ForSetting, NodeSetting, StopSetting];

    private static readonly TimeSpan LeastDuration = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostDuration = TimeSpan.FromHours(1);

    /// <summary>The fault; null: all are listed.</summary>
    public required string? Name { get; init; }

    /// <summary>How long it lasts. Default: 30 s; range: 1 s to 1 h.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Where the node serves its JSON-RPC and its faults.</summary>
    public required Uri Node { get; init; }

    /// <summary>Whether the fault is ended instead of begun.</summary>
    public required bool Stop { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static FaultSettings Read(string? name, SettingValues values)
    {
        Setting? action = values.OnlyOneOf(ForSetting, StopSetting);
        if (name is null && action is not null)
            throw new UsageException($"{action.OptionName} needs the NAME of a fault before it");
        return new FaultSettings
        {
            Name = name,
            Duration = values.Duration(ForSetting, LeastDuration, MostDuration) ?? TimeSpan.FromSeconds(30),
            Node = NodeOf(values),
            Stop = values.Has(StopSetting),
        };
    }

    private static Uri NodeOf(SettingValues values) => values.Text(NodeSetting) switch
    {
        null or "v2" => Local(PairSettings.DefaultMigrationRpcPort),
        "v1" => Local(PairSettings.DefaultRpcPort),
        var text when Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" => url,
        var text => throw values.Wrong(NodeSetting, text, "is neither v1 nor v2 nor an http URL"),
    };

    private static Uri Local(int port) => new($"http://{Loopback.At(port)}");
}
