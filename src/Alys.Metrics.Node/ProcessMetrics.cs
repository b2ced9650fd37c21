namespace Alys.Metrics.Node;

/// <summary>
/// The process of the node: the ticket's names, and the standard <c>process_*</c> names that every Prometheus client
/// has, so that dashboards made for those work. All of it is one reading, so all of it leaves together.
/// </summary>
/// <remarks><b>Threads:</b> any. Counters are the process's own: they start again when it does.</remarks>
public sealed class ProcessMetrics
{
    private ProcessReading? _reading;

    /// <summary>Makes the metrics; absent until the first report.</summary>
    public ProcessMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        RegisterTicket(registry);
        RegisterStandard(registry);
        RegisterOwn(registry);
    }

    private ProcessReading? Now => Volatile.Read(ref _reading);

    /// <summary>Says what the process uses.</summary>
    public void Report(ProcessReading reading) => Volatile.Write(ref _reading, reading);

    /// <summary>Takes everything out of the exposition until the next report.</summary>
    public void Forget() => Volatile.Write(ref _reading, null);

    private void RegisterTicket(MetricRegistry registry)
    {
        registry.ObservableGauge(
            "alys_memory_usage_bytes", "Resident memory of the node's process.", () => Now?.ResidentBytes);
        registry.ObservableGauge(
            "alys_cpu_usage_percent", "CPU usage of the node's process; 100 is one core.", () => Now?.CpuPercent);
    }

    private void RegisterStandard(MetricRegistry registry)
    {
        registry.ObservableCounter(
            "process_cpu_seconds_total", "CPU time of the process, user and system.", () => Now?.CpuSeconds);
        registry.ObservableGauge(
            "process_resident_memory_bytes", "Resident memory of the process.", () => Now?.ResidentBytes);
        registry.ObservableGauge(
            "process_virtual_memory_bytes", "Virtual memory of the process.", () => Now?.VirtualBytes);
        registry.ObservableGauge("process_open_fds", "Open file descriptors.", () => Now?.OpenFiles);
        registry.ObservableGauge("process_max_fds", "The most file descriptors it may open.", () => Now?.MaxOpenFiles);
        registry.ObservableGauge(
            "process_start_time_seconds",
            "When the process started, in seconds since the epoch.",
            () => Now?.StartTime?.ToUnixTimeMilliseconds() / 1000.0);
        registry.ObservableCounter(
            "process_network_receive_bytes_total",
            "Bytes received in the network namespace of the process, without loopback.",
            () => Now?.NetworkReceivedBytes);
        registry.ObservableCounter(
            "process_network_transmit_bytes_total",
            "Bytes sent in the network namespace of the process, without loopback.",
            () => Now?.NetworkSentBytes);
    }

    private void RegisterOwn(MetricRegistry registry)
    {
        registry.ObservableGauge(
            "alys_process_memory_peak_bytes", "The most resident memory it ever had.", () => Now?.PeakResidentBytes);
        registry.ObservableGauge(
            "alys_process_memory_limit_bytes",
            "The tightest memory limit of its cgroups; absent without a limit.",
            () => Now?.CgroupMemoryLimitBytes);
        registry.ObservableGauge("alys_process_threads", "Threads of the process.", () => Now?.Threads);
        registry.ObservableCounter(
            "alys_process_disk_read_bytes_total", "Bytes read from storage.", () => Now?.DiskReadBytes);
        registry.ObservableCounter(
            "alys_process_disk_written_bytes_total", "Bytes written to storage.", () => Now?.DiskWrittenBytes);
        registry.ObservableCounterFamily<ContextSwitch>(
            "alys_process_context_switches_total",
            "Context switches of the process.",
            "kind",
            kind => kind == ContextSwitch.Voluntary ? Now?.VoluntarySwitches : Now?.InvoluntarySwitches);
    }
}
