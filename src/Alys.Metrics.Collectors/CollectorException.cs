using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors;

/// <summary>A round failed for a known reason. The message is one sentence a person can act on: what, where, what to
/// do.</summary>
public sealed class CollectorException : Exception
{
    /// <summary>A failure of unknown reason: <see cref="CollectorFailure.Internal"/>.</summary>
    public CollectorException()
        : this(CollectorFailure.Internal, "The collector failed.")
    {
    }

    /// <summary>A failure of unknown reason: <see cref="CollectorFailure.Internal"/>.</summary>
    /// <param name="message">One sentence a person can act on.</param>
    public CollectorException(string message)
        : this(CollectorFailure.Internal, message)
    {
    }

    /// <summary>A failure of unknown reason: <see cref="CollectorFailure.Internal"/>.</summary>
    /// <param name="message">One sentence a person can act on.</param>
    /// <param name="innerException">What caused it.</param>
    public CollectorException(string message, Exception? innerException)
        : this(CollectorFailure.Internal, message, innerException)
    {
    }

    /// <summary>A failure for a known reason.</summary>
    /// <param name="reason">The <c>reason</c> label under which it is counted.</param>
    /// <param name="message">One sentence a person can act on: what, where, what to do.</param>
    /// <param name="innerException">What caused it. Default: nothing.</param>
    public CollectorException(CollectorFailure reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>The <c>reason</c> label under which the failure is counted.</summary>
    public CollectorFailure Reason { get; }
}
