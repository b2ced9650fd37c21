using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Runbooks;

/// <summary>The metrics that a query reads.</summary>
internal static partial class QueryNames
{
    // What Prometheus 2.42, Alertmanager 0.25, node exporter 1.5 and .NET 10 show on their pages, or make themselves.
    private static readonly HashSet<string> Foreign =
    [
        "ALERTS", "alertmanager_config_hash", "alertmanager_config_last_reload_success_timestamp_seconds",
        "alertmanager_config_last_reload_successful", "alertmanager_notification_latency_seconds_bucket",
        "alertmanager_notifications_failed_total", "alertmanager_notifications_total", "dotnet_gc_collections_total",
        "dotnet_gc_heap_total_allocated_bytes_total", "dotnet_gc_last_collection_heap_size_bytes",
        "dotnet_gc_pause_time_seconds_total", "dotnet_thread_pool_queue_length_total",
        "dotnet_thread_pool_thread_count_total", "kestrel_active_connections", "node_filesystem_avail_bytes",
        "node_filesystem_files", "node_filesystem_files_free", "node_filesystem_size_bytes", "node_time_seconds",
        "node_timex_maxerror_seconds", "node_timex_offset_seconds", "node_timex_sync_status", "process_max_fds",
        "process_network_receive_bytes_total", "process_open_fds", "process_resident_memory_bytes",
        "process_start_time_seconds", "prometheus_config_last_reload_success_timestamp_seconds",
        "prometheus_config_last_reload_successful", "prometheus_notifications_alertmanagers_discovered",
        "prometheus_notifications_dropped_total", "prometheus_notifications_errors_total",
        "prometheus_notifications_latency_seconds", "prometheus_notifications_queue_length",
        "prometheus_notifications_sent_total", "prometheus_rule_evaluation_failures_total",
        "prometheus_rule_group_interval_seconds", "prometheus_rule_group_iterations_missed_total",
        "prometheus_rule_group_last_duration_seconds", "prometheus_tsdb_head_samples_appended_total",
        "prometheus_tsdb_head_series", "prometheus_tsdb_lowest_timestamp_seconds",
        "prometheus_tsdb_retention_limit_bytes", "prometheus_tsdb_size_retentions_total",
        "prometheus_tsdb_storage_blocks_bytes", "scrape_duration_seconds", "scrape_samples_scraped",
        "scrape_series_added", "up",
    ];

    private static readonly HashSet<string> Keywords =
        ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool"];

    /// <summary>Names that no page has. Those of Alys are not looked up here: Alys.Repository.Tests does it for every
    /// document.</summary>
    public static IEnumerable<string> Unknown(string query) => Of(query)
        .Where(name => !name.StartsWith("alys_", StringComparison.Ordinal) && !Foreign.Contains(name));

    /// <summary>Every name of a metric that stands in a query.</summary>
    public static IEnumerable<string> Of(string query)
    {
        string bare = LabelList().Replace(NoName().Replace(query, " "), " ");
        return Name().Matches(bare).Select(match => match.Value).Where(name => !Keywords.Contains(name)).Distinct();
    }

    // Comments, texts, what is in braces, and durations. Braces within texts are not: texts go first.
    [GeneratedRegex("""#.*|\{(?:"[^"]*"|[^"}])*\}|"[^"]*"|\[[^\]]*\]""")]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right) *\([^)]*\)")]
    private static partial Regex LabelList();

    // A word that is no function and no part of a number or duration.
    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*\b(?! *\()")]
    private static partial Regex Name();
}
