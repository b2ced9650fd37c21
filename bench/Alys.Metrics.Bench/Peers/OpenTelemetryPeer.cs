using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alys.Metrics.Bench.Peers;

/// <summary>
/// A meter that OpenTelemetry collects from, as in a service: without a reader its instruments would do nothing.
/// </summary>
internal sealed class OpenTelemetryPeer : IDisposable
{
    private readonly MeterProvider _provider;

    /// <param name="bounds">Of every histogram; null: OpenTelemetry's own.</param>
    /// <param name="cardinality">The most sets of tags of an instrument; null: OpenTelemetry's own, 2,000.</param>
    public OpenTelemetryPeer(double[]? bounds = null, int? cardinality = null)
    {
        MeterProviderBuilder builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Meter.Name)
            .AddReader(new BaseExportingMetricReader(new Discard()));
        if (bounds is not null)
            builder.AddView("*", new ExplicitBucketHistogramConfiguration { Boundaries = bounds });
        else if (cardinality is not null)
            builder.AddView("*", new MetricStreamConfiguration { CardinalityLimit = cardinality });
        _provider = builder.Build();
    }

    /// <summary>Under a name of its own: a provider takes instruments by the name of their meter.</summary>
    public Meter Meter { get; } = new($"bench-{Guid.NewGuid()}");

    public void Dispose()
    {
        _provider.Dispose();
        Meter.Dispose();
    }

    private sealed class Discard : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
