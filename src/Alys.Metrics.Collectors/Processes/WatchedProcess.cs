using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>Reads one process for as long as it lives, and keeps what its rates need from one round to the next. What
/// may not be read, or is not there, is null.</summary>
/// <remarks><b>Source:</b> proc(5), kernel 5.4 and later.</remarks>
internal sealed class WatchedProcess
{
    private readonly ProcFiles _files;
    private readonly string _folder;
    private readonly string _stat;
    private readonly DateTimeOffset? _startTime;
    private readonly CgroupMemory _cgroup;
    private readonly ThreadSwitches _switches;
    private readonly CpuRate _cpu;

    public WatchedProcess(
        ProcessIdentity identity, string procDirectory, ProcFiles files, CgroupMemory cgroup, TimeProvider clock)
    {
        Identity = identity;
        _files = files;
        _folder = $"{procDirectory}/{identity.Pid}";
        _stat = $"{_folder}/stat";
        _cgroup = cgroup;
        _switches = new ThreadSwitches(_folder, files);
        _cpu = new CpuRate(clock);
        _startTime = ReadStartTime(procDirectory);
    }

    public ProcessIdentity Identity { get; }

    /// <summary>Reads the process; null when it has ended.</summary>
    public ProcessReading? Read()
    {
        var reading = new ProcessReading { Pid = Identity.Pid, StartTime = _startTime };
        reading = ReadMemory(reading);
        reading = ReadFiles(reading);
        reading = ReadTraffic(reading);
        (long? voluntary, long? involuntary) = _switches.Read();
        reading = reading with { VoluntarySwitches = voluntary, InvoluntarySwitches = involuntary };

        // Last, so that its start time vouches for all that was read before under the same pid.
        if (!_files.TryRead(_stat, out ReadOnlySpan<byte> content)
            || !ProcessStat.TryParse(content, out ProcessStat stat)
            || stat.StartTicks != Identity.StartTicks) return null;
        double seconds = (double)stat.CpuTicks / ProcessStat.TicksPerSecond;
        return reading with
        {
            CpuSeconds = seconds,
            CpuPercent = _cpu.Percent(seconds),
            Threads = stat.Threads,
        };
    }

    /// <summary>Computed once: the kernel's time of boot moves with corrections of the clock, and a start time that
    /// moves would look like a restart.</summary>
    private DateTimeOffset? ReadStartTime(string procDirectory)
    {
        if (!_files.TryRead($"{procDirectory}/stat", out ReadOnlySpan<byte> content)
            || ProcText.NumberAfter(content, "btime "u8) is not { } boot) return null;
        double seconds = (double)Identity.StartTicks / ProcessStat.TicksPerSecond;
        return DateTimeOffset.UnixEpoch.AddSeconds(boot).AddSeconds(seconds);
    }

    private ProcessReading ReadMemory(ProcessReading reading)
    {
        reading = reading with { CgroupMemoryLimitBytes = _cgroup.ReadLimit(_folder) };
        if (!_files.TryRead($"{_folder}/status", out ReadOnlySpan<byte> status)) return reading;
        return reading with
        {
            ResidentBytes = ProcText.BytesAfter(status, "VmRSS:"u8),
            PeakResidentBytes = ProcText.BytesAfter(status, "VmHWM:"u8),
            VirtualBytes = ProcText.BytesAfter(status, "VmSize:"u8),
        };
    }

    private ProcessReading ReadFiles(ProcessReading reading)
    {
        reading = reading with { OpenFiles = OpenFiles.Count(_folder, Identity.Pid) };
        return _files.TryRead($"{_folder}/limits", out ReadOnlySpan<byte> limits)
            ? reading with { MaxOpenFiles = ProcText.NumberAfter(limits, "Max open files"u8) }
            : reading;
    }

    private ProcessReading ReadTraffic(ProcessReading reading)
    {
        if (_files.TryRead($"{_folder}/io", out ReadOnlySpan<byte> io))
        {
            reading = reading with
            {
                DiskReadBytes = ProcText.NumberAfter(io, "read_bytes:"u8),
                DiskWrittenBytes = ProcText.NumberAfter(io, "write_bytes:"u8),
            };
        }

        return _files.TryRead($"{_folder}/net/dev", out ReadOnlySpan<byte> devices)
            && NetworkTraffic.TryParse(devices, out NetworkTraffic traffic)
            ? reading with { NetworkReceivedBytes = traffic.ReceivedBytes, NetworkSentBytes = traffic.SentBytes }
            : reading;
    }
}
