using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alys.Metrics.Bench;

/// <summary>
/// A meter that OpenTelemetry collects from, as in a service: without a reader its instruments would do nothing.
/// </summary>
internal sealed class OpenTelemetryPeer : IDisposable
{
    private readonly MeterProvider _provider;

    public OpenTelemetryPeer(double[]? bounds = null)
    {
        MeterProviderBuilder builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Meter.Name)
            .AddReader(new BaseExportingMetricReader(new Discard()));
        if (bounds is not null)
            builder.AddView("*", new ExplicitBucketHistogramConfiguration { Boundaries = bounds });
        _provider = builder.Build();
    }

    public Meter Meter { get; } = new("alys.bench");

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
