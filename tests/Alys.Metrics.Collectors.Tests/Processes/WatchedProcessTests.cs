using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class WatchedProcessTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly FakeTimeProvider _clock = new();

    public WatchedProcessTests() => _tree.AddProcess(42, 1000, "a) b (c", userTicks: 150, systemTicks: 50);

    [Fact]
    public void Everything_that_is_there_is_read()
    {
        _tree.Write(
            "42/status",
            "Name:\ta) b (c\nVmSize:\t    3000 kB\nVmHWM:\t    2000 kB\nVmRSS:\t    1000 kB\nThreads:\t7\n");
        _tree.Write(
            "42/limits",
            "Limit                     Soft Limit           Hard Limit           Units\n"
            + "Max cpu time              unlimited            unlimited            seconds\n"
            + "Max open files            1024                 524288               files\n");
        _tree.Write("42/io", "rchar: 9\nwchar: 9\nread_bytes: 4096\nwrite_bytes: 8192\ncancelled_write_bytes: 1\n");
        _tree.Write("42/net/dev", "  eth0: 1000 10 0 0 0 0 0 0 2000 20 0 0 0 0 0 0\n");
        _tree.Write("42/fd/0", "");
        _tree.Write("42/fd/1", "");
        _tree.Write("42/task/42/status", "voluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t6\n");

        ProcessReading expected = new()
        {
            Pid = 42,
            CpuSeconds = 2,
            ResidentBytes = 1000 * 1024,
            PeakResidentBytes = 2000 * 1024,
            VirtualBytes = 3000 * 1024,
            Threads = 7,
            OpenFiles = 2,
            MaxOpenFiles = 1024,
            DiskReadBytes = 4096,
            DiskWrittenBytes = 8192,
            NetworkReceivedBytes = 1000,
            NetworkSentBytes = 2000,
            StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010),
            VoluntarySwitches = 5,
            InvoluntarySwitches = 6,
        };
        Assert.Equal(expected, Watch().Read());
    }

    [Fact]
    public void What_may_not_be_read_is_absent_and_no_failure()
    {
        ProcessReading? reading = Watch().Read();
        ProcessReading expected = new()
        {
            Pid = 42,
            CpuSeconds = 2,
            Threads = 7,
            StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010),
        };
        Assert.Equal(expected, reading);
    }

    [Fact]
    public void No_limit_of_open_files_is_absent()
    {
        _tree.Write("42/limits", "Max open files            unlimited            unlimited            files\n");
        Assert.Null(Watch().Read()!.MaxOpenFiles);
    }

    [Fact]
    public void The_start_time_stays_when_the_clock_is_corrected()
    {
        WatchedProcess process = Watch();
        _tree.Write("stat", "btime 1700009999\n");
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_010), process.Read()!.StartTime);
    }

    [Fact]
    public void A_process_that_ended_or_whose_pid_another_has_is_not_read()
    {
        WatchedProcess process = Watch();
        _tree.AddProcess(42, 2000);
        Assert.Null(process.Read());
        _tree.RemoveProcess(42);
        Assert.Null(process.Read());
    }

    public void Dispose() => _tree.Dispose();

    private WatchedProcess Watch()
    {
        var files = new ProcFiles();
        return new WatchedProcess(
            new ProcessIdentity(42, 1000), _tree.Root, files, new CgroupMemory(_tree.Root, files), _clock);
    }
}
