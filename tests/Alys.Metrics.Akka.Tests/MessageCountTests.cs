using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Akka.Actor;
using Akka.Routing;

namespace Alys.Metrics.Akka.Tests;

public sealed class MessageCountTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("Akka.Dispatch.UnboundedMailbox")]
    [InlineData("Akka.Dispatch.BoundedMailbox")]
    [InlineData("Akka.Dispatch.UnboundedDequeBasedMailbox")]
    [InlineData("Akka.Dispatch.BoundedDequeBasedMailbox")]
    [InlineData("Alys.Metrics.Akka.Tests.UrgentFirstMailbox, Alys.Metrics.Akka.Tests")]
    public async Task Every_message_is_counted_once_from_many_senders(string mailbox)
    {
        await using var system = new MeasuredSystem(MailboxConfig(mailbox, 100_000), oneIn: 4);
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>().WithMailbox("own"), "worker");

        Parallel.For(0, 4, _ =>
        {
            for (int i = 0; i < 5_000; i++) worker.Tell(new Work(i));
        });
        await Ask.Done(worker);
        await MeasuredSystem.Until(() => system.Messages("worker") >= 20_001, "all messages");

        Assert.Equal(20_001, system.Messages("worker"));
        Assert.Equal(20_000, system.Messages("worker", "work"));
        Assert.Equal(1, system.Messages("worker", "done"));
        Assert.Equal(0, system.Of("alys_actor_mailbox_size", "worker"));
    }

    [Fact]
    public async Task A_restart_loses_no_count()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        for (int i = 0; i < 10; i++)
        {
            worker.Tell(new Work(i));
            worker.Tell(new Fail(new InvalidOperationException("test")));
        }

        await Ask.Done(worker);

        Assert.Equal(21, system.Messages("worker"));
        Assert.Equal(10, system.Messages("worker", "fail"));
    }

    [Fact]
    public async Task What_is_left_when_an_actor_stops_is_no_processed_message_and_no_waiting_one()
    {
        await using var system = new MeasuredSystem();
        using var gate = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        worker.Tell(new Hold(gate, entered));
        Assert.True(entered.Wait(Patience, TestContext.Current.CancellationToken));
        for (int i = 0; i < 7; i++) worker.Tell(new Work(i));
        Assert.Equal(7, system.Of("alys_actor_mailbox_size", "worker"));

        ((IInternalActorRef)worker).Stop();
        gate.Set();
        await worker.WatchAsync(TestContext.Current.CancellationToken);
        string letters = "alys_actor_dead_letters_total{cause=\"stopped\"}";
        await MeasuredSystem.Until(() => system.Value(letters) >= 7, "dead letters");

        Assert.Equal(1, system.Messages("worker"));
        Assert.Equal(0, system.Of("alys_actor_mailbox_size", "worker"));
        Assert.Equal(7, system.Value(letters));
    }

    [Fact]
    public async Task A_stashed_message_counts_once()
    {
        await using var system = new MeasuredSystem();
        IActorRef stashing = system.System.ActorOf(Props.Create<StashingActor>());

        for (int i = 0; i < 25; i++) stashing.Tell(new Work(i));
        stashing.Tell(new Open());
        await Ask.Done(stashing);

        Assert.Equal(27, system.Messages("stashing"));
        Assert.Equal(25, system.Messages("stashing", "work"));
        Assert.Equal(25, system.Of("alys_actor_unstashed_messages_total", "stashing"));
    }

    [Fact]
    public async Task Routees_add_up_and_a_group_counts_at_its_members()
    {
        await using var system = new MeasuredSystem();
        IActorRef pool = system.System.ActorOf(Props.Create<WorkerActor>().WithRouter(new RoundRobinPool(4)), "pool");
        IActorRef group = system.System.ActorOf(
            Props.Empty.WithRouter(new RoundRobinGroup("/user/pool/$a", "/user/pool/$b")), "group");

        for (int i = 0; i < 1_000; i++) pool.Tell(new Work(i));
        for (int i = 0; i < 100; i++) group.Tell(new Work(i));
        await MeasuredSystem.Until(() => system.Messages("worker") >= 1_100, "routed messages");

        Assert.Equal(1_100, system.Messages("worker", "work"));
    }

    [Fact]
    public async Task What_a_full_mailbox_refuses_is_a_dead_letter_and_no_message()
    {
        await using var system = new MeasuredSystem(
            MailboxConfig("Akka.Dispatch.BoundedMailbox", 5));
        using var gate = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>().WithMailbox("own"));
        worker.Tell(new Hold(gate, entered));
        Assert.True(entered.Wait(Patience, TestContext.Current.CancellationToken));

        for (int i = 0; i < 12; i++) worker.Tell(new Work(i));

        Assert.Equal(5, system.Of("alys_actor_mailbox_size", "worker"));
        Assert.Equal(5, system.Of("alys_actor_mailbox_capacity", "worker"));
        Assert.Equal(7, system.Value("alys_actor_dead_letters_total{cause=\"mailbox_full\"}"));
        gate.Set();
        await MeasuredSystem.Until(() => system.Messages("worker") >= 6, "room in the mailbox");
        await Ask.Done(worker);
        Assert.Equal(7, system.Messages("worker"));
    }

    [Fact]
    public async Task Timers_and_selections_count_as_what_they_carry()
    {
        await using var system = new MeasuredSystem();
        var enough = new TaskCompletionSource<int>();
        system.System.ActorOf(Props.Create(() => new TimedActor(enough)), "timed");
        await enough.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>(), "worker");
        system.System.ActorSelection("/user/worker").Tell(new Work(1));
        await MeasuredSystem.Until(() => system.Messages("worker") >= 1, "selected message");

        Assert.True(system.Messages("timed", "work") >= 3);
        Assert.Equal(1, system.Messages("worker", "work"));
        worker.Tell(PoisonPill.Instance);
    }

    [Fact]
    public async Task Receive_actors_async_handlers_and_pipes_are_counted()
    {
        await using var system = new MeasuredSystem();
        IActorRef receiver = system.System.ActorOf(Props.Create<ReceiverActor>());

        receiver.Tell(new Work(1));
        receiver.Tell(new Open());
        _ = Task.FromResult(new Work(2)).PipeTo(receiver);
        await MeasuredSystem.Until(() => system.Messages("receiver") >= 3, "piped message");
        await Ask.Done(receiver);

        Assert.Equal(4, system.Messages("receiver"));
        Assert.Equal(2, system.Messages("receiver", "work"));
    }

    [Fact]
    public async Task A_persistent_actor_is_counted_with_what_its_journal_says()
    {
        await using var system = new MeasuredSystem();
        IActorRef journal = system.System.ActorOf(Props.Create<JournalActor>());

        for (int i = 0; i < 5; i++) await Ask.For(journal, new Work(i));

        Assert.Equal(5, system.Messages("journal", "work"));
        Assert.True(system.Messages("journal") > 5);
    }

    [Fact]
    public async Task A_thousand_types_of_messages_find_no_room_but_are_counted()
    {
        await using var system = new MeasuredSystem();
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());
        ModuleBuilder module = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("types"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("types");

        for (int i = 0; i < 1_000; i++)
        {
            Type type = module.DefineType($"Kind{i}", TypeAttributes.Public).CreateType();
            worker.Tell(Activator.CreateInstance(type)!);
        }

        await Ask.Done(worker);

        Assert.Equal(1_001, system.Messages("worker"));
        Assert.True(system.Messages("worker", "other") >= 1_000 - 256);
    }

    [Fact]
    public async Task Names_can_be_said()
    {
        await using var system = new MeasuredSystem(
            configure: options => options
                .MapActor<WorkerActor>(Node.ActorType.Bridge)
                .MapMessage<Work>("process_pegin"));
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        worker.Tell(new Work(1));
        await Ask.Done(worker);

        Assert.Equal(1, system.Messages("bridge", "process_pegin"));
    }

    [Theory]
    [InlineData("remote")]
    [InlineData("cluster")]
    public async Task It_works_with_remote_and_cluster_references(string provider)
    {
        await using var system = new MeasuredSystem(
            $"akka.actor.provider = {provider}\nakka.remote.dot-netty.tcp {{ hostname = 127.0.0.1, port = 0 }}");
        IActorRef worker = system.System.ActorOf(Props.Create<WorkerActor>());

        for (int i = 0; i < 100; i++) worker.Tell(new Work(i));
        await Ask.Done(worker);

        Assert.Equal(101, system.Messages("worker"));
    }

    private static string MailboxConfig(string type, int capacity) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""own { mailbox-type = "{{type}}", mailbox-capacity = {{capacity}}, mailbox-push-timeout-time = 0s }""");
}
