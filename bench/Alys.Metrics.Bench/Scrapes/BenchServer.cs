using System.Net;
using Alys.Metrics.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Prometheus;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>Starts the web servers that are compared, on a free port of the loopback interface.</summary>
internal static class BenchServer
{
    private const int PieceSize = 32 * 1024;

    /// <summary>Ours, as a node has it: the listener of its own.</summary>
    public static async Task<Uri> StartAlysAsync(BenchSeries series)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAlysMetrics(options =>
        {
            options.Listen = "127.0.0.1:0";
            options.Registry.SeriesLimit = series.Count + 1_000;
            options.Registry.FamilyLimit = series.Each;
            // The peers show no meters either.
            options.Meters.Clear();
        });
        IHost host = builder.Build();
        MetricRegistry registry = host.Services.GetRequiredService<MetricRegistry>();
        TextFamily<Counter>[] families = [.. Enumerable.Range(0, BenchSeries.Families).Select(family =>
            registry.TextCounterFamily(
                $"{BenchSeries.Name(family)}_total", BenchSeries.Help(family), null, "client", "network"))];
        series.Write((family, client, network, amount) => families[family].WithLabels(client, network).Add(amount));
        await host.StartAsync();
        return new Uri(host.Services.GetRequiredService<MetricsListener>().Address!, "/metrics");
    }

    public static Task<Uri> StartPrometheusNetAsync(BenchSeries series)
    {
        CollectorRegistry registry = Prometheus.Metrics.NewCustomRegistry();
        MetricFactory factory = Prometheus.Metrics.WithCustomRegistry(registry);
        Prometheus.Counter[] families = [.. Enumerable.Range(0, BenchSeries.Families).Select(family =>
            factory.CreateCounter(
                $"{BenchSeries.Name(family)}_total", BenchSeries.Help(family), "client", "network"))];
        series.Write((family, client, network, amount) => families[family].WithLabels(client, network).Inc(amount));
        return StartAsync(server => server.MapMetrics("/metrics", registry));
    }

    public static Task<Uri> StartOpenTelemetryAsync(BenchSeries series)
    {
        var meter = new System.Diagnostics.Metrics.Meter("bench");
        MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(meter.Name)
            .AddView("*", new MetricStreamConfiguration { CardinalityLimit = series.Each })
            .AddPrometheusExporter(options =>
            {
                // A second scrape within the cache's time would measure the cache.
                options.ScrapeResponseCacheDurationMilliseconds = 0;
                options.MaxScrapeResponseSizeBytes = int.MaxValue;
            })
            .Build();
        System.Diagnostics.Metrics.Counter<long>[] families = [.. Enumerable.Range(0, BenchSeries.Families)
            .Select(family => meter.CreateCounter<long>(
                BenchSeries.Name(family), unit: null, description: BenchSeries.Help(family)))];
        series.Write((family, client, network, amount) =>
            families[family].Add(amount, new("client", client), new("network", network)));
        return StartAsync(server => server.MapPrometheusScrapingEndpoint("/metrics", provider, null, null));
    }

    /// <summary>The least that a server can do: the bytes of a page are there.</summary>
    public static async Task<Uri> StartFromMemoryAsync(Uri source, string accept)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept", accept);
        byte[] page = await client.GetByteArrayAsync(source);
        return await StartAsync(server => server.MapGet("/metrics", context => SendAsync(context.Response, page)));
    }

    private static async Task SendAsync(HttpResponse response, byte[] page)
    {
        response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        response.ContentLength = page.Length;
        // In pieces as our page is: faster than all at once, which Kestrel copies as a whole first.
        for (int sent = 0; sent < page.Length; sent += PieceSize)
            await response.BodyWriter.WriteAsync(page.AsMemory(sent, Math.Min(PieceSize, page.Length - sent)));
    }

    /// <summary>A server that has nothing but what is mapped, as our listener.</summary>
    private static async Task<Uri> StartAsync(Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        WebApplication server = builder.Build();
        server.UseRouting();
        map(server);
        await server.StartAsync();
        return new Uri(new Uri(server.Urls.First()), "/metrics");
    }
}
