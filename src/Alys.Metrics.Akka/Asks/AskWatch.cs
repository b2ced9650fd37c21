using System.Diagnostics;
using Akka.Actor;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Asks;

/// <summary>Waits for the end of a question. Cost: one continuation an ask.</summary>
internal sealed class AskWatch(ActorMetrics metrics)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    internal static void Begin<T>(ActorMetrics metrics, Task<T> answer) => answer.ContinueWith(
        static (ended, watch) => ((AskWatch)watch!).End(CauseOf(ended), ended.IsCanceled),
        new AskWatch(metrics),
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    /// <summary>A failure comes as an exception or, from Akka itself, as an answer that says so.</summary>
    private static Exception? CauseOf<T>(Task<T> ended)
    {
        if (!ended.IsCompletedSuccessfully) return ended.Exception?.InnerException;
        return ended.GetAwaiter().GetResult() is Status.Failure failure ? failure.Cause : null;
    }

    private void End(Exception? cause, bool isCancelled)
    {
        AskResult result = cause switch
        {
            AskTimeoutException => AskResult.Timeout,
            null when !isCancelled => AskResult.Answered,
            _ => AskResult.Failed,
        };
        metrics.Asked(result, Stopwatch.GetElapsedTime(_began));
    }
}
