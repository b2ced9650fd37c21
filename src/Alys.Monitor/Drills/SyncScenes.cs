namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about the sync and the heads.</summary>
internal static class SyncScenes
{
    /// <summary>All that do not silence one another.</summary>
    public static Scene Sync { get; } = new("sync", Scenes.Minutes)
    {
        Nodes =
        [
            new("well") { IsAlwaysThere = true }, new("stalled"), new("failed"), new("behind"), new("stale"),
            new("flapping"), new("alone"),
        ],
        Drills =
        [
            Scenes.On("stalled", "sync-stalled", "SyncStalled"),
            Scenes.On("failed", "sync-failed", "SyncFailed"),
            Scenes.On("behind", "falling-behind", "SyncNotConverging"),
            Scenes.On("stale", "target-stale", "SyncTargetStale", "HeadStale"),
            // So seldom that it is not SyncFailed.
            new Drill(
                Troubles.Pulses("flapping", "sync-failed", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(5)),
                Scenes.About("flapping", "SyncFlapping")),
            Scenes.On("alone", "peers-gone", "PeersIsolated"),
        ],
    };

    /// <summary>Those that others of <see cref="Sync"/> silence.</summary>
    public static Scene Lesser { get; } = new("sync, lesser", Scenes.Minutes)
    {
        Nodes = [new("well") { IsAlwaysThere = true }, new("stalled")],
        Drills = [Scenes.On("stalled", "sync-stalled", "BehindNetwork")],
    };

    /// <summary>Those of which each is about all nodes.</summary>
    public static Scene Everything { get; } = new("all nodes", Scenes.Minutes)
    {
        Nodes = [new("one"), new("other") { Job = "alys" }],
        OneByOne = true,
        Drills =
        [
            new Drill(Troubles.FaultOfAll("sync-stalled"), new ExpectedAlert("ChainHalted")),
            new Drill(
                Troubles.AllKilled,
                new ExpectedAlert("IngestionWatchdog"),
                Scenes.About("one", "TargetDown").With("severity", "critical")),
        ],
    };
}
