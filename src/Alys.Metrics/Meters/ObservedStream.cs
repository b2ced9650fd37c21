namespace Alys.Metrics.Meters;

/// <summary>A stream of what observable instruments answer when they are asked.</summary>
/// <remarks><b>Threads:</b> one reading at a time.</remarks>
internal sealed class ObservedStream(
    InstrumentShape shape,
    MeterFamily family,
    TagLabels labels,
    InstrumentKind<ObservedSeries> kind,
    MeterCallback callback)
    : TaggedStream<ObservedSeries>(shape, family, labels, kind)
{
    private int _reading;
    private int _instrument;

    /// <summary>What reads the instruments of this stream.</summary>
    internal MeterCallback Callback => callback;

    /// <summary>Says whose answers come next.</summary>
    internal void Begin(int reading, int instrument) => (_reading, _instrument) = (reading, instrument);

    internal override void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Record((double)value, tags);

    internal override void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // A total that is negative or none at all would read as a reset of the counter.
        if (Shape.Type == Naming.MetricType.Counter && !(value >= 0))
        {
            Family.Parts.Dropped.Count(double.IsNaN(value) ? DropReason.NotANumber : DropReason.Negative);
            return;
        }

        if (Find(tags) is { } series)
            series.Observe(value, _reading, _instrument, Shape.Adds, sumsAll: IsOverflow(series));
    }
}
