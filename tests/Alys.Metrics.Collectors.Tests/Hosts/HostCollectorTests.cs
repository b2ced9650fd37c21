using System.Globalization;
using Alys.Metrics.Collectors.Hosts;
using Alys.Metrics.Node;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Hosts;

public sealed class HostCollectorTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly MetricRegistry _registry = new();

    [Fact]
    public async Task The_machine_is_on_the_page_once_it_is_reported()
    {
        _tree.Write("loadavg", "0.52 1.25 2.50 1/234 5678\n");
        _tree.Write("meminfo", "MemTotal:       1000 kB\nMemFree:        100 kB\nMemAvailable:    600 kB\n");
        HostCollector collector = Create(new HostCollectorOptions { ProcDirectory = _tree.Root });
        await ReportAsync(collector);
        _tree.Write("stat", "cpu  120 0 55 925 0 0 0 0 0 0\ncpu0 120 0 55 925 0 0 0 0 0 0\n");
        await ReportAsync(collector);

        Assert.Equal("25", Page.Value(_registry, "alys_host_cpu_usage_percent"));
        Assert.Equal("1.2", Page.Value(_registry, "alys_host_cpu_seconds_total{mode=\"user\"}"));
        Assert.Equal("1", Page.Value(_registry, "alys_host_cpus"));
        Assert.Equal("1024000", Page.Value(_registry, "alys_host_memory_size_bytes"));
        Assert.Equal("614400", Page.Value(_registry, "alys_host_memory_available_bytes"));
        Assert.Equal("1800000000", Page.Value(_registry, "alys_host_time_seconds"));
        Assert.Null(Page.Value(_registry, "alys_host_disk_size_bytes"));
        collector.Forget();
        Assert.Null(Page.Value(_registry, "alys_host_cpu_usage_percent"));
    }

    [Fact]
    public void Load_is_read_for_its_three_times()
    {
        _tree.Write("loadavg", "0.52 1.25 2.50 1/234 5678\n");
        HostReading reading = Create(new HostCollectorOptions { ProcDirectory = _tree.Root }).Read(out _);
        Assert.Equal((0.52, 1.25, 2.5), (reading.Load1, reading.Load5, reading.Load15));
    }

    [Fact]
    public void A_part_that_is_not_there_is_absent()
    {
        HostReading reading = Create(new HostCollectorOptions { ProcDirectory = _tree.Root }).Read(out _);
        Assert.Null(reading.Load1);
        Assert.Null(reading.MemoryTotalBytes);
        Assert.NotNull(reading.CpuSecondsByMode);
    }

    [Fact]
    public async Task A_missing_data_directory_is_a_partial_failure()
    {
        HostCollector collector = Create(new HostCollectorOptions
        {
            ProcDirectory = _tree.Root,
            DataDirectory = _tree.PathOf("missing"),
        });
        CollectedRound round = await collector.CollectAsync(TestContext.Current.CancellationToken);
        Assert.Equal(CollectorFailure.NotFound, Assert.Single(round.PartialFailures).Reason);

        Directory.CreateDirectory(_tree.PathOf("missing"));
        round = await collector.CollectAsync(TestContext.Current.CancellationToken);
        Assert.Empty(round.PartialFailures);
    }

    [Fact]
    public void Where_there_is_no_proc_file_system_the_sentence_says_so()
    {
        HostCollector collector = Create(new HostCollectorOptions { ProcDirectory = "/nowhere" });
        CollectorException none = Assert.Throws<CollectorException>(() => collector.Read(out _));
        Assert.Equal(CollectorFailure.NotFound, none.Reason);
        Assert.Contains("Linux", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/proc")]
    [InlineData(null, " ")]
    public void An_empty_path_is_refused(string? data, string proc) => Assert.Throws<ArgumentException>(
        () => Create(new HostCollectorOptions { DataDirectory = data, ProcDirectory = proc }));

    [Fact]
    public void This_machine_reads_as_dotnet_says()
    {
        HostReading reading = Create(
            new HostCollectorOptions { DataDirectory = AppContext.BaseDirectory }).Read(out PartialFailure? problem);
        var drive = new DriveInfo(AppContext.BaseDirectory);

        Assert.Null(problem);
        Assert.Equal(drive.TotalSize, reading.DiskSizeBytes);
        Assert.True(reading.Cpus >= Environment.ProcessorCount);
        Assert.InRange(reading.MemoryAvailableBytes!.Value, 1, reading.MemoryTotalBytes!.Value);
        Assert.True(reading.Load1 >= 0);
        double uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange(reading.CpuSecondsByMode!.Sum(), uptime * 0.5, uptime * reading.Cpus!.Value * 1.5);
    }

    public void Dispose() => _tree.Dispose();

    private static async Task ReportAsync(HostCollector collector) =>
        (await collector.CollectAsync(TestContext.Current.CancellationToken)).Report();

    private HostCollector Create(HostCollectorOptions options) => new(options, new HostMetrics(_registry), _clock);
}
