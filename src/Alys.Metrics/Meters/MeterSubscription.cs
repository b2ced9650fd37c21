using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>Listens to meters for a registry until it is disposed.</summary>
internal sealed class MeterSubscription : IDisposable
{
    private readonly MeterIngest _ingest;
    private readonly MeterIngestOptions _options;
    private readonly string[] _meters;
    private readonly Sdm.MeterListener _listener = new();
    private readonly Lock _gate = new();

    /// <summary>The observable instruments that are listened to; null: this is disposed.</summary>
    private HashSet<ObservedInstrument>? _observed = [];

    internal MeterSubscription(MeterIngest ingest, MeterIngestOptions options)
    {
        _ingest = ingest;
        _options = options;
        _meters = [.. options.Meters];
        MeterCallbacks.Set(_listener);
        _listener.InstrumentPublished = Published;
        _listener.MeasurementsCompleted = (instrument, state) => _ingest.Leave(instrument, (MeterStream)state!);
        _listener.Start();
    }

    public void Dispose()
    {
        HashSet<ObservedInstrument>? observed;
        lock (_gate) (observed, _observed) = (_observed, null);
        _listener.Dispose();
        foreach (ObservedInstrument instrument in observed ?? []) instrument.Dispose();
    }

    private bool Wants(Sdm.Instrument instrument) =>
        instrument.Meter is not PublishedMeter
        && Array.Exists(_meters, name => FileSystemName.MatchesSimpleExpression(name, instrument.Meter.Name));

    [SuppressMessage("Design", "CA1031", Justification = "Whoever makes an instrument must not feel that it is seen.")]
    private void Published(Sdm.Instrument instrument, Sdm.MeterListener listener)
    {
        try
        {
            if (!Wants(instrument) || _ingest.Join(instrument, _options) is not { } stream) return;
            if (stream is ObservedStream observed) Observe(instrument, observed);
            else listener.EnableMeasurementEvents(instrument, stream);
        }
        catch (Exception)
        {
            _ingest.Failed();
        }
    }

    private void Observe(Sdm.Instrument instrument, ObservedStream stream)
    {
        var observed = new ObservedInstrument(stream);
        stream.Callback.Add(observed);
        bool isWanted;
        lock (_gate) isWanted = _observed?.Add(observed) ?? false;
        observed.Listen(instrument, () => Ended(instrument, stream, observed));
        if (!isWanted) observed.Dispose();
    }

    private void Ended(Sdm.Instrument instrument, ObservedStream stream, ObservedInstrument observed)
    {
        stream.Callback.Remove(observed);
        lock (_gate) _observed?.Remove(observed);
        _ingest.Leave(instrument, stream);
        observed.Dispose();
    }
}
