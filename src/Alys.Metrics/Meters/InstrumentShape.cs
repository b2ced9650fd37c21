using Alys.Metrics.Naming;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>What an instrument of a meter does.</summary>
/// <param name="Type">The type of its family.</param>
/// <param name="Adds">Whether it adds up: a counter or up-down counter. Else it is a gauge or a histogram.</param>
/// <param name="IsReal">Whether its numbers can have a fraction.</param>
/// <param name="IsObservable">Whether it is asked for its values.</param>
internal readonly record struct InstrumentShape(MetricType Type, bool Adds, bool IsReal, bool IsObservable)
{
    /// <summary>The shape; null for an instrument that is none of the base library's.</summary>
    internal static InstrumentShape? Of(Sdm.Instrument instrument)
    {
        Type made = instrument.GetType();
        if (!made.IsGenericType || !IsNumber(made.GenericTypeArguments[0], out bool real)) return null;
        Type kind = made.GetGenericTypeDefinition();
        if (kind == typeof(Sdm.Counter<>)) return new(MetricType.Counter, true, real, false);
        if (kind == typeof(Sdm.UpDownCounter<>)) return new(MetricType.Gauge, true, real, false);
        if (kind == typeof(Sdm.Gauge<>)) return new(MetricType.Gauge, false, real, false);
        if (kind == typeof(Sdm.Histogram<>)) return new(MetricType.Histogram, false, real, false);
        if (kind == typeof(Sdm.ObservableCounter<>)) return new(MetricType.Counter, true, real, true);
        if (kind == typeof(Sdm.ObservableUpDownCounter<>)) return new(MetricType.Gauge, true, real, true);
        if (kind == typeof(Sdm.ObservableGauge<>)) return new(MetricType.Gauge, false, real, true);
        return null;
    }

    private static bool IsNumber(Type type, out bool real)
    {
        real = type == typeof(double) || type == typeof(float) || type == typeof(decimal);
        return real || type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte);
    }
}
