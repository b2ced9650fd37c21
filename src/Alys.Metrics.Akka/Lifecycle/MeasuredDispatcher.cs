using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>A dispatcher that sees the messages by which actors fail, start again and stop, and that times how long
/// some of the runs wait for a thread.</summary>
internal sealed class MeasuredDispatcher(
    MessageDispatcherConfigurator configurator,
    string id,
    int throughput,
    long? throughputDeadline,
    ExecutorServiceFactory executors,
    TimeSpan shutdownTimeout)
    : Dispatcher(configurator, id, throughput, throughputDeadline, executors, shutdownTimeout)
{
    /// <inheritdoc/>
    public override void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        if (message is Failed or Recreate or Resume or Terminate && ActorMeter.Of(cell.System) is { } meter)
            Failures.Observe(meter, cell, message);
        base.SystemDispatch(cell, message);
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run)
    {
        if (run is Mailbox { MessageQueue: IMeasuredQueue queue } && RandomGap.IsOver(queue.Meter.OneIn))
            run = queue.Meter.TimedRun.Of(run, Id);
        base.ExecuteTask(run);
    }
}
