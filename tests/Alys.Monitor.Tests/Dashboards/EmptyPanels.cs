namespace Alys.Monitor.Tests.Dashboards;

/// <summary>The queries that may have no answer from a running <c>up</c>, each with the reason.</summary>
internal static class EmptyPanels
{
    /// <summary>What such a query contains, and why it may be empty.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["alys_process_memory_limit_bytes{"] = "the process has no memory limit",
        ["node_disk_io_time_seconds_total{"] = "a container may have no disk of its own",
    };

    /// <summary>Whether a query may be empty.</summary>
    public static bool Allow(PanelQuery query) => Reasons.Keys.Any(
        part => query.Expression.Contains(part, StringComparison.Ordinal)
            && !query.Expression.Contains("or vector(0)", StringComparison.Ordinal));
}
