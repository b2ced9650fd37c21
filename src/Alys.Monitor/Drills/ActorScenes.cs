namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about actors.</summary>
internal static class ActorScenes
{
    /// <summary>All that do not silence one another.</summary>
    public static Scene Actors { get; } = new("actors", Scenes.Minutes)
    {
        Nodes = [new("busy"), new("stuck"), new("broken"), new("gone")],
        Drills =
        [
            new Drill(
                Troubles.Fault("busy", "mailbox-flood"),
                Scenes.About("busy", "ActorMailboxFull").With("actor_type", "stream")),
            new Drill(
                Troubles.Fault("stuck", "stuck-actor"),
                Scenes.About("stuck", "ActorStuck").With("actor_type", "peer"),
                Scenes.About("stuck", "MailboxNotDraining").With("actor_type", "peer")),
            new Drill(
                Troubles.Fault("broken", "actor-restart-loop"),
                Scenes.About("broken", "ActorRestartLoop").With("actor_type", "bridge")),
            new Drill(
                Troubles.Fault("broken", "slow-actor"),
                Scenes.About("broken", "ActorLatencyHigh").With("actor_type", "storage")),
            Scenes.On("broken", "dead-letters", "DeadLettersHigh"),
            new Drill(
                Troubles.Fault("gone", "actor-gone"),
                Scenes.About("gone", "ActorDown").With("actor_type", "bridge")),
        ],
    };
}
