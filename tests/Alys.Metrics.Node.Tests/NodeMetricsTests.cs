namespace Alys.Metrics.Node.Tests;

public sealed class NodeMetricsTests
{
    /// <summary>The names of ALYS-003, which are a contract; memory and CPU are the process's.</summary>
    public static readonly TheoryData<string, string> Ticket = new()
    {
        { "alys_migration_phase", "gauge" },
        { "alys_migration_progress_percent", "gauge" },
        { "alys_migration_errors_total", "counter" },
        { "alys_migration_rollbacks_total", "counter" },
        { "alys_actor_messages_total", "counter" },
        { "alys_actor_message_latency_seconds", "histogram" },
        { "alys_actor_mailbox_size", "gauge" },
        { "alys_actor_restarts_total", "counter" },
        { "alys_sync_current_height", "gauge" },
        { "alys_sync_target_height", "gauge" },
        { "alys_sync_blocks_per_second", "gauge" },
        { "alys_sync_state", "gauge" },
        { "alys_block_production_duration_seconds", "histogram" },
        { "alys_block_validation_duration_seconds", "histogram" },
        { "alys_txpool_size", "gauge" },
        { "alys_peer_count", "gauge" },
        { "alys_memory_usage_bytes", "gauge" },
        { "alys_cpu_usage_percent", "gauge" },
    };

    [Theory]
    [MemberData(nameof(Ticket))]
    public void Every_metric_of_the_ticket_is_exposed_under_its_name_and_type(string name, string type)
    {
        var registry = new MetricRegistry();
        _ = new NodeMetrics(registry, TimeProvider.System);
        new ProcessMetrics(registry).Report(new ProcessReading { Pid = 1, CpuPercent = 1, ResidentBytes = 1 });

        Assert.Contains($"# TYPE {name} {type}\n", Page.Of(registry), StringComparison.Ordinal);
    }

    [Fact]
    public void The_four_queries_of_the_migration_gate_find_a_series_at_the_first_scrape()
    {
        var registry = new MetricRegistry();
        _ = new NodeMetrics(registry, TimeProvider.System);
        string page = Page.Of(registry);

        foreach (string name in new[]
        {
            "alys_migration_errors_total{", "alys_migration_rollbacks_total{", "alys_actor_restarts_total{",
            "alys_sync_blocks_per_second ",
        })
        {
            Assert.Contains("\n" + name, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_of_it_fits_well_into_the_budget_of_series()
    {
        var registry = new MetricRegistry();
        _ = new NodeMetrics(registry, TimeProvider.System);

        int samples = Page.Of(registry).Split('\n').Count(line => line.Length > 0 && line[0] != '#');

        Assert.InRange(samples, 500, 2_100);
    }
}
