namespace Alys.Metrics.Collectors.Processes;

/// <summary>Which process the <see cref="ProcessCollector"/> watches: at most one of <see cref="Pid"/>,
/// <see cref="PidFile"/> and <see cref="ProcessName"/>; none of them means this process itself.</summary>
public sealed class ProcessCollectorOptions
{
    /// <summary>The process with this id. Once it has ended, nothing is watched: a pid says nothing about what replaces
    /// it. Greater than zero. Default: null.</summary>
    public int? Pid { get; set; }

    /// <summary>The process whose id is on the first line of this file. Read every round, so restarts are followed.
    /// Default: null.</summary>
    public string? PidFile { get; set; }

    /// <summary>The process of this name: as the kernel shows it (<c>comm</c>, 15 bytes), or the base name of its
    /// executable or of its command line's first word. Of several, the one that started first. Restarts are followed.
    /// Default: null.</summary>
    public string? ProcessName { get; set; }

    /// <summary>Where the proc file system is mounted. Default: <c>/proc</c>.</summary>
    public string ProcDirectory { get; set; } = "/proc";

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or more than one names a process.</exception>
    public void Validate()
    {
        if (new object?[] { Pid, PidFile, ProcessName }.Count(given => given is not null) > 1)
            throw new ArgumentException("Give at most one of pid, pid file and process name.");
        if (Pid <= 0) throw new ArgumentException($"The pid {Pid} is no process id: give a number greater than zero.");
        if (PidFile is { } file && string.IsNullOrWhiteSpace(file))
            throw new ArgumentException("The path of the pid file is empty.");
        if (ProcessName is { } name && (string.IsNullOrWhiteSpace(name) || name.Contains('/')))
            throw new ArgumentException($"'{name}' is no process name: give the program's name without its folder.");
        if (string.IsNullOrWhiteSpace(ProcDirectory))
            throw new ArgumentException("The path of the proc file system is empty.");
    }
}
