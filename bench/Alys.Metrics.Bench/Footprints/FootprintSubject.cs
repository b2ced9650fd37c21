using System.Globalization;
using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Footprints;

/// <summary>Series of one library, made when they are first written, but for the closed sets of ours.</summary>
/// <param name="add">Adds one to a series.</param>
/// <param name="owner">Disposed with this.</param>
internal sealed class FootprintSubject(Action<int> add, IDisposable? owner = null) : IDisposable
{
    /// <summary>The combinations of the three enums.</summary>
    public const int Many = 10_000;

    private const int Stages = 20;

    public static FootprintSubject Of(Library library, FootprintShape shape) => (library, shape) switch
    {
        (Library.Alys, FootprintShape.Texts) => AlysTexts(),
        (Library.Alys, _) => AlysEnums(),
        (Library.PrometheusNet, FootprintShape.Texts) => PrometheusNetTexts(),
        (Library.PrometheusNet, _) => PrometheusNetEnums(),
        (_, FootprintShape.Texts) => OpenTelemetryTexts(),
        _ => OpenTelemetryEnums(),
    };

    /// <summary>Adds one to each series. Threads: any.</summary>
    public void WriteAll()
    {
        for (int i = 0; i < Many; i++) add(i);
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

    private static FootprintSubject AlysTexts()
    {
        TextFamily<Counter> family =
            NewRegistry().TextCounterFamily("bench_total", "Additions.", null, "client", "network");
        return new FootprintSubject(i => family.WithLabels(Client(i), Network(i)).Add(1));
    }

    private static FootprintSubject AlysEnums()
    {
        EnumFamily<Counter, Shard, Stage, Stage> family =
            NewRegistry().CounterFamily<Shard, Stage, Stage>("bench_total", "Additions.", "shard", "first", "second");
        return new FootprintSubject(i => family[ShardOf(i), FirstStage(i), SecondStage(i)].Add(1));
    }

    private static FootprintSubject PrometheusNetTexts()
    {
        Prometheus.Counter counter =
            PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "client", "network");
        return new FootprintSubject(i => counter.WithLabels(Client(i), Network(i)).Inc());
    }

    private static FootprintSubject PrometheusNetEnums()
    {
        Prometheus.Counter counter =
            PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "shard", "first", "second");
        return new FootprintSubject(i => counter.WithLabels(
            LabelValue.Of(ShardOf(i)), LabelValue.Of(FirstStage(i)), LabelValue.Of(SecondStage(i))).Inc());
    }

    private static FootprintSubject OpenTelemetryTexts()
    {
        var peer = new OpenTelemetryPeer(cardinality: Many);
        System.Diagnostics.Metrics.Counter<long> counter = peer.Meter.CreateCounter<long>("bench");
        return new FootprintSubject(
            i => counter.Add(1, new("client", Client(i)), new("network", Network(i))), peer);
    }

    private static FootprintSubject OpenTelemetryEnums()
    {
        var peer = new OpenTelemetryPeer(cardinality: Many);
        System.Diagnostics.Metrics.Counter<long> counter = peer.Meter.CreateCounter<long>("bench");
        return new FootprintSubject(
            i => counter.Add(
                1,
                new("shard", LabelValue.Of(ShardOf(i))),
                new("first", LabelValue.Of(FirstStage(i))),
                new("second", LabelValue.Of(SecondStage(i)))),
            peer);
    }
}
