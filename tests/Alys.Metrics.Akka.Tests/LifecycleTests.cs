using System.Net.Sockets;
using Akka.Actor;

namespace Alys.Metrics.Akka.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task An_actor_is_counted_from_its_start_to_its_stop_with_the_time_of_both()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        await Ask.Done(worker);
        Assert.Equal(1, system.Of("alys_actors_running", "worker"));

        system.System.Stop(worker);
        await worker.WatchAsync(TestContext.Current.CancellationToken);
        await MeasuredSystem.Until(() => system.Of("alys_actors_running", "worker") == 0, "stop");

        Assert.Equal(1, Lifecycle(system, "spawn"));
        Assert.Equal(1, Lifecycle(system, "stop"));
    }

    [Theory]
    [InlineData(Directive.Restart, "restart")]
    [InlineData(Directive.Resume, "resume")]
    [InlineData(Directive.Stop, "stop")]
    [InlineData(Directive.Escalate, "escalate")]
    public async Task A_failure_is_counted_by_what_the_supervisor_decided(Directive directive, string label)
    {
        await using var system = new MeasuredSystem();
        IActorRef parent = system.System.ActorOf(Props.Create(() => new ParentActor(directive)));

        parent.Tell(new Fail(new InvalidOperationException("test")));

        string failures = $"alys_actor_failures_total{{actor_type=\"worker\",directive=\"{label}\"}}";
        await MeasuredSystem.Until(() => system.Value(failures) >= 1, failures);
        Assert.Equal(1, system.Value(failures));
    }

    [Fact]
    public async Task A_restart_has_its_reason_and_the_time_to_recover()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        worker.Tell(new Fail(new InvalidOperationException("test")));
        worker.Tell(new Fail(new AggregateException(new SocketException(1))));
        await Ask.Done(worker);

        Assert.Equal(1, Restarts(system, "actor_panic"));
        Assert.Equal(1, Restarts(system, "network_failure"));
        Assert.Equal(2, Lifecycle(system, "recovery"));
    }

    [Fact]
    public async Task Unhandled_messages_and_letters_to_nobody_are_counted()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        worker.Tell(new Strange());
        await Ask.Done(worker);
        system.System.ActorSelection("/user/nobody").Tell(new Work(1));
        system.System.DeadLetters.Tell(new Work(2));
        await MeasuredSystem.Until(() => DeadLetters(system) >= 2, "dead letters");

        Assert.Equal(1, system.Of("alys_actor_unhandled_messages_total", "worker"));
        Assert.Equal(2, DeadLetters(system));
    }

    [Fact]
    public async Task Asks_are_counted_by_how_they_end()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        // Akka asks its loggers when it starts.
        double before = system.Value("alys_actor_asks_total{result=\"answered\"}");

        await Ask.Done(worker);
        await Assert.ThrowsAsync<AskTimeoutException>(
            () => worker.Ask<string>(
                new Work(1), TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        await MeasuredSystem.Until(() => system.Value("alys_actor_ask_duration_seconds_count") >= before + 2, "asks");

        Assert.Equal(before + 1, system.Value("alys_actor_asks_total{result=\"answered\"}"));
        Assert.Equal(1, system.Value("alys_actor_asks_total{result=\"timeout\"}"));
    }

    [Fact]
    public async Task An_ask_that_is_answered_with_a_failure_or_given_up_counts_as_failed()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        using var giveUp = new CancellationTokenSource();

        Task<int> wrong = worker.Ask<int>(new Done(), TestContext.Current.CancellationToken);
        Task<string> given = worker.Ask<string>(new Work(1), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => wrong);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        const string failed = "alys_actor_asks_total{result=\"failed\"}";
        await MeasuredSystem.Until(() => system.Value(failed) >= 2, failed);
        Assert.Equal(2, system.Value(failed));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_counts_nothing()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        IActorRef? asker = null;

        await Assert.ThrowsAsync<AskTimeoutException>(() => worker.Ask<string>(
            reference =>
            {
                asker = reference;
                return new Work(1);
            },
            TimeSpan.FromMilliseconds(20),
            TestContext.Current.CancellationToken));
        const string timeouts = "alys_actor_asks_total{result=\"timeout\"}";
        await MeasuredSystem.Until(() => system.Value(timeouts) >= 1, timeouts);
        double answered = system.Value("alys_actor_asks_total{result=\"answered\"}");
        asker!.Tell("late");

        Assert.Equal(1, system.Value(timeouts));
        Assert.Equal(answered, system.Value("alys_actor_asks_total{result=\"answered\"}"));
    }

    [Fact]
    public async Task Actors_of_the_system_itself_are_apart()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        await Ask.Done(worker);

        Assert.True(system.Of("alys_actors_running", "system") > 0);
        Assert.Equal(1, system.Messages("worker"));
    }

    private static double DeadLetters(MeasuredSystem system) =>
        system.Value("alys_actor_dead_letters_total{cause=\"no_recipient\"}")
        + system.Value("alys_actor_dead_letters_total{cause=\"stopped\"}");

    private static double Restarts(MeasuredSystem system, string reason) =>
        system.Value($"alys_actor_restarts_total{{actor_type=\"worker\",reason=\"{reason}\"}}");

    private static double Lifecycle(MeasuredSystem system, string step) =>
        system.Value($"alys_actor_lifecycle_duration_seconds_count{{actor_type=\"worker\",event=\"{step}\"}}");
}
