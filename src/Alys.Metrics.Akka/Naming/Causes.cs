using System.Net.Sockets;
using Akka.Actor;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Naming;

/// <summary>Why an actor failed.</summary>
internal static class Causes
{
    private const int Deepest = 16;

    /// <summary>The exception that the actor's code threw, without what the actor system wrapped it in.</summary>
    internal static Exception? Innermost(Exception? cause)
    {
        for (int depth = 0; depth < Deepest; depth++)
        {
            Exception? inner = cause switch
            {
                ActorInitializationException or PostRestartException => cause.InnerException,
                AggregateException { InnerExceptions.Count: 1 } many => many.InnerExceptions[0],
                _ => null,
            };
            if (inner is null) return cause;
            cause = inner;
        }

        return cause;
    }

    /// <summary>The reason unless the user says another.</summary>
    internal static RestartReason ReasonOf(Exception? cause) => cause switch
    {
        null => RestartReason.ManualRestart,
        SocketException or HttpRequestException => RestartReason.NetworkFailure,
        InsufficientMemoryException or OutOfMemoryException => RestartReason.ResourceExhaustion,
        TimeoutException => RestartReason.DependencyFailure,
        _ => RestartReason.ActorPanic,
    };
}
