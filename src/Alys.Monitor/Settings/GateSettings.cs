using Alys.Metrics.Node;
using Alys.Monitor.Gates;

namespace Alys.Monitor.Settings;

/// <summary>What <c>gate</c> is to judge, and by what.</summary>
internal sealed record GateSettings
{
    private const string DefaultPrometheus = "http://127.0.0.1:9090";

    /// <summary>Which Prometheus.</summary>
    public static readonly Setting PrometheusSetting = new(
        "prometheus", "URL", $"Ask this Prometheus. Default: {DefaultPrometheus}.");

    /// <summary>Which job.</summary>
    public static readonly Setting JobSetting = new(
        "job", "NAME", "The job of the node that migrates. Default: alys-migration.");

    /// <summary>Which instance.</summary>
    public static readonly Setting InstanceSetting = new(
        "instance", "NAME", "Its instance; needed when the job has more than one.");

    /// <summary>How far back.</summary>
    public static readonly Setting WindowSetting = new(
        "window", "TIME", "Judge what happened within this time, from 10s to 24h. Default: 10m.");

    /// <summary>How old data may be.</summary>
    public static readonly Setting MaxAgeSetting = new(
        "max-age", "TIME", "Trust values that are no older than this, from 1s to 5m. Default: 45s.");

    /// <summary>Whether the phase must be complete.</summary>
    public static readonly Setting CompleteSetting = new(
        "complete", null, "Ask as well that the phase is at 100 %.");

    /// <summary>How it is printed.</summary>
    public static readonly Setting JsonSetting = new("json", null, "Print JSON instead of a table.");

    /// <summary>Every option of <c>gate</c>.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        PrometheusSetting, JobSetting, InstanceSetting, WindowSetting, MaxAgeSetting, CompleteSetting, JsonSetting,
    ];

    /// <summary>The phase that may go on or not.</summary>
    public required MigrationPhase Phase { get; init; }

    /// <summary>Where Prometheus is.</summary>
    public required Uri Prometheus { get; init; }

    /// <summary>The labels that select the node, as in PromQL between the braces.</summary>
    public required string Selector { get; init; }

    /// <summary>How far back it looks. Default: 10 min; range: 10 s to 24 h.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>How old the newest value may be. Default: 45 s, three scrapes; range: 1 s to 5 min, within which
    /// Prometheus answers with old values.</summary>
    public required TimeSpan MaxAge { get; init; }

    /// <summary>Whether the phase must be at 100 %.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether JSON is printed.</summary>
    public required bool Json { get; init; }

    /// <summary>Errors in per cent of the steps that are still fine. <b>Source:</b> the ticket.</summary>
    public double MaxErrorPercent { get; init; } = 1;

    /// <summary>Restarts of one type of actor within the window that are still fine: ActorRestartLoop begins at
    /// 5.</summary>
    public double MaxRestarts { get; init; } = 4;

    /// <summary>Blocks behind the target that are still fine, as in BehindNetwork.</summary>
    public double MaxBlocksBehind { get; init; } = 20;

    /// <summary>A sync that applies this many blocks a second may be further behind, as in SyncSlow.</summary>
    public double MinBlocksPerSecond { get; init; } = 10;

    /// <summary>Blocks between v1 and v2 that are still fine, as in V1V2HeightDivergence.</summary>
    public double MaxHeightDifference { get; init; } = 3;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static GateSettings Read(string phase, SettingValues values)
    {
        if (!GatePhase.TryFind(phase, out MigrationPhase found))
        {
            throw new UsageException(
                $"there is no phase '{phase}': give 0 to {GatePhase.Names.Count - 1} or one of "
                + string.Join(", ", GatePhase.Names));
        }

        string job = values.Text(JobSetting) ?? "alys-migration";
        return new GateSettings
        {
            Phase = found,
            Prometheus = values.Url(PrometheusSetting, DefaultPrometheus) ?? new Uri(DefaultPrometheus),
            Selector = $"job={Quoted(job)}"
                + (values.Text(InstanceSetting) is { } instance ? $", instance={Quoted(instance)}" : ""),
            Window = values.Duration(WindowSetting, TimeSpan.FromSeconds(10), TimeSpan.FromHours(24))
                ?? TimeSpan.FromMinutes(10),
            MaxAge = values.Duration(MaxAgeSetting, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5))
                ?? TimeSpan.FromSeconds(45),
            Complete = values.Has(CompleteSetting),
            Json = values.Has(JsonSetting),
        };
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
