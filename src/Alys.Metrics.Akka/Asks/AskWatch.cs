using System.Diagnostics;
using Akka.Actor;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Asks;

/// <summary>Waits for the end of a question. Cost: one continuation an ask.</summary>
internal sealed class AskWatch(ActorMetrics metrics)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    internal static void Begin(ActorMetrics metrics, Task answer) => answer.ContinueWith(
        static (ended, watch) => ((AskWatch)watch!).End(ended),
        new AskWatch(metrics),
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static AskResult ResultOf(Task ended)
    {
        if (ended.IsCompletedSuccessfully) return AskResult.Answered;
        return ended.Exception?.InnerException is AskTimeoutException ? AskResult.Timeout : AskResult.Failed;
    }

    private void End(Task ended) => metrics.Asked(ResultOf(ended), Stopwatch.GetElapsedTime(_began));
}
