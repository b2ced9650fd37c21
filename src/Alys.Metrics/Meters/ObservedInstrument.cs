using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>One observable instrument with the listener that asks it alone.</summary>
internal sealed class ObservedInstrument : IDisposable
{
    private readonly Sdm.MeterListener _listener = new();
    private readonly ObservedStream _stream;

    internal ObservedInstrument(ObservedStream stream)
    {
        _stream = stream;
        MeterCallbacks.Set(_listener);
    }

    /// <summary>Starts to listen. A listener need not be started to be told what is measured.</summary>
    /// <param name="instrument">What is asked.</param>
    /// <param name="ended">Called once, when the instrument's meter or this is disposed.</param>
    internal void Listen(Sdm.Instrument instrument, Action ended)
    {
        _listener.MeasurementsCompleted = (_, _) => ended();
        _listener.EnableMeasurementEvents(instrument, _stream);
    }

    /// <summary>Runs the instrument's callback, which may throw.</summary>
    internal void Read(int reading, int number)
    {
        _stream.Begin(reading, number);
        _listener.RecordObservableInstruments();
    }

    public void Dispose() => _listener.Dispose();
}
