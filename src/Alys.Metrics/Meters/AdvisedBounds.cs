using System.Globalization;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>
/// The bounds of an ingested histogram: those that the instrument advises, else bounds for seconds when that is its
/// unit, else OpenTelemetry's. Source: OpenTelemetry specification, "Metrics SDK: Explicit bucket histogram
/// aggregation"; semantic conventions, "HTTP metrics: http.server.request.duration", for the seconds.
/// </summary>
internal static class AdvisedBounds
{
    private static readonly HistogramBounds Seconds =
        HistogramBounds.Of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10);

    private static readonly HistogramBounds Default =
        HistogramBounds.Of(0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000);

    /// <summary>The bounds.</summary>
    /// <param name="instrument">A histogram.</param>
    /// <param name="isAdviceBad">Whether there is an advice that cannot be followed, such as a negative bound.</param>
    internal static HistogramBounds Of(Sdm.Instrument instrument, out bool isAdviceBad)
    {
        HistogramBounds usual = instrument.Unit == "s" ? Seconds : Default;
        isAdviceBad = false;
        if (Advice(instrument) is not { } advice) return usual;
        try
        {
            return HistogramBounds.Of(advice);
        }
        catch (ArgumentException)
        {
            isAdviceBad = true;
            return usual;
        }
    }

    private static double[]? Advice(Sdm.Instrument instrument) => instrument switch
    {
        Sdm.Instrument<double> real => Bounds(real),
        Sdm.Instrument<long> whole => Bounds(whole),
        Sdm.Instrument<int> whole => Bounds(whole),
        Sdm.Instrument<float> real => Bounds(real),
        Sdm.Instrument<decimal> real => Bounds(real),
        Sdm.Instrument<short> whole => Bounds(whole),
        Sdm.Instrument<byte> whole => Bounds(whole),
        _ => null,
    };

    private static double[]? Bounds<T>(Sdm.Instrument<T> instrument)
        where T : struct, IConvertible
    {
        if (instrument.Advice?.HistogramBucketBoundaries is not { } advised) return null;
        var bounds = new double[advised.Count];
        for (int i = 0; i < bounds.Length; i++) bounds[i] = Exact(advised[i]);
        return bounds;
    }

    /// <summary>A float by its digits: 0.1f means 0.1, not the 0.10000000149 that it is as a double.</summary>
    private static double Exact<T>(T bound)
        where T : struct, IConvertible =>
        bound is float single
            ? double.Parse(single.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : bound.ToDouble(CultureInfo.InvariantCulture);
}
