using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>
/// Reads a process from <c>/proc</c>: processor time, memory, threads, open files, disk and network bytes, context
/// switches, start time. A process that was restarted, or another that got the same pid, is a new process: its rates
/// begin anew. What this user may not read of another's process (open files, disk bytes) is absent, not a failure.
/// </summary>
/// <remarks>
/// Network bytes are those of the process's network namespace: the process's own only when it has one for itself.
/// Disk bytes are what reached the block devices, not what was read from or written to the page cache.
/// <b>Threads:</b> one round at a time. <b>Cost:</b> some 10 small files and one for each thread of the process.
/// Linux only; elsewhere every round fails with a sentence that says so.
/// </remarks>
public sealed class ProcessCollector : ICollector
{
    private readonly ProcessMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ProcessLocator _locator;
    private readonly string _procDirectory;
    private readonly ProcFiles _files = new();
    private readonly CgroupMemory _cgroup;

    /// <summary>The process of the last round; null before it was first seen.</summary>
    private WatchedProcess? _process;

    /// <summary>Prepares to watch a process; nothing is read yet.</summary>
    /// <param name="options">Which process. Read once, here.</param>
    /// <param name="metrics">Where it is reported.</param>
    /// <param name="clock">Gives the time between two rounds.</param>
    /// <exception cref="ArgumentException">An option is out of range, or more than one names a process.</exception>
    public ProcessCollector(ProcessCollectorOptions options, ProcessMetrics metrics, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(clock);
        _locator = ProcessLocator.For(options);
        _metrics = metrics;
        _clock = clock;
        _procDirectory = options.ProcDirectory;
        _cgroup = new CgroupMemory(_procDirectory, _files);
    }

    /// <inheritdoc/>
    public string Name => "process";

    /// <inheritdoc/>
    public Task<CollectedRound> CollectAsync(CancellationToken cancellation)
    {
        ProcessReading reading = Read();
        return Task.FromResult(new CollectedRound(() => _metrics.Report(reading)));
    }

    /// <inheritdoc/>
    public void Forget() => _metrics.Forget();

    /// <summary>Reads the process to watch now.</summary>
    /// <exception cref="CollectorException">There is none.</exception>
    internal ProcessReading Read()
    {
        ProcessIdentity identity = _locator.Locate();
        if (_process?.Identity != identity)
            _process = new WatchedProcess(identity, _procDirectory, _files, _cgroup, _clock);
        return _process.Read() ?? throw new CollectorException(
            CollectorFailure.NotFound, $"Process {identity.Pid} ended while it was read.");
    }
}
