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

    /// <summary>Appends the samples of this child; none while it is absent.</summary>
    internal abstract void Write(ref SampleWriter writer);
}
