using System.Diagnostics;
using Akka.Actor;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Asks;

/// <summary>A question (ask) that waits for its answer.</summary>
internal interface IMeasuredAsk
{
    /// <summary>The path of the reference that its answer is sent to.</summary>
    ActorPath Path { get; }

    /// <summary>The question is over, whether by an answer or without one.</summary>
    void End();
}

/// <summary>
/// The reference that the answer to a question is sent to. It counts the question where the answer comes in; one that
/// no answer ends is counted when Akka takes the reference back. A continuation of the question's task would cost a
/// work item of the thread pool each: Akka's task runs none where it is completed.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> two timestamps and an interlocked exchange, no allocation more than
/// Akka's reference.</remarks>
internal sealed class MeasuredAsk<T>(
    ActorMetrics metrics, TaskCompletionSource<T> answer, ActorPath path, IActorRefProvider provider)
    : FutureActorRef<T>(answer, path, provider), IMeasuredAsk
{
    private readonly Task<T> _answer = answer.Task;
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>1: counted. An answer and a timeout may come at the same moment.</summary>
    private int _ended;

    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        metrics.Asked(ResultOf(_answer), Stopwatch.GetElapsedTime(_began));
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        base.TellInternal(message, sender);
        End();
    }

    private static AskResult ResultOf(Task answer)
    {
        if (answer.IsCompletedSuccessfully) return AskResult.Answered;
        return answer.Exception?.InnerException is AskTimeoutException ? AskResult.Timeout : AskResult.Failed;
    }
}
