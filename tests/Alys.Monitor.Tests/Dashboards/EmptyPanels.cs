namespace Alys.Monitor.Tests.Dashboards;

/// <summary>The queries that may have no answer on a healthy system, each with the reason.</summary>
internal static class EmptyPanels
{
    /// <summary>What such a query contains, and why it may be empty.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["ALERTS{"] = "nothing fires; a table of zeros would be no better",
        ["alys_process_memory_limit_bytes{"] = "the process has no memory limit",
        ["node_"] = "node exporter is a part of its own, and need not run",
        ["alertmanager_"] = "Alertmanager is a part of its own, and need not run",
        ["prometheus_notifications_sent_total{"] = "Prometheus counts for each Alertmanager, and knows none",
        ["prometheus_rule_group_last_duration_seconds{"] = "Prometheus has no rules yet",
    };

    /// <summary>Whether a query may be empty.</summary>
    public static bool Allow(PanelQuery query) => Reasons.Keys.Any(
        part => query.Expression.Contains(part, StringComparison.Ordinal)
            && !query.Expression.Contains("or vector(0)", StringComparison.Ordinal));
}
