using System.Net;
using Alys.Metrics.Node;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alys.Metrics.Hosting.Tests;

public sealed class AlysNodeServiceCollectionExtensionsTests
{
    [Fact]
    public async Task A_node_shows_its_catalog_at_0_its_process_and_its_machine_and_what_it_reports()
    {
        await using RunningHost host = await RunningHost.StartNodeAsync();
        await host.UntilAsync("/ready", HttpStatusCode.OK);

        string page = await host.TextAsync("/metrics");
        Assert.Contains("\nalys_migration_phase 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nalys_sync_blocks_per_second 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nprocess_resident_memory_bytes ", page, StringComparison.Ordinal);
        Assert.Contains("\nalys_memory_usage_bytes ", page, StringComparison.Ordinal);
        Assert.Contains("\nalys_host_memory_size_bytes ", page, StringComparison.Ordinal);

        host.Services.GetRequiredService<NodeMetrics>().Sync.Report(812, 900, SyncState.Blocks);
        page = await host.TextAsync("/metrics");
        Assert.Contains("\nalys_sync_current_height 812\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_programs_own_unless_it_is_given()
    {
        var services = new ServiceCollection();
        services.AddAlysNode(configure: options => options.Version = "9.8.7");
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotEmpty(new AlysMetricsOptions().Version);

        var page = new System.Buffers.ArrayBufferWriter<byte>();
        provider.GetRequiredService<MetricRegistry>().Write(page, ExpositionFormat.Text);

        Assert.Contains(
            "version=\"9.8.7\"", System.Text.Encoding.UTF8.GetString(page.WrittenSpan), StringComparison.Ordinal);
        Assert.Contains(services, service => service.ServiceType == typeof(IHostedService));
    }
}
