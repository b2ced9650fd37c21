using System.Globalization;
using Alys.Metrics;
using Alys.Metrics.Collectors;
using Alys.Metrics.Node;

namespace Alys.Monitor.Terminal;

/// <summary>One line of what the monitor sees: the chain, the node's process, and what cannot be read and
/// why.</summary>
internal static class StatusLine
{
    private const string Absent = "–";
    private const double MebiByte = 1024 * 1024;

    /// <summary>The line; what is absent from the page is shown as absent, never as 0.</summary>
    public static string Compose(MetricPage page, IEnumerable<CollectorStatus> collectors)
    {
        string seen = State(page)
            + $"  height {Number(page["alys_sync_current_height"], "N0")}"
            + $" of {Number(page["alys_sync_target_height"], "N0")}"
            + $"  {Number(page["alys_sync_blocks_per_second"], "0.0")} blk/s"
            + $"  head {Number(page["alys_chain_head_age_seconds"], "0")} s old"
            + $"  pool {Number(page["alys_txpool_size"], "N0")}"
            + $"  peers {Number(page["alys_peer_count"], "N0")}"
            + $"  node {Number(page["alys_cpu_usage_percent"], "0")} % cpu"
            + $" {Number(page["alys_memory_usage_bytes"] / MebiByte, "N0")} MiB";
        return seen + string.Concat(collectors.Where(IsFailing).Select(c => $"  | {c.Name}: {c.LastError}"));
    }

    /// <summary>Which collectors fail, in a few characters: changes exactly when something starts or stops
    /// failing.</summary>
    public static string Subject(IEnumerable<CollectorStatus> collectors) =>
        string.Join(' ', collectors.Where(IsFailing).Select(c => c.Name));

    private static bool IsFailing(CollectorStatus collector) => collector.ConsecutiveFailures > 0;

    private static string State(MetricPage page) =>
        page["alys_sync_state"] is { } state ? LabelValue.Of((SyncState)(int)state) : Absent;

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? Absent;
}
