namespace Alys.Monitor.Drills;

/// <summary>All drills, and the alerts that cannot be drilled. A test holds that every alert is one or the other.
/// </summary>
internal static class Scenes
{
    /// <summary>For alerts whose windows are minutes.</summary>
    public const double Minutes = 15;

    /// <summary>For those whose windows are hours.</summary>
    public const double Hours = 60;

    /// <summary>For those whose windows are days.</summary>
    public const double Days = 720;

    /// <summary>All scenes, the longest first.</summary>
    public static IReadOnlyList<Scene> All { get; } =
    [
        DayScenes.Slow, MigrationScenes.Migration, SyncScenes.Sync, ChainScenes.Critical, ActorScenes.Actors,
        MigrationScenes.Hours, ChainScenes.Hours, ProcessScenes.Process, ChainScenes.Lesser, SyncScenes.Lesser,
        SyncScenes.Everything, ProcessScenes.Hours, MonitoringScenes.Monitoring, HostScenes.Machine,
    ];

    /// <summary>Why an alert cannot be drilled, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } = new Dictionary<string, string>
    {
    };

    /// <summary>A drill on a node of the same name.</summary>
    public static Drill On(string node, string fault, params IEnumerable<string> alerts) => new(
        Troubles.Fault(node, fault),
        [.. alerts.Select(alert => ExpectedAlert.Of(alert, "alys-migration", node))]);

    /// <summary>An alert about a node.</summary>
    public static ExpectedAlert About(string node, string alert) => ExpectedAlert.Of(alert, "alys-migration", node);
}
