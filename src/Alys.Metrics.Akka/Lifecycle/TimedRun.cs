using System.Diagnostics;
using Akka.Dispatch;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>A run of a mailbox whose wait for a thread is timed.</summary>
internal sealed class TimedRun(IRunnable run, MailboxMeter meter, string dispatcher) : IRunnable
{
    private readonly long _asked = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Run()
    {
        meter.Dispatched(dispatcher, Stopwatch.GetElapsedTime(_asked));
        run.Run();
    }

    /// <inheritdoc/>
    public void Execute() => Run();
}
