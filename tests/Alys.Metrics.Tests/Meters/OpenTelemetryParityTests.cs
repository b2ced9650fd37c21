using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

/// <summary>One meter, taken in by us and by OpenTelemetry: both pages must say the same.</summary>
public sealed class OpenTelemetryParityTests
{
    private static readonly string[] S = ["a","b"];
    private static readonly int[] I = [1,2];
    [Fact]
    public async Task Probe()
    {
        await using OpenTelemetryPage page = await OpenTelemetryPage.StartAsync("probe");
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(new MeterIngestOptions { Meters = { "probe" } });
        using var meter = new Meter("probe", "1.2", [new("a.b", 1), new("name", "x"), new("x-y", 2.5)]);
        meter.CreateCounter<long>("http.requests", "{request}", "Requests.").Add(3, new KeyValuePair<string, object?>("s", "v"), new("arr", S), new("ints", I), new("d", 0.1), new("dd", 1e7), new("ddd", 123456.789), new("dec", 1.50m), new("e", DayOfWeek.Friday), new("null", null), new("a.b", 1), new("a-b", 2), new("__x", 1), new("9z", true));
        meter.CreateHistogram<double>("lat", "s").Record(0.3);
        File.WriteAllText("/tmp/otel.txt", await page.GetAsync());
        File.WriteAllText("/tmp/ours.txt", Page.Of(registry, ExpositionFormat.OpenMetrics));
    }
}
