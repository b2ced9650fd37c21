using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Hosts;

/// <summary>
/// Reads the machine: processors, load, memory from <c>/proc</c>, the space of the data directory, and how well the
/// kernel's clock is kept. A part that is not there is absent; a data directory that cannot be read is counted and
/// logged, and the rest goes on.
/// </summary>
/// <remarks><b>Threads:</b> one round at a time. <b>Cost:</b> three files and two system calls a round. Linux only;
/// elsewhere every round fails with a sentence that says so.</remarks>
public sealed class HostCollector : ICollector
{
    private readonly HostMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly string _procDirectory;
    private readonly string? _dataDirectory;
    private readonly ProcFiles _files = new();
    private readonly CpuTimes _cpu = new();

    /// <summary>Prepares to read the machine; nothing is read yet.</summary>
    /// <param name="options">What to read. Read once, here.</param>
    /// <param name="metrics">Where it is reported.</param>
    /// <param name="clock">Gives the time that is reported as the machine's.</param>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    public HostCollector(HostCollectorOptions options, HostMetrics metrics, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(clock);
        options.Validate();
        _metrics = metrics;
        _clock = clock;
        _procDirectory = options.ProcDirectory;
        _dataDirectory = options.DataDirectory;
    }

    /// <inheritdoc/>
    public string Name => "host";

    /// <inheritdoc/>
    public Task<CollectedRound> CollectAsync(CancellationToken cancellation)
    {
        HostReading reading = Read(out PartialFailure? problem);
        return Task.FromResult(new CollectedRound(() => _metrics.Report(reading))
        {
            PartialFailures = problem is null ? [] : [problem],
        });
    }

    /// <inheritdoc/>
    public void Forget() => _metrics.Forget();

    /// <summary>Reads the machine now.</summary>
    /// <exception cref="CollectorException">There is no proc file system.</exception>
    internal HostReading Read(out PartialFailure? problem)
    {
        HostReading reading = ReadClock(ReadMemory(ReadLoad(ReadProcessors())));
        problem = null;
        if (_dataDirectory is null || DiskSpace.Read(_dataDirectory, out problem) is not { } space) return reading;
        return reading with { DiskSizeBytes = space.SizeBytes, DiskAvailableBytes = space.AvailableBytes };
    }

    private HostReading ReadProcessors()
    {
        if (!_files.TryRead($"{_procDirectory}/stat", out ReadOnlySpan<byte> stat))
        {
            throw new CollectorException(
                CollectorFailure.NotFound,
                $"The machine is read from '{_procDirectory}', which is no proc file system: watch it on Linux.");
        }

        IReadOnlyList<double>? seconds = _cpu.Read(stat, out double? percent);
        return new HostReading
        {
            CpuPercent = percent,
            CpuSecondsByMode = seconds,
            Cpus = CpuTimes.CountProcessors(stat),
        };
    }

    private HostReading ReadLoad(HostReading reading)
    {
        if (!_files.TryRead($"{_procDirectory}/loadavg", out ReadOnlySpan<byte> load)) return reading;
        return reading with
        {
            Load1 = ProcText.Decimal(ProcText.TakeField(ref load)),
            Load5 = ProcText.Decimal(ProcText.TakeField(ref load)),
            Load15 = ProcText.Decimal(ProcText.TakeField(ref load)),
        };
    }

    private HostReading ReadMemory(HostReading reading) =>
        _files.TryRead($"{_procDirectory}/meminfo", out ReadOnlySpan<byte> memory)
            ? reading with
            {
                MemoryTotalBytes = ProcText.BytesAfter(memory, "MemTotal:"u8),
                MemoryAvailableBytes = ProcText.BytesAfter(memory, "MemAvailable:"u8),
            }
            : reading;

    private HostReading ReadClock(HostReading reading)
    {
        reading = reading with { Time = _clock.GetUtcNow() };
        return KernelClock.Read() is { } clock
            ? reading with
            {
                ClockSynchronized = clock.Synchronized,
                ClockMaxErrorSeconds = clock.MaxErrorSeconds,
                ClockOffsetSeconds = clock.OffsetSeconds,
            }
            : reading;
    }
}
