namespace Alys.Metrics.Meters;

/// <summary>
/// The measurements of the instruments that have one name, one scope and one shape: usually one instrument, several
/// when a meter was made again. It is the state that a listener's callback gets.
/// </summary>
internal abstract class MeterStream
{
    private int _instruments;

    private protected MeterStream(InstrumentShape shape) => Shape = shape;

    internal InstrumentShape Shape { get; }

    /// <summary>Whether its series have left the page: what says how things are goes with its instrument, what counts
    /// stays.</summary>
    internal bool IsGone =>
        Volatile.Read(ref _instruments) == 0 && (Shape.IsObservable || Shape.Type == Naming.MetricType.Gauge);

    /// <summary>Whether an instrument of this shape can write here too: a sum of real numbers takes whole ones, not the
    /// other way round.</summary>
    internal bool Takes(InstrumentShape shape) =>
        shape == Shape
        || ((Shape.IsReal || !Shape.Adds || Shape.IsObservable) && shape with { IsReal = Shape.IsReal } == Shape);

    /// <summary>Records a measurement. Threads: any. Never throws.</summary>
    internal abstract void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    /// <summary>Records a measurement. Threads: any. Never throws.</summary>
    internal abstract void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    /// <summary>An instrument more writes here.</summary>
    internal void Join() => Interlocked.Increment(ref _instruments);

    /// <summary>An instrument less writes here.</summary>
    internal void Leave()
    {
        if (Interlocked.Decrement(ref _instruments) == 0) Forget();
    }

    /// <summary>Clears what must not be seen again when an instrument of this name comes back.</summary>
    private protected virtual void Forget()
    {
    }
}
