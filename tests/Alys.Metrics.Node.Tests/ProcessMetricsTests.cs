namespace Alys.Metrics.Node.Tests;

public sealed class ProcessMetricsTests
{
    private static readonly ProcessReading Full = new()
    {
        Pid = 1,
        CpuSeconds = 1.5,
        CpuPercent = 150,
        ResidentBytes = 2,
        PeakResidentBytes = 3,
        VirtualBytes = 4,
        CgroupMemoryLimitBytes = 5,
        Threads = 6,
        OpenFiles = 7,
        MaxOpenFiles = 8,
        DiskReadBytes = 9,
        DiskWrittenBytes = 10,
        NetworkReceivedBytes = 11,
        NetworkSentBytes = 12,
        StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        VoluntarySwitches = 13,
        InvoluntarySwitches = 14,
    };

    private readonly MetricRegistry _registry = new();
    private readonly ProcessMetrics _process;

    public ProcessMetricsTests() => _process = new ProcessMetrics(_registry);

    [Theory]
    [InlineData("alys_memory_usage_bytes", "2")]
    [InlineData("alys_cpu_usage_percent", "150")]
    [InlineData("process_cpu_seconds_total", "1.5")]
    [InlineData("process_resident_memory_bytes", "2")]
    [InlineData("process_virtual_memory_bytes", "4")]
    [InlineData("process_open_fds", "7")]
    [InlineData("process_max_fds", "8")]
    [InlineData("process_start_time_seconds", "1700000000")]
    [InlineData("process_network_receive_bytes_total", "11")]
    [InlineData("process_network_transmit_bytes_total", "12")]
    [InlineData("alys_process_memory_peak_bytes", "3")]
    [InlineData("alys_process_memory_limit_bytes", "5")]
    [InlineData("alys_process_threads", "6")]
    [InlineData("alys_process_disk_read_bytes_total", "9")]
    [InlineData("alys_process_disk_written_bytes_total", "10")]
    [InlineData("alys_process_context_switches_total{kind=\"voluntary\"}", "13")]
    [InlineData("alys_process_context_switches_total{kind=\"involuntary\"}", "14")]
    public void Each_figure_stands_under_its_name(string series, string value)
    {
        _process.Report(Full);

        Assert.Equal(value, Page.Value(_registry, series));
    }

    [Fact]
    public void What_could_not_be_read_is_absent_and_forgotten_all_is()
    {
        _process.Report(new ProcessReading { Pid = 1, Threads = 3 });
        Assert.Equal("3", Page.Value(_registry, "alys_process_threads"));
        Assert.Null(Page.Value(_registry, "process_open_fds"));

        _process.Report(Full);
        _process.Forget();

        Assert.Equal("", Page.Lines(_registry, "process_"));
        Assert.Equal("", Page.Lines(_registry, "alys_process_"));
        Assert.Equal("", Page.Lines(_registry, "alys_memory_usage_bytes"));
    }
}
