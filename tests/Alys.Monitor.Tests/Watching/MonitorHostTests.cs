using System.Net;
using System.Net.Sockets;
using Alys.Metrics.Collectors;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Tests.Watching;

public sealed class MonitorHostTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_node_it_watches_the_machine_and_claims_no_process()
    {
        MonitorSettings settings = new() { Listen = FreePorts.Next() };
        await using MonitorHost monitor = await StartAsync(settings);
        await Eventually.HoldsAsync(
            () => monitor.Collectors.All(collector => collector.EverSucceeded), Long, "it has read the machine");
        Assert.Equal(["host"], monitor.Collectors.Select(collector => collector.Name));
        MetricPage page = monitor.Page();
        Assert.Equal(1, page["alys_collector_up{collector=\"host\"}"]);
        Assert.Null(page["process_resident_memory_bytes"]);
        Assert.Null(page["alys_sync_current_height"]);

        using HttpClient http = Loopback.Client();
        Assert.Contains(
            "alys_build_info{component=\"monitor\"",
            await http.GetStringAsync(settings.PageUrl("metrics"), Cancellation),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_settings_name_is_watched()
    {
        MonitorSettings settings = new()
        {
            Listen = FreePorts.Next(),
            Pid = Environment.ProcessId,
            Rpc = new Uri($"http://{FreePorts.Next()}"),
        };
        await using MonitorHost monitor = await StartAsync(settings);
        await Eventually.HoldsAsync(
            () => monitor.Page()["process_resident_memory_bytes"] > 0, Long, "it has read the process");
        await Eventually.HoldsAsync(
            () => monitor.Collectors.Any(c => c is { Name: "evm", ConsecutiveFailures: > 0 }), Long, "nobody answers");
        CollectorStatus evm = monitor.Collectors.Single(collector => collector.Name == "evm");
        Assert.Contains(settings.Rpc.Authority, evm.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_taken_in_the_last_moment_is_bad_use_too()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => StartAsync(new MonitorSettings { Listen = (IPEndPoint)taken.LocalEndpoint }));
        Assert.Contains("--listen", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposed_it_listens_no_more()
    {
        MonitorSettings settings = new() { Listen = FreePorts.Next() };
        await (await StartAsync(settings)).DisposeAsync();
        Ports.EnsureFree(new UsedPort(settings.Listen, "the test", "--listen"));
    }

    private static Task<MonitorHost> StartAsync(MonitorSettings settings) =>
        MonitorHost.StartAsync(settings, new LineLoggerProvider(_ => { }, TimeProvider.System), Cancellation);
}
