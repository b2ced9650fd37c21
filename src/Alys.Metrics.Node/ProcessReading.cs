namespace Alys.Metrics.Node;

/// <summary>One look at a process. Null: could not be read (no permission, not on this system), so its metric is
/// absent.</summary>
public sealed record ProcessReading
{
    /// <summary>Its process id.</summary>
    public required int Pid { get; init; }

    /// <summary>CPU time used since it started, in seconds.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>CPU used since the look before; 100 is one core.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>Resident memory, in bytes.</summary>
    public long? ResidentBytes { get; init; }

    /// <summary>The most resident memory it ever had, in bytes.</summary>
    public long? PeakResidentBytes { get; init; }

    /// <summary>Virtual memory, in bytes.</summary>
    public long? VirtualBytes { get; init; }

    /// <summary>The tightest memory limit of its cgroups, in bytes; null also without a limit.</summary>
    public long? CgroupMemoryLimitBytes { get; init; }

    /// <summary>Threads.</summary>
    public int? Threads { get; init; }

    /// <summary>Open file descriptors.</summary>
    public long? OpenFiles { get; init; }

    /// <summary>The most file descriptors it may open; null also without a limit.</summary>
    public long? MaxOpenFiles { get; init; }

    /// <summary>Bytes that it caused to be read from storage since it started.</summary>
    public long? DiskReadBytes { get; init; }

    /// <summary>Bytes that it caused to be written to storage since it started.</summary>
    public long? DiskWrittenBytes { get; init; }

    /// <summary>Bytes received in its network namespace, without loopback.</summary>
    public long? NetworkReceivedBytes { get; init; }

    /// <summary>Bytes sent in its network namespace, without loopback.</summary>
    public long? NetworkSentBytes { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Context switches because it waited.</summary>
    public long? VoluntarySwitches { get; init; }

    /// <summary>Context switches because the scheduler took the CPU away.</summary>
    public long? InvoluntarySwitches { get; init; }
}
