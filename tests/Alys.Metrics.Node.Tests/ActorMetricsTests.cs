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

    [Fact]
    public void Other_types_come_under_their_own_name_up_to_the_limit()
    {
        var registry = new MetricRegistry();
        var actors = new ActorMetrics(registry, typeLimit: 1);

        actors.Of("greeter").MessagesProcessed(2);
        actors.Of("parser").MessagesProcessed(3);
        actors.Of("printer").MessagesProcessed(4);
        actors.Of("chain").MessagesProcessed(5);

        Assert.Equal("2", Page.Value(registry, "alys_actor_messages_total{actor_type=\"greeter\"}"));
        Assert.Equal("7", Page.Value(registry, "alys_actor_messages_total{actor_type=\"other\"}"));
        Assert.Equal("5", Page.Value(registry, "alys_actor_messages_total{actor_type=\"chain\"}"));
        Assert.Same(actors.Of(ActorType.Chain), actors.Of("chain"));
    }

    [Fact]
    public void Mailboxes_are_asked_at_each_scrape_until_they_are_taken_away()
    {
        var registry = new MetricRegistry();
        var actors = new ActorMetrics(registry);
        long mailboxes = 3;
        Func<long> read = () => mailboxes++;

        actors.AddMailboxes(read);

        Assert.Equal("3", Page.Value(registry, "alys_actor_mailboxes"));
        Assert.Equal("4", Page.Value(registry, "alys_actor_mailboxes"));
        actors.RemoveMailboxes(read);
        Assert.DoesNotContain("\nalys_actor_mailboxes ", Page.Of(registry), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_dead_letters_and_delays_are_counted()
    {
        var registry = new MetricRegistry();
        var actors = new ActorMetrics(registry);

        actors.DeadLetter(DeadLetterCause.MailboxFull);
        actors.Asked(AskResult.Timeout, TimeSpan.FromSeconds(2));
        actors.Dispatched("default", TimeSpan.FromMilliseconds(1), weight: 64);

        Assert.Equal("1", Page.Value(registry, "alys_actor_dead_letters_total{cause=\"mailbox_full\"}"));
        Assert.Equal("1", Page.Value(registry, "alys_actor_asks_total{result=\"timeout\"}"));
        Assert.Equal("2", Page.Value(registry, "alys_actor_ask_duration_seconds_sum"));
        Assert.Equal(
            "64", Page.Value(registry, "alys_actor_dispatcher_delay_seconds_count{dispatcher=\"default\"}"));
    }
}
