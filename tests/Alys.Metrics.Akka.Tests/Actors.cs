using Akka.Actor;
using Akka.Persistence;

namespace Alys.Metrics.Akka.Tests;

internal sealed record Work(int Number);

internal sealed record Done;

internal sealed record Fail(Exception Error);

internal sealed record Hold(ManualResetEventSlim Gate, ManualResetEventSlim? Entered = null);

internal sealed record Open;

internal sealed record Urgent;

internal sealed record Strange;

internal sealed class WorkerActor : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Work:
                break;
            case Done:
                Sender.Tell("done");
                break;
            case Fail fail:
                throw fail.Error;
            case Hold hold:
                hold.Entered?.Set();
                hold.Gate.Wait();
                break;
            case Urgent:
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}

internal sealed class ReceiverActor : ReceiveActor
{
    public ReceiverActor()
    {
        Receive<Work>(_ => { });
        ReceiveAsync<Open>(async _ => await Task.Yield());
        Receive<Done>(_ => Sender.Tell("done"));
    }
}

internal sealed class StashingActor : ReceiveActor, IWithUnboundedStash
{
    public StashingActor()
    {
        Receive<Work>(_ => Stash.Stash());
        Receive<Open>(_ =>
        {
            Become(() =>
            {
                Receive<Work>(_ => { });
                Receive<Done>(_ => Sender.Tell("done"));
            });
            Stash.UnstashAll();
        });
    }

    public IStash Stash { get; set; } = null!;
}

internal sealed class TimedActor : ReceiveActor, IWithTimers
{
    private int _ticks;

    public TimedActor(TaskCompletionSource<int> enough)
    {
        Receive<Work>(_ =>
        {
            if (++_ticks != 3) return;
            Timers.Cancel("tick");
            enough.SetResult(_ticks);
        });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() =>
        Timers.StartPeriodicTimer("tick", new Work(0), TimeSpan.FromMilliseconds(5));
}

internal sealed class JournalActor : ReceivePersistentActor
{
    public JournalActor()
    {
        Command<Work>(work => Persist(work.Number, _ => Sender.Tell("kept")));
        Recover<int>(_ => { });
    }

    public override string PersistenceId => "journal";
}

internal sealed class ParentActor : UntypedActor
{
    private readonly Directive _directive;

    public ParentActor(Directive directive) => _directive = directive;

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => _directive);

    protected override void PreStart() => Context.ActorOf(Props.Create<WorkerActor>(), "child");

    protected override void OnReceive(object message) => Context.Child("child").Forward(message);
}
