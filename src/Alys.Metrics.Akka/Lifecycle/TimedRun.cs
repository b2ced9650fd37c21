using System.Diagnostics;
using Akka.Dispatch;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>Times how long a run of a mailbox waits for a thread. A mailbox is scheduled once at a time, so each has
/// one of these and nothing is allocated a run.</summary>
internal sealed class TimedRun(MailboxMeter meter) : IRunnable
{
    private IRunnable? _run;
    private string _dispatcher = "";
    private long _asked;

    /// <inheritdoc/>
    public void Run()
    {
        meter.Dispatched(_dispatcher, Stopwatch.GetElapsedTime(_asked));
        _run!.Run();
    }

    /// <inheritdoc/>
    public void Execute() => Run();

    /// <summary>This, to be run in place of <paramref name="run"/>.</summary>
    internal TimedRun Of(IRunnable run, string dispatcher)
    {
        _run = run;
        _dispatcher = dispatcher;
        _asked = Stopwatch.GetTimestamp();
        return this;
    }
}
