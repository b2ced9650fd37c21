using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace Alys.Metrics.Bench.Reports;

/// <summary>Runs benchmarks of BenchmarkDotNet and makes rows of them.</summary>
internal static class MicroRows
{
    /// <summary>With BenchmarkDotNet's own options and summary.</summary>
    public static IEnumerable<Row> Run(string[] args) => Of(BenchmarkSwitcher.FromAssembly(typeof(MicroRows).Assembly)
        .Run(args, DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default)));

    /// <summary>All of them, each in a process of its own, the libraries of a row one after the other.</summary>
    public static IEnumerable<Row> RunAll(bool isShort)
    {
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(isShort ? Short() : Long())
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(JsonExporter.Full)
            .AddEventProcessor(new Progress())
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        return Of(BenchmarkRunner.Run(typeof(MicroRows).Assembly, config));
    }

    // Three processes a benchmark: how the code happens to lie in memory differs from start to start.
    private static Job Long() => Job.Default.WithLaunchCount(3).WithWarmupCount(4).WithIterationCount(10)
        .WithIterationTime(TimeInterval.FromMilliseconds(150));

    private static Job Short() => Job.Default.WithLaunchCount(2).WithWarmupCount(3).WithIterationCount(5)
        .WithIterationTime(TimeInterval.FromMilliseconds(100));

    private static List<Row> Of(IEnumerable<Summary> summaries)
    {
        BenchmarkReport[] reports = [.. summaries.SelectMany(summary => summary.Reports)];
        string[] failed = [.. reports.Where(report => report.ResultStatistics is null)
            .Select(report => report.BenchmarkCase.Descriptor.GetFilterName())];
        if (failed.Length > 0)
            throw new InvalidOperationException(
                $"no result (BenchmarkDotNet.Artifacts says why): {string.Join(", ", failed)}");
        var measured = reports
            .GroupBy(report => report.BenchmarkCase.Descriptor.Type)
            .ToDictionary(group => group.Key, Measures);
        return [.. measured.OrderBy(pair => Attribute(pair.Key).Order)
            .Select(pair => RowOf(pair.Key, pair.Value, measured))];
    }

    private static Dictionary<Library, Measure> Measures(IEnumerable<BenchmarkReport> reports) => reports.ToDictionary(
        report => Enum.Parse<Library>(report.BenchmarkCase.Descriptor.WorkloadMethod.Name),
        report => new Measure(
            Median(report), (double?)report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
                / Attribute(report.BenchmarkCase.Descriptor.Type).Threads));

    /// <summary>Of the fastest process: what else the machine does only adds.</summary>
    private static double Median(BenchmarkReport report) => report.AllMeasurements
        .Where(measurement => measurement.Is(IterationMode.Workload, IterationStage.Result))
        .GroupBy(measurement => measurement.LaunchIndex)
        .Select(launch => launch.Select(measurement => measurement.Nanoseconds / measurement.Operations).Order())
        .Min(sorted => sorted.ElementAt(sorted.Count() / 2));

    private static Row RowOf(
        Type type, Dictionary<Library, Measure> own, Dictionary<Type, Dictionary<Library, Measure>> all)
    {
        RowAttribute attribute = Attribute(type);
        var row = new Row(attribute.What, Quantity.Time, own, []);
        double? ours = row[Library.Alys];
        var goals = new List<Goal>();
        if (attribute.PrometheusNet > 0)
            goals.Add(Goal.Slower("prometheus-net", row[Library.PrometheusNet], ours, attribute.PrometheusNet));
        if (attribute.OpenTelemetry > 0)
            goals.Add(Goal.Slower("OpenTelemetry", row[Library.OpenTelemetry], ours, attribute.OpenTelemetry));
        if (attribute.AsCheapAs is { } other && all.TryGetValue(other, out Dictionary<Library, Measure>? normal))
            goals.Add(Goal.AtMostTimes("within it", ours, normal[Library.Alys].Value, 1.2));
        goals.Add(Goal.AtMostBytes(own.TryGetValue(Library.Alys, out Measure alys) ? alys.Allocated : null, 0));
        return row with { Goals = goals };
    }

    private static RowAttribute Attribute(Type type) => type.GetCustomAttribute<RowAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} has no [Row]: say what it measures.");
}
