using System.Diagnostics;
using System.Globalization;
using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class ProcessCollectorTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly MetricRegistry _registry = new();

    [Fact]
    public async Task A_reading_is_on_the_page_only_once_it_is_reported()
    {
        _tree.AddProcess(42, 1000, userTicks: 150);
        ProcessCollector collector = Create(new ProcessCollectorOptions { Pid = 42, ProcDirectory = _tree.Root });
        CollectedRound round = await collector.CollectAsync(TestContext.Current.CancellationToken);
        Assert.Null(Page.Value(_registry, "process_cpu_seconds_total"));
        round.Report();
        Assert.Equal("1.5", Page.Value(_registry, "process_cpu_seconds_total"));
        Assert.Equal("1700000010", Page.Value(_registry, "process_start_time_seconds"));
        Assert.Empty(round.PartialFailures);
        collector.Forget();
        Assert.Null(Page.Value(_registry, "process_cpu_seconds_total"));
    }

    [Fact]
    public void Rates_begin_anew_with_another_process_of_the_same_pid()
    {
        _tree.Write("node.pid", "42");
        ProcessCollector collector = Create(
            new ProcessCollectorOptions { PidFile = _tree.PathOf("node.pid"), ProcDirectory = _tree.Root });
        _tree.AddProcess(42, 1000, userTicks: 1000);
        Assert.Null(collector.Read().CpuPercent);
        _clock.Advance(TimeSpan.FromSeconds(5));
        _tree.AddProcess(42, 1000, userTicks: 1250);
        Assert.Equal(50, collector.Read().CpuPercent);

        _clock.Advance(TimeSpan.FromSeconds(5));
        _tree.AddProcess(42, 9000, userTicks: 100);
        ProcessReading restarted = collector.Read();
        Assert.Null(restarted.CpuPercent);
        Assert.Equal(1, restarted.CpuSeconds);
        _clock.Advance(TimeSpan.FromSeconds(5));
        _tree.AddProcess(42, 9000, userTicks: 600);
        Assert.Equal(100, collector.Read().CpuPercent);
    }

    [Fact]
    public async Task A_real_restart_by_pid_file_is_a_new_process()
    {
        ProcessCollector collector = Create(new ProcessCollectorOptions { PidFile = _tree.PathOf("node.pid") });
        using var first = new Child();
        _tree.Write("node.pid", first.Pid.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(first.Pid, collector.Read().Pid);
        await first.EndAsync();
        Assert.Equal(
            CollectorFailure.NotFound, Assert.Throws<CollectorException>(() => collector.Read()).Reason);

        using var second = new Child();
        _tree.Write("node.pid", second.Pid.ToString(CultureInfo.InvariantCulture));
        ProcessReading reading = collector.Read();
        Assert.Equal(second.Pid, reading.Pid);
        Assert.Null(reading.CpuPercent);
    }

    [Fact]
    public void This_process_reads_as_dotnet_says()
    {
        ProcessReading reading = Create(new ProcessCollectorOptions()).Read();
        using var self = Process.GetCurrentProcess();

        Assert.Equal(Environment.ProcessId, reading.Pid);
        Assert.Equal(self.TotalProcessorTime.TotalSeconds, reading.CpuSeconds!.Value, tolerance: 1);
        Near(self.WorkingSet64, reading.ResidentBytes, 0.3);
        Near(self.PeakWorkingSet64, reading.PeakResidentBytes, 0.3);
        Near(self.VirtualMemorySize64, reading.VirtualBytes, 0.3);
        Near(self.Threads.Count, reading.Threads, 0.5);
        Assert.True(reading.MaxOpenFiles > reading.OpenFiles);
        Assert.Equal(
            self.StartTime.ToUniversalTime(), reading.StartTime!.Value.UtcDateTime, TimeSpan.FromSeconds(2));
        Assert.True(reading.VoluntarySwitches > 0);
    }

    [Fact]
    public void The_open_files_are_counted_as_proc_has_them()
    {
        // Other tests open and close files meanwhile: looked at until nothing changed around a reading.
        ProcessCollector collector = Create(new ProcessCollectorOptions());
        for (int tries = 0; tries < 1_000; tries++)
        {
            int before = OpenFiles();
            long? read = collector.Read().OpenFiles;
            if (OpenFiles() != before) continue;
            Near(before, read, 0.1);
            return;
        }

        Assert.Fail("the open files never stood still");

        static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
    }

    [Fact]
    public void A_busy_thread_shows_as_the_processor_time_that_dotnet_counts()
    {
        var collector = new ProcessCollector(
            new ProcessCollectorOptions(), new ProcessMetrics(_registry), TimeProvider.System);
        using var self = Process.GetCurrentProcess();
        collector.Read();
        TimeSpan before = self.TotalProcessorTime;
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(0.5)) Thread.SpinWait(1000);

        double percent = collector.Read().CpuPercent!.Value;
        self.Refresh();
        double elapsed = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        double expected = (self.TotalProcessorTime - before).TotalSeconds / elapsed * 100;
        Assert.InRange(percent, expected - 25, expected + 25);
        Assert.True(percent > 10, $"{percent} % of a core while one thread was busy");
    }

    public void Dispose() => _tree.Dispose();

    private static void Near(double expected, double? actual, double share) =>
        Assert.InRange(actual ?? double.NaN, expected * (1 - share), expected * (1 + share));

    private ProcessCollector Create(ProcessCollectorOptions options) =>
        new(options, new ProcessMetrics(_registry), _clock);
}
