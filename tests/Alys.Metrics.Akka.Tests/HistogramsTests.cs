using Akka.Actor;

namespace Alys.Metrics.Akka.Tests;

public sealed class HistogramsTests
{
    private const string Latency = "alys_actor_message_latency_seconds";
    private const string Wait = "alys_actor_mailbox_wait_seconds";
    [Fact]
    public async Task With_1_in_1_the_histograms_count_every_message()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        for (int i = 0; i < 500; i++) worker.Tell(new Work(i));
        await Ask.Done(worker);
        await MeasuredSystem.Until(() => system.Of($"{Latency}_count", "worker") >= 501, "the last message");

        Assert.Equal(501, system.Of($"{Latency}_count", "worker"));
        Assert.Equal(501, system.Of($"{Wait}_count", "worker"));
    }

    [Theory]
    [InlineData("Akka.Dispatch.UnboundedMailbox")]
    [InlineData("Akka.Dispatch.UnboundedDequeBasedMailbox")]
    public async Task With_1_in_N_their_count_is_an_estimate_of_the_messages_without_bias(string mailbox)
    {
        const int Messages = 200_000;
        const int OneIn = 16;
        await using var system = new MeasuredSystem($"own.mailbox-type = \"{mailbox}\"", OneIn);
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>().WithMailbox("own"));

        for (int i = 0; i < Messages; i++) worker.Tell(new Work(i));
        await Ask.Done(worker);

        // A binomial count of picks times N: its deviation is the root of N times the messages; six of them.
        double most = 6 * Math.Sqrt((double)OneIn * Messages);
        Assert.InRange(system.Of($"{Latency}_count", "worker"), Messages - most, Messages + most);
        Assert.InRange(system.Of($"{Wait}_count", "worker"), Messages - most, Messages + most);
        Assert.Equal(Messages + 1, system.Messages("worker"));
    }

    [Fact]
    public async Task With_0_nothing_is_timed_and_all_is_counted()
    {
        await using var system = new MeasuredSystem(oneIn: 0);
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        for (int i = 0; i < 500; i++) worker.Tell(new Work(i));
        await Ask.Done(worker);

        Assert.Equal(501, system.Messages("worker"));
        Assert.Equal(0, system.Of($"{Latency}_count", "worker"));
    }

    [Fact]
    public async Task A_message_that_takes_long_is_seen_as_long_and_what_waits_behind_it_grows_old()
    {
        await using var system = new MeasuredSystem();
        using var gate = new ManualResetEventSlim();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        worker.Tell(new Hold(gate));
        worker.Tell(new Work(1));

        await MeasuredSystem.Until(
            () => system.Of("alys_actor_mailbox_oldest_message_age_seconds", "worker") >= 0.3, "an old message");
        gate.Set();
        await Ask.Done(worker);

        Assert.True(system.Of($"{Latency}_sum", "worker") >= 0.1);
        Assert.True(system.Of($"{Wait}_sum", "worker") >= 0.1);
        Assert.Equal(0, system.Of("alys_actor_mailbox_oldest_message_age_seconds", "worker"));
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new AkkaMetricsSetup(new Node.ActorMetrics(new MetricRegistry()), new() { SampleOneIn = -1 }));

        Assert.Equal("SampleOneIn is -1; it must be 0 to 1,000,000.", error.Message);
    }
}
