namespace Alys.Metrics.Node.Tests;

public sealed class ActorTypeMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly ActorTypeMetrics _sync;

    public ActorTypeMetricsTests() => _sync = new ActorMetrics(_registry).Of(ActorType.Sync);

    [Fact]
    public void Mailboxes_of_all_actors_of_a_type_add_up()
    {
        for (int i = 0; i < 5; i++) _sync.MessageEnqueued();
        _sync.MessageDequeued();

        Assert.Equal("4", Page.Value(_registry, "alys_actor_mailbox_size{actor_type=\"sync\"}"));
    }

    [Fact]
    public void A_message_counts_and_its_latency_is_observed()
    {
        _sync.MessageProcessed(TimeSpan.FromMilliseconds(10));

        string bucket = "alys_actor_message_latency_seconds_bucket{actor_type=\"sync\",le=\"0.01\"}";
        Assert.Equal("1", Page.Value(_registry, "alys_actor_messages_total{actor_type=\"sync\"}"));
        Assert.Equal("1", Page.Value(_registry, bucket));
    }

    [Fact]
    public void A_life_is_counted_from_spawn_over_restart_to_stop()
    {
        _sync.Spawned(TimeSpan.FromMilliseconds(5));
        _sync.Spawned(TimeSpan.FromMilliseconds(5));
        _sync.Restarted(RestartReason.HealthCheckFailure, TimeSpan.FromSeconds(2));
        _sync.Stopped(TimeSpan.FromSeconds(1));

        Assert.Equal("1", Page.Value(_registry, "alys_actors_running{actor_type=\"sync\"}"));
        string restarts = "alys_actor_restarts_total{actor_type=\"sync\",reason=\"health_check_failure\"}";
        Assert.Equal("1", Page.Value(_registry, restarts));
        Assert.Equal("2", Page.Value(_registry, Lifecycle("count", "spawn")));
        Assert.Equal("2", Page.Value(_registry, Lifecycle("sum", "recovery")));
        Assert.Equal("1", Page.Value(_registry, Lifecycle("sum", "stop")));
    }

    private static string Lifecycle(string sample, string step) =>
        $"alys_actor_lifecycle_duration_seconds_{sample}{{actor_type=\"sync\",event=\"{step}\"}}";
}
