using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alys.Metrics.Tests.Meters;

/// <summary>A server on loopback that shows meters through OpenTelemetry's SDK and its Prometheus exporter.</summary>
internal sealed class OpenTelemetryPage : IAsyncDisposable
{
    private readonly MeterProvider _provider;
    private readonly WebApplication _application;

    private OpenTelemetryPage(MeterProvider provider, WebApplication application) =>
        (_provider, _application) = (provider, application);

    /// <summary>Starts to collect from these meters.</summary>
    public static async Task<OpenTelemetryPage> StartAsync(params string[] meters)
    {
        MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(meters)
            .AddPrometheusExporter(options => options.ScrapeResponseCacheDurationMilliseconds = 0)
            .Build();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.UseOpenTelemetryPrometheusScrapingEndpoint(provider, null, null, null, null);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new OpenTelemetryPage(provider, application);
    }

    /// <summary>The page in one of the formats.</summary>
    public async Task<string> GetAsync(ExpositionFormat format = ExpositionFormat.OpenMetrics)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_application.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Accept", format == ExpositionFormat.OpenMetrics
            ? "application/openmetrics-text;version=1.0.0"
            : "text/plain;version=0.0.4");
        return await client.GetStringAsync(
            new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _provider.Dispose();
    }
}
