using System.Globalization;
using Alys.Metrics.Bench.Micro;
using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Footprints;

/// <summary>Series of one library, made when they are first written, but for the closed sets of ours.</summary>
/// <param name="series">How many.</param>
/// <param name="add">Adds one to a series.</param>
/// <param name="owner">Disposed with this.</param>
internal sealed class FootprintSubject(int series, Action<int> add, IDisposable? owner = null) : IDisposable
{
    /// <summary>What is measured: the combinations of the three enums.</summary>
    public const int Many = 10_000;

    /// <summary>Enough to have the code run once.</summary>
    public const int Few = 6;

    private const int Stages = 20;

    public static FootprintSubject Of(Library library, FootprintShape shape, int series) => (library, shape) switch
    {
        (Library.Alys, FootprintShape.Texts) => AlysTexts(series),
        (Library.Alys, _) => AlysEnums(series),
        (Library.PrometheusNet, FootprintShape.Texts) => PrometheusNetTexts(series),
        (Library.PrometheusNet, _) => PrometheusNetEnums(series),
        (_, FootprintShape.Texts) => OpenTelemetryTexts(series),
        _ => OpenTelemetryEnums(series),
    };

    /// <summary>Adds one to each series. Threads: any.</summary>
    public void WriteAll()
    {
        for (int i = 0; i < series; i++) add(i);
    }

    public void Dispose() => owner?.Dispose();

    // Texts are made new for each use, as they come from a network: what a library keeps of them is its own.
    private static string Client(int i) => string.Create(CultureInfo.InvariantCulture, $"client-{i / 2}/v1.2.3");

    private static string Network(int i) => new(i % 2 == 0 ? "mainnet" : "testnet");

    private static Shard ShardOf(int i) => (Shard)(i / (Stages * Stages));

    private static Stage FirstStage(int i) => (Stage)(i / Stages % Stages);

    private static Stage SecondStage(int i) => (Stage)(i % Stages);

    private static MetricRegistry NewRegistry() =>
        new(new MetricRegistryOptions { SeriesLimit = Many + 1_000, FamilyLimit = Many });

    private static FootprintSubject AlysTexts(int series)
    {
        TextFamily<Counter> family =
            NewRegistry().TextCounterFamily("bench_total", "Additions.", null, "client", "network");
        return new FootprintSubject(series, i => family.WithLabels(Client(i), Network(i)).Add(1));
    }

    private static FootprintSubject AlysEnums(int series)
    {
        if (series == Few)
        {
            EnumFamily<Counter, Outcome, Transport> few =
                NewRegistry().CounterFamily<Outcome, Transport>("bench_total", "Additions.", "outcome", "transport");
            return new FootprintSubject(series, i => few[(Outcome)(i / 2), (Transport)(i % 2)].Add(1));
        }

        EnumFamily<Counter, Shard, Stage, Stage> family =
            NewRegistry().CounterFamily<Shard, Stage, Stage>("bench_total", "Additions.", "shard", "first", "second");
        return new FootprintSubject(series, i => family[ShardOf(i), FirstStage(i), SecondStage(i)].Add(1));
    }

    private static FootprintSubject PrometheusNetTexts(int series)
    {
        Prometheus.Counter counter =
            PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "client", "network");
        return new FootprintSubject(series, i => counter.WithLabels(Client(i), Network(i)).Inc());
    }

    private static FootprintSubject PrometheusNetEnums(int series)
    {
        Prometheus.Counter counter =
            PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "shard", "first", "second");
        return new FootprintSubject(series, i => counter.WithLabels(
            LabelValue.Of(ShardOf(i)), LabelValue.Of(FirstStage(i)), LabelValue.Of(SecondStage(i))).Inc());
    }

    private static FootprintSubject OpenTelemetryTexts(int series)
    {
        var peer = new OpenTelemetryPeer(cardinality: series);
        System.Diagnostics.Metrics.Counter<long> counter = peer.Meter.CreateCounter<long>("bench");
        return new FootprintSubject(
            series, i => counter.Add(1, new("client", Client(i)), new("network", Network(i))), peer);
    }

    private static FootprintSubject OpenTelemetryEnums(int series)
    {
        var peer = new OpenTelemetryPeer(cardinality: series);
        System.Diagnostics.Metrics.Counter<long> counter = peer.Meter.CreateCounter<long>("bench");
        return new FootprintSubject(
            series,
            i => counter.Add(
                1,
                new("shard", LabelValue.Of(ShardOf(i))),
                new("first", LabelValue.Of(FirstStage(i))),
                new("second", LabelValue.Of(SecondStage(i)))),
            peer);
    }
}
