using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>
/// A handle to one child of a family: one set of label values. Made by <see cref="MetricRegistry"/> or a family, kept
/// by whoever writes to it.
/// </summary>
/// <remarks><b>Threads:</b> every instrument may be written and read from any thread at any time.</remarks>
public abstract class Instrument
{
    private protected Instrument()
    {
    }

    /// <summary>A rendered name with this child's labels, up to the value: <c>name{a="b"} </c>. Empty when the child
    /// has no labels that it was made with.</summary>
    internal virtual ReadOnlySpan<byte> Labelled => default;

    /// <summary>Whether what was written before still counts when nobody has written for long. A gauge's value is only
    /// as good as its last writer; a total is true for ever.</summary>
    internal virtual bool IsTotal => false;

    /// <summary>Appends the samples of this child; none while it is absent.</summary>
    internal abstract void Write(ref SampleWriter writer);

    /// <summary>Whether a child that nobody writes to says nothing any more and may leave. A number that threads raise
    /// and lower says as long as it is not 0 that something is still under way.</summary>
    internal virtual bool MayExpire(long[][] cells) => true;

    /// <summary>A number that is another one when the child was written to since, for children that may be removed.
    /// </summary>
    internal virtual long Activity(long[][] cells) => 0;

    /// <summary>Forgets what must not be seen again when the child comes back: a value, not a total.</summary>
    internal virtual void Retire()
    {
    }

    /// <summary>Another handle to the same cells, for when this one is collected.</summary>
    internal virtual Instrument Twin() => this;

    /// <summary>The cells that can be given back when neither this handle nor a twin is reachable.</summary>
    internal virtual CellRange? Cells => null;
}
