using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>
/// A value that is set: the last one written is the one exposed. It can be absent, and then has no line at all: a value
/// nobody knows must not look like one that is known.
/// </summary>
/// <remarks><b>Cost:</b> <see cref="Set"/> is one 64-bit store. Any double may be set, NaN and infinities
/// too.</remarks>
public sealed class Gauge : Instrument
{
    /// <summary>A NaN that no arithmetic produces: it stands for "absent" in the one 64-bit field.</summary>
    private const long Absent = 0x7FF4_A1F5_0000_0001;

    private readonly byte[] _sample;

    private long _bits;

    internal Gauge(ChildPrefix prefix, double? initial)
    {
        _sample = prefix.Sample;
        _bits = initial is { } value ? ToBits(value) : Absent;
    }

    /// <summary>The value last set; null while absent.</summary>
    public double? Value
    {
        get
        {
            long bits = Volatile.Read(ref _bits);
            return bits == Absent ? null : BitConverter.Int64BitsToDouble(bits);
        }
    }

    /// <summary>Sets the value; the series is exposed from now on.</summary>
    public void Set(double value) => Volatile.Write(ref _bits, ToBits(value));

    /// <summary>Makes the series absent until the next <see cref="Set"/>.</summary>
    public void Clear() => Volatile.Write(ref _bits, Absent);

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override void Write(ref SampleWriter writer)
    {
        if (Value is { } value) writer.Sample(_sample, value);
    }

    private static long ToBits(double value) =>
        BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
