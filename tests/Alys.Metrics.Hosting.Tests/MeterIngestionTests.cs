namespace Alys.Metrics.Hosting.Tests;

public sealed class MeterIngestionTests
{
    private static readonly Uri Metrics = new("/metrics", UriKind.Relative);

    [Fact]
    public async Task The_page_shows_the_runtime_and_Kestrel_by_default()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await host.Client.GetStringAsync(Metrics, TestContext.Current.CancellationToken);

        string page = await host.Client.GetStringAsync(Metrics, TestContext.Current.CancellationToken);

        Assert.Contains(
            "\ndotnet_gc_collections_total{gc_heap_generation=\"gen0\",otel_scope_name=\"System.Runtime\"} ",
            page, StringComparison.Ordinal);
        Assert.Contains("\nkestrel_active_connections{", page, StringComparison.Ordinal);
        Assert.Contains("\nhttp_server_request_duration_seconds_bucket{", page, StringComparison.Ordinal);
        Assert.Contains("\nhttp_client_request_duration_seconds_bucket{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_meters_it_shows_none()
    {
        await using RunningHost host = await RunningHost.StartAsync(options => options.Meters.Clear());

        string page = await host.Client.GetStringAsync(Metrics, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("dotnet_", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kestrel_", page, StringComparison.Ordinal);
    }
}
