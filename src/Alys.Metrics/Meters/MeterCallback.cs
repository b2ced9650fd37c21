using Alys.Metrics.Callbacks;

namespace Alys.Metrics.Meters;

/// <summary>
/// Asks the observable instruments of one family for their values. Each has a listener of its own, so what one callback
/// does, throw or hang, is not felt beyond its family.
/// </summary>
internal sealed class MeterCallback(MeterFamily family, Counter failures) : Callback(failures)
{
    /// <summary>Replaced as a whole.</summary>
    private ObservedInstrument[] _instruments = [];

    private int _readings;

    internal void Add(ObservedInstrument instrument)
    {
        lock (family.Gate) Volatile.Write(ref _instruments, [.. _instruments, instrument]);
    }

    internal void Remove(ObservedInstrument instrument)
    {
        lock (family.Gate) Volatile.Write(ref _instruments, [.. _instruments.Where(known => known != instrument)]);
    }

    internal override void Read(CallbackSamples samples)
    {
        int reading = ++_readings;
        ObservedInstrument[] instruments = Volatile.Read(ref _instruments);
        for (int i = 0; i < instruments.Length; i++) instruments[i].Read(reading, i);
        foreach (MeterFamily.Entry entry in family.Entries())
        {
            if (entry.Series is ObservedSeries series) series.AddTo(samples, reading);
        }
    }
}
