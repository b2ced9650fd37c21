namespace Alys.Metrics.Node.Tests;

public sealed class ActorMetricsTests
{
    [Fact]
    public void Every_type_and_reason_exists_at_0()
    {
        var registry = new MetricRegistry();

        _ = new ActorMetrics(registry);

        Assert.Equal("0", Page.Value(registry, "alys_actor_messages_total{actor_type=\"chain\"}"));
        Assert.Equal("0", Page.Value(registry, "alys_actor_mailbox_size{actor_type=\"stream\"}"));
        Assert.Equal(
            "0", Page.Value(registry, "alys_actor_restarts_total{actor_type=\"peer\",reason=\"actor_panic\"}"));
    }

    [Fact]
    public void The_latency_has_the_tickets_bounds_and_the_goals_and_room_above_the_slowest_alert()
    {
        var registry = new MetricRegistry();
        _ = new ActorMetrics(registry);

        foreach (string bound in new[] { "0.001", "0.005", "0.01", "0.025", "0.05", "0.1", "0.5", "1", "5", "10" })
        {
            string series = $"alys_actor_message_latency_seconds_bucket{{actor_type=\"chain\",le=\"{bound}\"}}";
            Assert.Equal("0", Page.Value(registry, series));
        }
    }

    [Fact]
    public void A_type_that_is_none_counts_as_system()
    {
        var registry = new MetricRegistry();
        var actors = new ActorMetrics(registry);

        actors.Of((ActorType)99).MessageProcessed(TimeSpan.Zero);

        Assert.Equal("1", Page.Value(registry, "alys_actor_messages_total{actor_type=\"system\"}"));
    }
}
