using System.Runtime.CompilerServices;
using Alys.Metrics.Bench.Micro;

namespace Alys.Metrics.Bench.MachineCode;

/// <summary>
/// Each operation of the hot path in a method of its own, into which the JIT inlines all of it: so the machine code of
/// the operation can be read by the method's name.
/// </summary>
internal static class HotPath
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CounterAdd(Counter counter, long amount) => counter.Add(amount);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void UpDownCounterAdd(UpDownCounter counter, long amount) => counter.Add(amount);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GaugeSet(Gauge gauge, double value) => gauge.Set(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void HistogramObserve(Histogram histogram, double value) => histogram.Observe(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EnumCounterAdd(
        EnumFamily<Counter, Outcome, Transport> family, Outcome outcome, Transport transport) =>
        family.Increment(outcome, transport);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EnumHandleAdd(
        EnumFamily<Counter, Outcome, Transport> family, Outcome outcome, Transport transport) =>
        family[outcome, transport].Add(1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void TextCounterAdd(TextFamily<Counter> family, string client, string network) =>
        family.WithLabels(client, network).Add(1);
}
