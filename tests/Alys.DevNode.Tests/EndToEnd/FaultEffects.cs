using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

/// <summary>What each fault does to the metrics: from the page before it and the pages since.</summary>
internal static class FaultEffects
{
    private const int StillPages = 16;

    /// <summary>By the fault's name.</summary>
    public static readonly Dictionary<string, Func<ScrapedPage, IReadOnlyList<ScrapedPage>, bool>> All = new()
    {
        ["actor-restart-loop"] = Grows("alys_actor_restarts_total", 2, "actor_type=\"bridge\""),
        ["stuck-actor"] = Now(page => page["alys_actor_mailbox_size{actor_type=\"peer\"}"] > 20
            && page["alys_actor_mailbox_oldest_message_age_seconds{actor_type=\"peer\"}"] > 0.5),
        ["slow-actor"] = Slower("alys_actor_message_latency_seconds", 0.1, "actor_type=\"storage\""),
        ["mailbox-flood"] = Now(page => page["alys_actor_mailbox_size{actor_type=\"stream\"}"]
            > 0.8 * page["alys_actor_mailbox_capacity{actor_type=\"stream\"}"]),
        ["dead-letters"] = Grows("alys_actor_dead_letters_total", 10),
        ["actor-gone"] = Now(page => page["alys_actors_running{actor_type=\"bridge\"}"] == 0),
        ["sync-failed"] = Now(page => page["alys_sync_state"] == 5),
        ["sync-stalled"] = (before, pages) =>
            pages[^1]["alys_sync_blocks_behind"] > 4 && Still(pages, "alys_sync_current_height"),
        ["target-stale"] = (before, pages) => Still(pages, "alys_sync_target_height"),
        ["falling-behind"] = (before, pages) => pages[^1]["alys_sync_blocks_behind"] >= 4
            && pages[^1]["alys_sync_current_height"] > before["alys_sync_current_height"],
        ["missed-slots"] = Now(page => page["alys_slots_missed_in_row"] >= 2),
        ["slow-blocks"] = Slower("alys_block_production_duration_seconds", 1),
        ["deep-reorg"] = (before, pages) => Growth("alys_chain_reorg_depth_blocks_count", before, pages[^1])
            - Growth("alys_chain_reorg_depth_blocks_bucket", before, pages[^1], "le=\"4\"") >= 1,
        ["no-auxpow"] = Now(page => page["alys_auxpow_blocks_without_pow"] > 10),
        ["engine-errors"] = Grows("alys_engine_requests_total", 1, "status=\"failure\""),
        ["execution-lag"] = Now(page =>
            page["alys_chain_block_height"] - page["alys_engine_execution_height"] > 5),
        ["few-peers"] = Now(page => page["alys_peer_count"] == 2),
        ["peers-gone"] = Now(page => page["alys_peer_count"] == 0),
        ["one-region"] = Now(page => page["alys_peer_count"] > 0
            && page["alys_peers_by_region{region=\"unknown\"}"] == 0
            && page.Of("alys_peers_by_region").Count(region => region.Value > 0) == 1),
        ["txpool-rejections"] = Grows("alys_txpool_rejected_total", 20),
        ["txpool-full"] = Now(page => page["alys_txpool_size"] == page["alys_txpool_capacity"]),
        ["pegout-stuck"] = Grows("alys_signature_collections_total", 1, "result=\"timeout\""),
        // Bitcoin's blocks are at most 19 slots apart.
        ["bitcoin-silent"] = Now(page => page["alys_bitcoin_tip_age_seconds"] > 10),
        ["coins-missing"] = Now(page => page["alys_bridge_supply_sats"] > page["alys_bridge_locked_sats"]),
        ["federation-member-lost"] =
            Now(page => page["alys_federation_members_online"] <= page["alys_federation_threshold"]),
        ["rpc-errors"] = Grows("alys_rpc_requests_total", 2, "status=\"server_error\""),
        ["slow-rpc"] = Slower("alys_rpc_request_duration_seconds", 0.5),
        ["migration-stalled"] = (before, pages) => Still(pages, "alys_migration_progress_percent")
            && pages[^1]["alys_migration_phase"] == before["alys_migration_phase"],
        ["migration-regressed"] = (before, pages) =>
            pages[^1].Sum("alys_migration_progress_percent") < before.Sum("alys_migration_progress_percent") - 1
            && Growth("alys_migration_rollbacks_total", before, pages[^1]) == 0,
        ["migration-errors"] = Grows("alys_migration_errors_total", 5),
        ["migration-rollback"] = (before, pages) => Growth("alys_migration_rollbacks_total", before, pages[^1]) == 1
            && pages[^1]["alys_migration_mode{alys_migration_mode=\"rollback\"}"] == 1,
        ["v1-v2-divergence"] = Now(page => page["alys_migration_height_difference_blocks"] < -3),
        ["state-root-mismatch"] =
            Grows("alys_migration_comparisons_total", 1, "subject=\"state_root\"", "result=\"mismatch\""),
        ["memory-leak"] = Grows("alys_memory_usage_bytes", 40 * 1024 * 1024),
        ["thread-pool-starvation"] = Now(page => page.Sum("dotnet_thread_pool_queue_length_total") > 4),
        ["gc-pressure"] = Grows("dotnet_gc_collections_total", 10),
        ["label-explosion"] =
            Grows("alys_metrics_series_refused_total", 100, "family=\"alys_devnode_sessions_total\""),
        ["clock-skew"] = Now(page => Math.Abs(
            page["alys_host_time_seconds"]!.Value - TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()) > 15),
    };

    private static Func<ScrapedPage, IReadOnlyList<ScrapedPage>, bool> Now(Func<ScrapedPage, bool> condition) =>
        (_, pages) => condition(pages[^1]);

    private static Func<ScrapedPage, IReadOnlyList<ScrapedPage>, bool> Grows(
        string name, double by, params string[] labels) =>
        (before, pages) => Growth(name, before, pages[^1], labels) >= by;

    /// <summary>What was observed since takes longer on average.</summary>
    private static Func<ScrapedPage, IReadOnlyList<ScrapedPage>, bool> Slower(
        string name, double seconds, params string[] labels) => (before, pages) =>
    {
        double count = Growth(name + "_count", before, pages[^1], labels);
        return count >= 2 && Growth(name + "_sum", before, pages[^1], labels) / count > seconds;
    };

    private static double Growth(string name, ScrapedPage before, ScrapedPage after, params string[] labels) =>
        after.Sum(name, labels) - before.Sum(name, labels);

    /// <summary>The value has not changed for some seconds.</summary>
    private static bool Still(IReadOnlyList<ScrapedPage> pages, string name) =>
        pages.Count > StillPages
        && pages.TakeLast(StillPages).Select(page => page.Sum(name)).Distinct().Count() == 1;
}
