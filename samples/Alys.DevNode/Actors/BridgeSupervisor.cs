using Akka.Actor;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Above the bridge and the stream to governance.</summary>
internal sealed class BridgeSupervisor(NodeServices node) : NodeSupervisor(node), IWithTimers
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(250);

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Node.Actors.Stream = Child("stream", Props.Create(() => new StreamActor(Node)), Mailboxes.Background);
        Begin();
    }

    protected override void OnReceive(object message)
    {
        if (message is Terminated or Look && Node.Faults.IsOn(Fault.ActorGone))
            Timers.StartSingleTimer(nameof(Look), new Look(), LookPause);
        else if (message is Terminated or Look)
            Begin();
        else
            Unhandled(message);
    }

    private void Begin() => Node.Actors.Bridge = Context.Watch(
        Child("bridge", Props.Create(() => new BridgeActor(Node)), Mailboxes.Standard));

    /// <summary>See whether the bridge may come back.</summary>
    private sealed record Look;
}
