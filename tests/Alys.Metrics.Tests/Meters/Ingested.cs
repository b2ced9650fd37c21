using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

/// <summary>A registry that takes in one meter, and what a test does with both.</summary>
internal static class Ingested
{
    internal const string Refused = "alys_metrics_meter_instruments_refused_total";

    internal static MeterIngestOptions Of(string meter) => new() { Meters = { meter } };

    internal static void Run(string meter, bool scope, Action<MetricRegistry, Meter> test)
    {
        MeterIngestOptions options = Of(meter);
        options.ScopeLabels = scope;
        Run(options, test);
    }

    internal static void Run(MeterIngestOptions options, Action<MetricRegistry, Meter> test)
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(options);
        using var meter = new Meter(options.Meters[0]);
        test(registry, meter);
    }

    internal static IEnumerable<string> Names(MetricRegistry registry) =>
        PageSamples.Of(Page.Of(registry)).Types.Keys
            .Where(name => !name.StartsWith("alys_", StringComparison.Ordinal));
}
