using System.Diagnostics.CodeAnalysis;

namespace Alys.Metrics.Meters;

/// <summary>
/// Asks the observable instruments of one family for their values. Each has a listener of its own, so what one callback
/// does, throw or hang, is not felt beyond its family.
/// </summary>
internal sealed class ObservedReader(MeterFamily family, Counter failures)
{
    /// <summary>How long a scrape waits for another one that reads the same family.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _reading = new();

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

    /// <summary>Reads all values and shows them; false when a callback threw or is still at work, which is
    /// counted.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault in a callback must not become one of the scrape.")]
    internal bool TryRead()
    {
        if (!_reading.TryEnter(Patience))
        {
            failures.Increment();
            return false;
        }

        try
        {
            Read();
            return true;
        }
        catch (Exception)
        {
            failures.Increment();
            return false;
        }
        finally
        {
            _reading.Exit();
        }
    }

    private void Read()
    {
        int reading = ++_readings;
        ObservedInstrument[] instruments = Volatile.Read(ref _instruments);
        for (int i = 0; i < instruments.Length; i++) instruments[i].Read(reading, i);
        foreach (MeterFamily.Entry entry in family.Entries()) (entry.Series as ObservedSeries)?.Show(reading);
    }
}
