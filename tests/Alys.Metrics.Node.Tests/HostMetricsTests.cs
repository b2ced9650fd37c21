namespace Alys.Metrics.Node.Tests;

public sealed class HostMetricsTests
{
    private static readonly HostReading Full = new()
    {
        CpuPercent = 25,
        CpuSecondsByMode = [1, 2, 3, 4, 5, 6, 7, 8],
        Cpus = 2,
        Load1 = 0.5,
        Load5 = 0.25,
        Load15 = 0.125,
        MemoryTotalBytes = 100,
        MemoryAvailableBytes = 60,
        DiskSizeBytes = 1_000,
        DiskAvailableBytes = 400,
        Time = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        ClockSynchronized = false,
        ClockMaxErrorSeconds = 0.5,
        ClockOffsetSeconds = -0.001,
    };

    private readonly MetricRegistry _registry = new();
    private readonly HostMetrics _host;

    public HostMetricsTests() => _host = new HostMetrics(_registry);

    [Theory]
    [InlineData("alys_host_cpu_usage_percent", "25")]
    [InlineData("alys_host_cpu_seconds_total{mode=\"user\"}", "1")]
    [InlineData("alys_host_cpu_seconds_total{mode=\"steal\"}", "8")]
    [InlineData("alys_host_cpus", "2")]
    [InlineData("alys_host_load_average{window=\"1m\"}", "0.5")]
    [InlineData("alys_host_load_average{window=\"5m\"}", "0.25")]
    [InlineData("alys_host_load_average{window=\"15m\"}", "0.125")]
    [InlineData("alys_host_memory_size_bytes", "100")]
    [InlineData("alys_host_memory_available_bytes", "60")]
    [InlineData("alys_host_disk_size_bytes", "1000")]
    [InlineData("alys_host_disk_available_bytes", "400")]
    [InlineData("alys_host_time_seconds", "1700000000")]
    [InlineData("alys_host_clock_synchronized", "0")]
    [InlineData("alys_host_clock_max_error_seconds", "0.5")]
    [InlineData("alys_host_clock_offset_seconds", "-0.001")]
    public void Each_figure_stands_under_its_name(string series, string value)
    {
        _host.Report(Full);

        Assert.Equal(value, Page.Value(_registry, series));
    }

    [Fact]
    public void What_could_not_be_read_is_absent_and_forgotten_all_is()
    {
        _host.Report(new HostReading { Cpus = 4 });
        Assert.Equal("alys_host_cpus 4", Page.Lines(_registry, "alys_host_"));

        _host.Forget();
        Assert.Equal("", Page.Lines(_registry, "alys_host_"));
    }
}
