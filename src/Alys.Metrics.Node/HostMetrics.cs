namespace Alys.Metrics.Node;

/// <summary>The machine the node runs on.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class HostMetrics
{
    private HostReading? _reading;

    /// <summary>Makes the metrics; absent until the first report.</summary>
    public HostMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        RegisterCpu(registry);
        RegisterMemoryAndDisk(registry);
        RegisterClock(registry);
    }

    private HostReading? Now => Volatile.Read(ref _reading);

    /// <summary>Says how the machine is.</summary>
    public void Report(HostReading reading) => Volatile.Write(ref _reading, reading);

    /// <summary>Takes everything out of the exposition until the next report.</summary>
    public void Forget() => Volatile.Write(ref _reading, null);

    private void RegisterCpu(MetricRegistry registry)
    {
        registry.ObservableGauge(
            "alys_host_cpu_usage_percent", "CPU usage of the machine; 100 is all cores.", () => Now?.CpuPercent);
        registry.ObservableCounterFamily<CpuMode>(
            "alys_host_cpu_seconds_total", "CPU time of the machine, all cores together, by mode.", "mode", Seconds);
        registry.ObservableGauge("alys_host_cpus", "Cores of the machine.", () => Now?.Cpus);
        registry.ObservableGaugeFamily<LoadWindow>(
            "alys_host_load_average", "Runnable tasks, averaged over a time.", "window", Load);
    }

    private void RegisterMemoryAndDisk(MetricRegistry registry)
    {
        registry.ObservableGauge(
            "alys_host_memory_size_bytes", "Memory of the machine.", () => Now?.MemoryTotalBytes);
        registry.ObservableGauge(
            "alys_host_memory_available_bytes",
            "Memory that programs can still have without swapping.",
            () => Now?.MemoryAvailableBytes);
        registry.ObservableGauge(
            "alys_host_disk_size_bytes", "Size of the file system of the data directory.", () => Now?.DiskSizeBytes);
        registry.ObservableGauge(
            "alys_host_disk_available_bytes",
            "What an unprivileged program can still write to the file system of the data directory.",
            () => Now?.DiskAvailableBytes);
    }

    private void RegisterClock(MetricRegistry registry)
    {
        registry.ObservableGauge(
            "alys_host_time_seconds",
            "The machine's clock, in seconds since the epoch.",
            () => Now?.Time?.ToUnixTimeMilliseconds() / 1000.0);
        registry.ObservableGauge(
            "alys_host_clock_synchronized",
            "1 when the kernel's clock is synchronised to a source, else 0.",
            () => Now?.ClockSynchronized is { } synchronized ? (synchronized ? 1 : 0) : null);
        registry.ObservableGauge(
            "alys_host_clock_max_error_seconds",
            "The kernel's bound on the clock's error.",
            () => Now?.ClockMaxErrorSeconds);
        registry.ObservableGauge(
            "alys_host_clock_offset_seconds",
            "The correction that the kernel is applying to the clock.",
            () => Now?.ClockOffsetSeconds);
    }

    private double? Seconds(CpuMode mode) =>
        Now?.CpuSecondsByMode is { } seconds && (int)mode < seconds.Count ? seconds[(int)mode] : null;

    private double? Load(LoadWindow window) => window switch
    {
        LoadWindow.One => Now?.Load1,
        LoadWindow.Five => Now?.Load5,
        _ => Now?.Load15,
    };
}
