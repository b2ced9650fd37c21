using Akka.Actor;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>What the actors of the node have in common: they know the node, and can be disturbed.</summary>
internal abstract class NodeActor : ReceiveActor, IWithTimers
{
    protected NodeActor(NodeServices node)
    {
        Node = node;
        Receive<Fail>(message => throw new InvalidOperationException(message.Reason));
        Receive<Hang>(message => message.Until.WaitHandle.WaitOne());
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    protected NodeServices Node { get; }

    protected NodeMetrics? Metrics => Node.Metrics;

    protected bool IsOn(Fault fault) => Node.Faults.IsOn(fault);

    protected TimeSpan Since(long timestamp) => Node.Clock.GetElapsedTime(timestamp);

    /// <summary>Sends a message to this actor again and again.</summary>
    protected void Repeat(object message, TimeSpan period) =>
        Timers.StartPeriodicTimer(message, message, period, period);
}
