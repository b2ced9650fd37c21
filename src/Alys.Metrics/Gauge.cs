using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>
/// A value that is set: the last one written is the one exposed. It can be absent, and then has no line at all: a value
/// nobody knows must not look like one that is known.
/// </summary>
/// <remarks><b>Cost:</b> <see cref="Set"/> is two 64-bit stores. Any double may be set, NaN and infinities
/// too.</remarks>
public sealed class Gauge : Instrument
{
    /// <summary>A NaN that no arithmetic produces: it stands for "absent" in the one 64-bit field.</summary>
    private const long Absent = 0x7FF4_A1F5_0000_0001;

    private readonly byte[] _sample;

    private long _bits;

    /// <summary>How often it was set: a value that is set again and again is alive, though it does not change. Two
    /// threads at once may count as one, which is as good.</summary>
    private long _writes;

    internal Gauge(ChildPrefix prefix, double? initial)
        : this(prefix.Sample, initial is { } value ? ToBits(value) : Absent)
    {
    }

    private Gauge(byte[] sample, long bits)
    {
        _sample = sample;
        _bits = bits;
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

    internal override ReadOnlySpan<byte> Labelled => _sample;

    /// <summary>Sets the value; the series is exposed from now on.</summary>
    public void Set(double value)
    {
        Volatile.Write(ref _bits, ToBits(value));
        _writes++;
    }

    /// <summary>Makes the series absent until the next <see cref="Set"/>.</summary>
    public void Clear() => Volatile.Write(ref _bits, Absent);

    internal override void Write(ref SampleWriter writer)
    {
        if (Value is { } value) writer.Sample(_sample, value);
    }

    internal override long Activity(long[][] cells) => Volatile.Read(ref _writes);

    internal override void Retire() => Clear();

    internal override Instrument Twin() => new Gauge(_sample, Absent) { _writes = Volatile.Read(ref _writes) };

    private static long ToBits(double value) =>
        BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
