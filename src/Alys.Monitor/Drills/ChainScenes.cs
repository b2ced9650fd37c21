namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about blocks, transactions, the bridge, the engine and the JSON-RPC.</summary>
internal static class ChainScenes
{
    /// <summary>Those that wake somebody, and what they leave alone.</summary>
    public static Scene Critical { get; } = new("chain", Scenes.Minutes)
    {
        Nodes = [new("late"), new("erring"), new("slow"), new("unproven"), new("headless"), new("poor"), new("still")],
        // A thousand blocks take eight minutes here.
        Settings = new Dictionary<string, string> { ["unfinalized_blocks"] = "30" },
        Drills =
        [
            Scenes.On("late", "missed-slots", "BlockProductionBurnPage"),
            Scenes.On("erring", "rpc-errors", "RpcAvailabilityBurnPage"),
            Scenes.On("erring", "federation-member-lost", "FederationQuorumAtRisk"),
            Scenes.On("slow", "slow-rpc", "RpcLatencyBurnPage"),
            Scenes.On("slow", "txpool-rejections", "TxPoolRejections"),
            Scenes.On("unproven", "no-auxpow", "FinalityStalled"),
            // No block is imported, so none takes what waits.
            Scenes.On("still", "sync-stalled", "TxPoolNotDraining"),
            Scenes.On("poor", "coins-missing", "BridgeInsolvent"),
            Scenes.On("poor", "execution-lag", "ExecutionHeightLag"),
            new Drill(
                Troubles.Fault("headless", "engine-errors"),
                Scenes.About("headless", "EngineApiFailing").With("method", "new_payload")),
        ],
    };

    /// <summary>Those that others of <see cref="Critical"/> silence.</summary>
    public static Scene Lesser { get; } = new("chain, lesser", Scenes.Minutes)
    {
        // A node with much to fetch is on a longer chain; so it is not where heights are compared.
        Nodes = [new("late"), new("slow"), new("fresh") { History = 20_000, WaitsForSync = false }],
        Drills =
        [
            Scenes.On("late", "missed-slots", "MissedSlots"),
            Scenes.On("late", "txpool-full", "TxPoolNearFull"),
            new Drill(
                Troubles.Fault("late", "actor-restart-loop"),
                Scenes.About("late", "ActorErrorRatio").With("actor_type", "bridge")),
            new Drill(
                Troubles.Fault("late", "stuck-actor"),
                Scenes.About("late", "MailboxWillFill").With("actor_type", "peer")),
            Scenes.On("slow", "slow-blocks", "BlockProductionSlow", "BlockValidationSlow"),
            Scenes.On("fresh", "slow-blocks", "SyncSlow"),
        ],
    };

    /// <summary>Those that look back for hours.</summary>
    public static Scene Hours { get; } = new("chain, hours", Scenes.Hours)
    {
        Nodes = [new("reorged"), new("unproven"), new("stuck"), new("lonely"), new("near")],
        // Of the 64 nodes that there are, not many are near.
        Settings = new Dictionary<string, string> { ["region_peers_min"] = "4" },
        Drills =
        [
            new Drill(
                Troubles.Pulses("reorged", "deep-reorg", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
                Scenes.About("reorged", "ReorgDeep"), Scenes.About("reorged", "ReorgRate")),
            Scenes.On("unproven", "no-auxpow", "NoAuxPow"),
            new Drill(
                Troubles.Fault("stuck", "pegout-stuck"),
                Scenes.About("stuck", "PegFailures").With("peg", "peg-out")),
            new Drill(
                Troubles.Fault("lonely", "few-peers") with { PrepareAsync = KnownForAnHourAsync },
                Scenes.About("lonely", "PeersDropped"), Scenes.About("lonely", "PeersLow")),
            Scenes.On("lonely", "bitcoin-silent", "BitcoinTipStale", "PeginDelayed"),
            Scenes.On("near", "one-region", "PeersOneRegion"),
        ],
    };

    // How many peers there were an hour ago must be known, or they cannot have become fewer.
    private static async Task KnownForAnHourAsync(Stage stage, CancellationToken stop)
    {
        const string query = "alys_peer_count{instance=\"lonely\"} offset 65s";
        while (!(await stage.Client.ValueAsync(query, stop) >= 4))
            await Task.Delay(TimeSpan.FromMilliseconds(500), stage.Clock, stop);
    }
}
