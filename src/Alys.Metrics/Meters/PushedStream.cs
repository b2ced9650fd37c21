namespace Alys.Metrics.Meters;

/// <summary>A stream of measurements as they happen.</summary>
/// <remarks><b>Cost</b> of a measurement: hashing and comparing its tags and writing to the series; no lock, no
/// interlocked operation and no allocation for tags that were seen before, beyond the limit the same.</remarks>
internal sealed class PushedStream<TSeries, TWriter>(
    InstrumentShape shape, MeterFamily family, TagLabels labels, InstrumentKind<TSeries> kind)
    : TaggedStream<TSeries>(shape, family, labels, kind)
    where TSeries : Instrument
    where TWriter : struct, ISeriesWriter<TSeries>
{
    internal override void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Find(tags) is { } series) TWriter.Write(series, value);
    }

    internal override void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Find(tags) is { } series) TWriter.Write(series, value);
    }

    private protected override void Forget()
    {
        foreach (MeterFamily.Entry entry in Family.Entries())
        {
            if (entry.Stream == this) (entry.Series as Gauge)?.Clear();
        }
    }
}
