namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts that look back for days.</summary>
internal static class DayScenes
{
    /// <summary>All of them.</summary>
    public static Scene Slow { get; } = new("days", Scenes.Days)
    {
        Nodes = [new("late"), new("erring"), new("slow"), new("leaking"), new("stuck"), new("old")],
        Pages =
        [
            new("alys-migration", "older", "alys_build_info{component=\"node\",version=\"0.0.1\"} 1\n"),
        ],
        Drills =
        [
            Scenes.On("late", "missed-slots", "BlockProductionBurnTicket"),
            Scenes.On("erring", "rpc-errors", "RpcAvailabilityBurnTicket"),
            Scenes.On("slow", "slow-rpc", "RpcLatencyBurnTicket"),
            Scenes.On("leaking", "memory-leak", "MemoryLeak"),
            Scenes.On("stuck", "pegout-stuck", "PegoutDelayed"),
        ],
    };
}
