using System.Diagnostics;
using Alys.Metrics.Bench.Micro;

namespace Alys.Metrics.Bench.MachineCode;

/// <summary>
/// Runs each method of <see cref="HotPath"/> until the JIT has made its best code of it. Run it with the runtime's
/// DOTNET_JitDisasm set to the methods' names to read that code.
/// </summary>
internal static class HotPathCommand
{
    public const string Verb = "hot-path";

    /// <summary>The JIT begins with its best code after some calls and a pause, in the background: a loop this long
    /// sees the end of it on a slow machine too.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        var registry = new MetricRegistry();
        Counter counter = registry.Counter("hot_total", "Additions.");
        UpDownCounter upDown = registry.UpDownCounter("hot_up", "Additions.");
        Gauge gauge = registry.Gauge("hot_bytes", "A size.");
        Histogram histogram = registry.Histogram("hot_seconds", "Durations.", HistogramBounds.Of(Inputs.Bounds));
        EnumFamily<Counter, Outcome, Transport> enums =
            registry.CounterFamily<Outcome, Transport>("hot_enums_total", "Additions.", "outcome", "transport");
        TextFamily<Counter> texts = registry.TextCounterFamily("hot_texts_total", "Additions.", null, "a", "b");

        Repeat(i => HotPath.CounterAdd(counter, i & 1));
        Repeat(i => HotPath.UpDownCounterAdd(upDown, i & 1));
        Repeat(i => HotPath.GaugeSet(gauge, i));
        Repeat(i => HotPath.HistogramObserve(histogram, Inputs.Values[i]));
        Repeat(i => HotPath.EnumCounterAdd(enums, Inputs.Enums[i].Outcome, Inputs.Enums[i].Transport));
        Repeat(i => HotPath.EnumHandleAdd(enums, Inputs.Enums[i].Outcome, Inputs.Enums[i].Transport));
        Repeat(i => HotPath.TextCounterAdd(texts, Inputs.Texts[i].Client, Inputs.Texts[i].Network));
        Console.WriteLine($"counted {counter.Value}, observed {histogram.Count}");
        return 0;
    }

    private static void Repeat(Action<int> operation)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            for (int i = 0; i < Inputs.Times; i++) operation(i);
        }
        while (watch.Elapsed < Long);
    }
}
