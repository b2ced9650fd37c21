using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>The upper bounds of a histogram's buckets, in the unit of its name; +Inf is added by itself.
/// Immutable.</summary>
public sealed class HistogramBounds
{
    /// <summary>The most bounds a histogram may have. Each is a series in every child of the family.</summary>
    public const int Most = 200;

    /// <summary>Bounds that a step of the search compares: two vectors.</summary>
    private const int Stride = 8;

    private readonly byte[][] _textSuffixes;
    private readonly byte[][] _openMetricsSuffixes;

    private HistogramBounds(double[] bounds)
    {
        Count = bounds.Length;
        Padded = new double[(Count + Stride - 1) / Stride * Stride];
        Padded.AsSpan().Fill(double.PositiveInfinity);
        bounds.CopyTo(Padded, 0);
        _textSuffixes = Suffixes(bounds, GoFloat.Format);
        _openMetricsSuffixes = Suffixes(bounds, GoFloat.FormatCanonical);
    }

    /// <summary>How many finite bounds there are.</summary>
    public int Count { get; }

    /// <summary>The finite bounds, ascending.</summary>
    public ReadOnlySpan<double> Values => Padded.AsSpan(0, Count);

    /// <summary>Bounds in ascending order, such as 0.005, 0.01, 0.05 seconds.</summary>
    /// <exception cref="ArgumentException">
    /// None, more than <see cref="Most"/>, not finite, negative, or not strictly ascending.
    /// </exception>
    public static HistogramBounds Of(params ReadOnlySpan<double> bounds)
    {
        if (bounds.Length is 0 or > Most)
            throw new ArgumentException($"A histogram needs 1 to {Most} bounds, not {bounds.Length}.", nameof(bounds));
        for (int i = 0; i < bounds.Length; i++)
        {
            string bound = GoFloat.Format(bounds[i]);
            if (!double.IsFinite(bounds[i]) || double.IsNegative(bounds[i]))
            {
                throw new ArgumentException(
                    $"Bound {i + 1} is {bound}; bounds are finite and not negative (+Inf is added).", nameof(bounds));
            }

            if (i > 0 && bounds[i] <= bounds[i - 1])
            {
                string before = GoFloat.Format(bounds[i - 1]);
                throw new ArgumentException(
                    $"Bound {i + 1} ({bound}) is not above the one before it ({before}); bounds ascend.",
                    nameof(bounds));
            }
        }

        return new HistogramBounds(bounds.ToArray());
    }

    /// <summary>The bounds, then +Inf up to a whole number of strides.</summary>
    internal double[] Padded { get; }

    /// <summary>The bucket of a value: how many bounds are below it.</summary>
    /// <remarks>Two vectors a step and no branch a bound: which bucket a value falls in is just what a processor
    /// cannot guess, and a wrong guess costs more than comparing all bounds.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(double[] padded, double value)
    {
        Vector256<double> values = Vector256.Create(value);
        ref double bound = ref MemoryMarshal.GetArrayDataReference(padded);
        uint below = 0;
        nuint at = 0;
        do
        {
            uint low = Vector256.LessThan(Vector256.LoadUnsafe(ref bound, at), values).ExtractMostSignificantBits();
            uint high = Vector256.LessThan(
                Vector256.LoadUnsafe(ref bound, at + Stride / 2), values).ExtractMostSignificantBits();
            below += (uint)BitOperations.PopCount(low | (high << (Stride / 2)));
            at += Stride;
        }
        while (at < (uint)padded.Length);
        return below;
    }

    /// <summary>What follows the labels in a bucket's line: <c>le="0.5"} </c>.</summary>
    internal byte[] Suffix(int bucket, ExpositionFormat format) =>
        format == ExpositionFormat.OpenMetrics ? _openMetricsSuffixes[bucket] : _textSuffixes[bucket];

    private static byte[][] Suffixes(double[] bounds, Func<double, string> format)
    {
        var suffixes = new byte[bounds.Length + 1][];
        for (int i = 0; i < suffixes.Length; i++)
        {
            double bound = i < bounds.Length ? bounds[i] : double.PositiveInfinity;
            suffixes[i] = Utf8.Of($"le=\"{format(bound)}\"}} ");
        }

        return suffixes;
    }
}
