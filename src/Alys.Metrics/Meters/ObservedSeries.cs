using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Meters;

/// <summary>
/// A series of an observable instrument. Instruments of one name from several meters can observe one series: then what
/// adds up is added up, and of the rest the last one counts.
/// </summary>
/// <remarks><b>Threads:</b> one reading at a time.</remarks>
internal sealed class ObservedSeries(ChildPrefix prefix) : Instrument
{
    private readonly byte[] _sample = prefix.Sample;

    /// <summary>The reading that last found a value, and the instrument that it was.</summary>
    private int _reading;
    private int _instrument;

    /// <summary>What other instruments found in this reading, and that with this one's.</summary>
    private double _others;
    private double _found;

    internal override ReadOnlySpan<byte> Labelled => _sample;

    /// <summary>Takes a value of the reading under way.</summary>
    /// <param name="value">What was observed.</param>
    /// <param name="reading">The number of the reading, from 1 on.</param>
    /// <param name="instrument">The number of the instrument in this reading.</param>
    /// <param name="adds">Whether values of several instruments add up.</param>
    /// <param name="sumsAll">Whether those of one instrument do too.</param>
    internal void Observe(double value, int reading, int instrument, bool adds, bool sumsAll)
    {
        if (_reading != reading) (_reading, _others) = (reading, 0);
        else if (adds && (sumsAll || _instrument != instrument)) _others = _found;
        _instrument = instrument;
        _found = _others + value;
    }

    /// <summary>Adds what a reading found, if it did.</summary>
    internal void AddTo(CallbackSamples samples, int reading)
    {
        if (_reading == reading) samples.Add(_sample, _found);
    }

    /// <remarks>Its value is on the page as a sample of the reading.</remarks>
    internal override void Write(ref SampleWriter writer)
    {
    }
}
