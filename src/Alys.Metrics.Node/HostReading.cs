namespace Alys.Metrics.Node;

/// <summary>One look at the machine. Null: could not be read, so its metric is absent.</summary>
public sealed record HostReading
{
    /// <summary>CPU used since the look before, in percent of all cores: 0-100.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>CPU time since the machine started, in seconds, by the number of the <see cref="CpuMode"/>.</summary>
    public IReadOnlyList<double>? CpuSecondsByMode { get; init; }

    /// <summary>Cores.</summary>
    public int? Cpus { get; init; }

    /// <summary>Load averaged over one minute, in runnable tasks.</summary>
    public double? Load1 { get; init; }

    /// <summary>Load averaged over five minutes.</summary>
    public double? Load5 { get; init; }

    /// <summary>Load averaged over fifteen minutes.</summary>
    public double? Load15 { get; init; }

    /// <summary>Memory of the machine, in bytes.</summary>
    public long? MemoryTotalBytes { get; init; }

    /// <summary>Memory that programs can still have without swapping, in bytes.</summary>
    public long? MemoryAvailableBytes { get; init; }

    /// <summary>Size of the file system of the data directory, in bytes.</summary>
    public long? DiskSizeBytes { get; init; }

    /// <summary>What an unprivileged program can still write there, in bytes.</summary>
    public long? DiskAvailableBytes { get; init; }

    /// <summary>The machine's clock.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the kernel's clock is synchronised to a source.</summary>
    public bool? ClockSynchronized { get; init; }

    /// <summary>The kernel's bound on the clock's error, in seconds.</summary>
    public double? ClockMaxErrorSeconds { get; init; }

    /// <summary>The correction the kernel is applying, in seconds.</summary>
    public double? ClockOffsetSeconds { get; init; }
}
