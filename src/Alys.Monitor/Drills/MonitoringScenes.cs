namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about Prometheus and Alertmanager themselves.</summary>
internal static class MonitoringScenes
{
    /// <summary>All of them; what goes wrong does so with a second Prometheus and a second Alertmanager, or nobody would
    /// tell of it.</summary>
    public static Scene Monitoring { get; } = new("monitoring", Scenes.Minutes)
    {
        Nodes = [],
        HasPatients = true,
        Drills =
        [
            new Drill(Troubles.None, new ExpectedAlert("Watchdog") { Resolves = false }),
        ],
    };
}
