using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Alys.Metrics.Callbacks;

namespace Alys.Metrics.Exposition;

/// <summary>
/// Appends lines to an output: copied bytes and formatted numbers. Nothing is allocated; the metadata of a family is
/// written before its first sample, so a family without samples leaves no trace.
/// </summary>
internal ref struct SampleWriter
{
    /// <summary>Room for the longest number and a newline.</summary>
    private const int NumberRoom = Digits.Room + 8;

    private const int ChunkSize = 16384;

    private readonly IBufferWriter<byte> _output;
    private readonly CallbackRound? _round;

    private Span<byte> _free;

    /// <summary>Bytes of <see cref="_free"/> that are written and not yet handed over.</summary>
    private int _used;
    private long _handedOver;
    private byte[]? _header;

    internal SampleWriter(
        IBufferWriter<byte> output, ExpositionFormat format, long[][] cells, CallbackRound? round)
    {
        _output = output;
        _round = round;
        Format = format;
        Cells = cells;
    }

    internal ExpositionFormat Format { get; }

    /// <summary>The threads' cells as they were when the scrape began.</summary>
    internal long[][] Cells { get; }

    /// <summary>What a callback said in this scrape; null: its family is left out.</summary>
    internal readonly CallbackSamples? SamplesOf(Callback callback) => _round?.SamplesOf(callback);

    /// <summary>Bytes written through this writer.</summary>
    internal readonly long Written => _handedOver + _used;

    /// <summary>Says which metadata comes before the next sample; null: it stands there already.</summary>
    internal void Begin(byte[]? header) => _header = header;

    /// <summary>Whether the metadata given to <see cref="Begin"/> is written.</summary>
    internal readonly bool Begun => _header is null;

    internal void Sample(byte[] prefix, long value)
    {
        ref byte start = ref Start(prefix.Length);
        Copy(prefix, ref start);
        EndLine(ref start, prefix.Length + Digits.Write(ref Unsafe.Add(ref start, prefix.Length), value));
    }

    internal void Sample(byte[] prefix, byte[] suffix, long value)
    {
        int length = prefix.Length + suffix.Length;
        ref byte start = ref Start(length);
        Copy(prefix, ref start);
        Copy(suffix, ref Unsafe.Add(ref start, prefix.Length));
        EndLine(ref start, length + Digits.Write(ref Unsafe.Add(ref start, length), value));
    }

    internal void Sample(byte[] prefix, double value)
    {
        // Whole numbers, the most of all values, have the cheaper way; 2^53 is where they end to be exact.
        if (value == Math.Floor(value) && Math.Abs(value) <= 1L << 53 && !IsNegativeZero(value))
        {
            Sample(prefix, (long)value);
            return;
        }

        ref byte start = ref Start(prefix.Length);
        Copy(prefix, ref start);
        EndLine(ref start, prefix.Length + Number(_free[(_used + prefix.Length)..], value));
    }

    /// <summary>A whole line that only OpenMetrics knows.</summary>
    internal void Created(byte[] line)
    {
        if (Format == ExpositionFormat.OpenMetrics) Raw(line);
    }

    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_free[_used..]);
        _used += bytes.Length;
    }

    /// <summary>Hands everything written to the output.</summary>
    internal void Complete()
    {
        // Some outputs refuse an advance of nothing that no span was asked for.
        if (_used == 0) return;
        _output.Advance(_used);
        _free = _free[_used..];
        _handedOver += _used;
        _used = 0;
    }

    private static bool IsNegativeZero(double value) => value == 0 && double.IsNegative(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(byte[] bytes, ref byte to) => Unsafe.CopyBlockUnaligned(
        ref to, ref MemoryMarshal.GetArrayDataReference(bytes), (uint)bytes.Length);

    private static int Number(Span<byte> to, double value)
    {
        if (double.IsFinite(value))
        {
            value.TryFormat(to, out int length, default, CultureInfo.InvariantCulture);
            return length;
        }

        ReadOnlySpan<byte> word = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "+Inf"u8 : "-Inf"u8;
        word.CopyTo(to);
        return word.Length;
    }

    /// <summary>Writes the metadata if it is still due, and makes room for a line.</summary>
    /// <returns>Where the line begins. So much and a number may be written from here on unchecked.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Start(int length)
    {
        if (_header is not null) WriteHeader();
        Ensure(length + NumberRoom);
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(_free), _used);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndLine(ref byte start, int length)
    {
        Unsafe.Add(ref start, length) = (byte)'\n';
        _used += length + 1;
    }

    private void WriteHeader()
    {
        byte[] header = _header!;
        _header = null;
        Raw(header);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int length)
    {
        if (_free.Length - _used < length) Take(length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Take(int length)
    {
        Complete();
        _free = _output.GetSpan(Math.Max(length, ChunkSize));
    }
}
