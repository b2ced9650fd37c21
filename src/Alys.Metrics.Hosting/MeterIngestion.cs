using Alys.Metrics.Meters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting;

/// <summary>Takes the meters of <see cref="AlysMetricsOptions.Meters"/> in for as long as the host lives.</summary>
internal sealed class MeterIngestion(MetricRegistry registry, IOptions<AlysMetricsOptions> options)
    : IHostedService, IDisposable
{
    private IDisposable? _meters;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var ingest = new MeterIngestOptions();
        foreach (string meter in options.Value.Meters) ingest.Meters.Add(meter);
        if (ingest.Meters.Count > 0) _meters = registry.IngestMeters(ingest);
        return Task.CompletedTask;
    }

    /// <remarks>What stops still measures: it ends with the host, not before.</remarks>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meters?.Dispose();
}
