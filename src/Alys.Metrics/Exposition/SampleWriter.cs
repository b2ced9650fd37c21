using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Alys.Metrics.Callbacks;

namespace Alys.Metrics.Exposition;

/// <summary>
/// Appends lines to an output: copied bytes and formatted numbers. Nothing is allocated; the metadata of a family is
/// written before its first sample, so a family without samples leaves no trace.
/// </summary>
internal ref struct SampleWriter
{
    /// <summary>Room for the longest number, a space and a newline.</summary>
    private const int NumberRoom = 40;

    private const int ChunkSize = 4096;

    private readonly IBufferWriter<byte> _output;

    private readonly CallbackRound? _round;

    private Span<byte> _free;
    private int _used;
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
    internal long Written { get; private set; }

    /// <summary>Says which metadata comes before the next sample; null: it stands there already.</summary>
    internal void Begin(byte[]? header) => _header = header;

    /// <summary>Whether the metadata given to <see cref="Begin"/> is written.</summary>
    internal readonly bool Begun => _header is null;

    internal void Sample(byte[] prefix, long value)
    {
        Start(prefix.Length);
        Copy(prefix);
        Number(value);
    }

    internal void Sample(byte[] prefix, byte[] suffix, long value)
    {
        Start(prefix.Length + suffix.Length);
        Copy(prefix);
        Copy(suffix);
        Number(value);
    }

    internal void Sample(byte[] prefix, double value)
    {
        Start(prefix.Length);
        Copy(prefix);
        // Whole numbers, the most of all values, have the cheaper way; 2^53 is where they end to be exact.
        if (value == Math.Floor(value) && Math.Abs(value) <= 1L << 53 && !IsNegativeZero(value)) Number((long)value);
        else if (double.IsFinite(value)) Number(value);
        else Word(double.IsNaN(value) ? "NaN\n"u8 : value > 0 ? "+Inf\n"u8 : "-Inf\n"u8);
    }

    /// <summary>A whole line that only OpenMetrics knows.</summary>
    internal void Created(byte[] line)
    {
        if (Format == ExpositionFormat.OpenMetrics) Raw(line);
    }

    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        Copy(bytes);
    }

    /// <summary>Hands everything written to the output.</summary>
    internal void Complete()
    {
        // Some outputs refuse an advance of nothing that no span was asked for.
        if (_used == 0) return;
        _output.Advance(_used);
        _free = _free[_used..];
        _used = 0;
    }

    private static bool IsNegativeZero(double value) => value == 0 && double.IsNegative(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Start(int length)
    {
        if (_header is not null) WriteHeader();
        Ensure(length + NumberRoom);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_free[_used..]);
        _used += bytes.Length;
        Written += bytes.Length;
    }

    private void Number(long value)
    {
        value.TryFormat(_free[_used..], out int length, default, CultureInfo.InvariantCulture);
        EndLine(length);
    }

    private void Number(double value)
    {
        value.TryFormat(_free[_used..], out int length, default, CultureInfo.InvariantCulture);
        EndLine(length);
    }

    private void Word(ReadOnlySpan<byte> word) => Copy(word);

    private void EndLine(int length)
    {
        _free[_used + length] = (byte)'\n';
        _used += length + 1;
        Written += length + 1;
    }

    private void WriteHeader()
    {
        byte[] header = _header!;
        _header = null;
        Raw(header);
    }

    private void Ensure(int length)
    {
        if (_free.Length - _used >= length) return;
        Complete();
        _free = _output.GetSpan(Math.Max(length, ChunkSize));
    }
}
