using System.Buffers;
using System.Globalization;
using Alys.Metrics.Callbacks;
using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>
/// A family of the registry as an instrument of a meter. What has samples is an observable instrument, whose answer is
/// read from the lines that the page would have: so it says just what the page says, and needs no memory of its own. A
/// histogram is a live one, because a meter has no other.
/// </summary>
internal sealed class PublishedFamily
{
    private readonly Family _family;
    private readonly CallbackReader _callbacks;

    /// <summary>Null: the family is no histogram.</summary>
    private readonly Sdm.Histogram<double>? _histogram;

    internal PublishedFamily(Family family, CallbackReader callbacks, Sdm.Meter meter)
    {
        _family = family;
        _callbacks = callbacks;
        string? unit = UnitOf(family);
        switch (family)
        {
            case { Relay: { } relay }:
                var advice = new Sdm.InstrumentAdvice<double>
                {
                    HistogramBucketBoundaries = relay.Bounds.Values.ToArray(),
                };
                _histogram = meter.CreateHistogram(family.Name, unit, family.Help, null, advice);
                Refresh();
                break;
            case { Type: MetricType.Counter or MetricType.InheritedCounter }:
                meter.CreateObservableCounter(family.Name, Read, unit, family.Help);
                break;
            case { IsUpDown: true }:
                meter.CreateObservableUpDownCounter(family.Name, Read, unit, family.Help);
                break;
            default:
                meter.CreateObservableGauge(family.Name, Read, unit, family.Help);
                break;
        }
    }

    /// <summary>Looks whether somebody listens to a histogram: a meter does not tell.</summary>
    internal void Refresh() => Listen(_histogram?.Enabled == true);

    /// <summary>Passes nothing on any more.</summary>
    internal void End() => Listen(false);

    private void Listen(bool isListenedTo)
    {
        if (_histogram is null) return;
        HistogramRelay relay = _family.Relay!;
        // While somebody listens, children that were made meanwhile are told too.
        if (!relay.TrySet(_histogram, isListenedTo) && !isListenedTo) return;
        foreach (Instrument? child in _family.Children) (child as Histogram)?.FollowRelay();
    }

    private List<Sdm.Measurement<double>> Read()
    {
        CallbackRound? round = _family.Callback is { } callback ? _callbacks.Begin([callback]) : null;
        try
        {
            round?.Wait();
            var output = new ArrayBufferWriter<byte>();
            var writer = new SampleWriter(output, ExpositionFormat.Text, CellStore.Snapshot(), round);
            writer.Begin(null);
            _family.Write(ref writer, 0, int.MaxValue);
            writer.Complete();
            return Measurements(output.WrittenSpan);
        }
        finally
        {
            round?.Release();
        }
    }

    private static List<Sdm.Measurement<double>> Measurements(ReadOnlySpan<byte> lines)
    {
        var measurements = new List<Sdm.Measurement<double>>();
        // In a label a newline is escaped, so one is the end of a sample.
        foreach (Range range in lines.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = lines[range];
            if (line.IsEmpty) continue;
            KeyValuePair<string, object?>[] tags = RenderedLabels.Read(line, out int end);
            measurements.Add(new Sdm.Measurement<double>(Number(line[(end + 1)..]), tags));
        }

        return measurements;
    }

    private static double Number(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("+Inf"u8) ? double.PositiveInfinity
        : text.SequenceEqual("-Inf"u8) ? double.NegativeInfinity
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? UnitOf(Family family)
    {
        string name = family.Type.BaseName(family.Name);
        return family.Type is MetricType.Info or MetricType.StateSet ? null
            : name.EndsWith("_seconds", StringComparison.Ordinal) ? "s"
            : name.EndsWith("_bytes", StringComparison.Ordinal) ? "By"
            : name.EndsWith("_ratio", StringComparison.Ordinal) ? "1"
            : name.EndsWith("_percent", StringComparison.Ordinal) ? "%"
            : null;
    }
}
